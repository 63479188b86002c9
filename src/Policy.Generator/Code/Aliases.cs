using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DecisionPolicies.Generator.Code;

/// <summary>The aliases of a project. With an alias, code can give a type any name.</summary>
internal static class Aliases
{
    private const string Attribute = "Attribute";

    /// <summary>The names of all aliases, whatever their target and scope. An alias that ends in Attribute also has its shorter name.</summary>
    public static IEnumerable<string> Of(Compilation compilation, CancellationToken cancel) =>
        compilation.SyntaxTrees.Select(tree => tree.GetRoot(cancel))
            .OfType<CompilationUnitSyntax>()
            .SelectMany(unit => In(unit.Usings).Concat(unit.Members.SelectMany(In)));

    private static IEnumerable<string> In(MemberDeclarationSyntax member) =>
        member is BaseNamespaceDeclarationSyntax space ? In(space.Usings).Concat(space.Members.SelectMany(In)) : [];

    private static IEnumerable<string> In(SyntaxList<UsingDirectiveSyntax> usings) =>
        usings.Select(directive => directive.Alias?.Name.Identifier.ValueText).OfType<string>().SelectMany(Names);

    private static string[] Names(string alias) =>
        alias.EndsWith(Attribute, StringComparison.Ordinal) ? [alias, alias.Substring(0, alias.Length - Attribute.Length)] : [alias];
}
