using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DecisionPolicies.Generator.Code;

/// <summary>What a local variable holds, as far as its declaration shows it.</summary>
internal static class LocalValues
{
    /// <summary>What a local is declared with; null if something assigns it later, or nothing is known.</summary>
    /// <param name="reference">Where it is used.</param>
    public static IOperation? Of(ILocalReferenceOperation reference) =>
        Declarator(reference) is { Initializer.Value: { } value } declarator && !Uses(declarator).Any(IsAssigned)
            ? reference.SemanticModel?.GetOperation(value)
            : null;

    /// <summary>What a local is declared with, if it is used in one place after that, so that nothing can have changed what it holds.</summary>
    /// <param name="reference">That place.</param>
    public static IOperation? OfSingleUse(ILocalReferenceOperation reference) =>
        Declarator(reference) is { Initializer.Value: { } value } declarator
        // Code that is being written may use what follows, and would be followed without an end.
        && value.Span.End <= reference.Syntax.SpanStart && Uses(declarator).Take(2).Count() == 1
            ? reference.SemanticModel?.GetOperation(value)
            : null;

    private static VariableDeclaratorSyntax? Declarator(ILocalReferenceOperation reference) =>
        reference.Local.DeclaringSyntaxReferences is [var declaration] ? declaration.GetSyntax() as VariableDeclaratorSyntax : null;

    // By name: another variable of the same name elsewhere in the method only makes less known.
    private static IEnumerable<IdentifierNameSyntax> Uses(VariableDeclaratorSyntax declarator)
    {
        var scope = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? declarator.SyntaxTree.GetRoot();
        return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == declarator.Identifier.ValueText);
    }

    private static bool IsAssigned(IdentifierNameSyntax name) => name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name;
}
