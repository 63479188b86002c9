using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DecisionPolicies.Generator;

/// <summary>A type or a namespace of the project that has the name of the class to generate, or of one of its namespaces.</summary>
/// <param name="What">What it is, as in <c>type Shop.Decisions</c>.</param>
/// <param name="FilePath">Where it is declared.</param>
/// <param name="Span">Where in the file, by characters.</param>
/// <param name="Lines">Where in the file, by lines.</param>
internal sealed record TakenName(string What, string FilePath, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>The first of them, or null if the class can be generated.</summary>
    /// <param name="compilation">The project, without generated code.</param>
    /// <param name="target">The class to generate.</param>
    /// <param name="cancel">Ends the search.</param>
    /// <remarks>
    /// This runs on every edit. Nearly always, the sets of all names say that there is nothing to look at; the compiler keeps those of unchanged
    /// files. Asking for symbols with a name would visit all declarations: 190 ms with 10,000 types, instead of 0.1 ms.
    /// </remarks>
    public static TakenName? In(Compilation compilation, Target target, CancellationToken cancel)
    {
        if (!target.IsWanted) return null;
        string[] names = [.. target.DecisionsName.Split('.')];
        var project = compilation.Assembly;
        if (!names.Any(project.TypeNames.Contains) && !project.NamespaceNames.Contains(names[^1])) return null;

        var space = project.GlobalNamespace;
        foreach (var name in names.Take(names.Length - 1))
        {
            if (space.GetTypeMembers(name, 0).FirstOrDefault() is { } type) return Of(type, "type");
            if (space.GetNamespaceMembers().FirstOrDefault(below => below.Name == name) is not { } next) return null;
            space = next;
        }
        cancel.ThrowIfCancellationRequested();
        if (space.GetTypeMembers(names[^1], 0).FirstOrDefault() is { } same && !IsPartOf(target, same, cancel)) return Of(same, "type");
        return space.GetNamespaceMembers().FirstOrDefault(below => below.Name == names[^1]) is { } nested ? Of(nested, "namespace") : null;
    }

    /// <summary>The diagnostic.</summary>
    /// <param name="target">The class that cannot be generated.</param>
    public Diagnostic Report(Target target) => Diagnostic.Create(
        CodeDiagnostics.NameTaken,
        Location.Create(FilePath, Span, Lines),
        What,
        target.Namespace.Length == 0 ? "the global namespace" : $"the namespace {target.Namespace}");

    // A project may add members of its own to the class.
    private static bool IsPartOf(Target target, INamedTypeSymbol type, CancellationToken cancel) => type.DeclaringSyntaxReferences.All(part =>
        part.GetSyntax(cancel) is ClassDeclarationSyntax { BaseList: null } declared
        && declared.Modifiers.Any(SyntaxKind.PartialKeyword)
        && declared.Modifiers.All(modifier => modifier.ValueText is "partial" or "static" or "unsafe" || modifier.ValueText == target.Visibility));

    private static TakenName Of(ISymbol symbol, string kind)
    {
        var first = symbol.Locations
            .Where(location => location.IsInSource)
            .OrderBy(location => location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(location => location.SourceSpan.Start)
            .First();
        return new($"{kind} {symbol.ToDisplayString()}", first.SourceTree!.FilePath, first.SourceSpan, first.GetLineSpan().Span);
    }
}
