using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DecisionPolicies.Generator.Code;

/// <summary>
/// The words by which code can name a rejected type. Only names that match are resolved: resolving every name of a project would cost
/// more than everything else here.
/// </summary>
internal sealed class TypeNames
{
    private const string Attribute = "Attribute";

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private bool _hasKeywords;

    /// <summary>Collects the words.</summary>
    /// <param name="rejected">The symbols that rules are about.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancel">Cancels the collecting.</param>
    public static TypeNames Of(RejectedSymbols rejected, Compilation compilation, CancellationToken cancel)
    {
        var names = new TypeNames();
        foreach (var symbol in rejected.Symbols) names.Add(symbol, cancel);
        if (names._names.Count == 0) return names;
        names._names.UnionWith(Aliases.Of(compilation, cancel));
        return names;
    }

    /// <summary>Whether a name may be that of a rejected type.</summary>
    /// <param name="name">The name, without its qualifier.</param>
    public bool MayBe(TypeSyntax name) => name is SimpleNameSyntax simple ? _names.Contains(simple.Identifier.ValueText) : _hasKeywords;

    private void Add(ISymbol symbol, CancellationToken cancel)
    {
        switch (symbol)
        {
            case IAssemblySymbol assembly:
                AddAll(assembly.GlobalNamespace, cancel);
                break;
            case INamespaceSymbol space:
                AddAll(space, cancel);
                break;
            case INamedTypeSymbol type:
                AddAll(type, cancel);
                break;
            case IMethodSymbol { MethodKind: MethodKind.Constructor }:
                // An attribute names its type.
                AddName(symbol.ContainingType);
                break;
        }
    }

    private void AddAll(INamespaceOrTypeSymbol container, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (container is INamedTypeSymbol type) AddName(type);
        foreach (var nested in container.GetTypeMembers()) AddAll(nested, cancel);
        if (container is not INamespaceSymbol space) return;
        foreach (var below in space.GetNamespaceMembers()) AddAll(below, cancel);
    }

    private void AddName(INamedTypeSymbol type)
    {
        _names.Add(type.Name);
        if (type.Name.EndsWith(Attribute, StringComparison.Ordinal)) _names.Add(type.Name.Substring(0, type.Name.Length - Attribute.Length));
        _hasKeywords |= type.SpecialType != SpecialType.None;
    }
}
