using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DecisionPolicies.Generator.Code;

/// <summary>
/// Finds rejected texts in strings: where they are written, where the compiler joins them, and where a constant of another assembly
/// contains them.
/// </summary>
internal sealed class LiteralJudge(IReadOnlyList<RuleInForce> rules, WrittenCode written)
{
    /// <summary>The operations that can hold a text that is not written in one piece.</summary>
    public static OperationKind[] Operations { get; } = [OperationKind.FieldReference, OperationKind.Binary, OperationKind.InterpolatedString];

    /// <summary>The syntax in which a text is written.</summary>
    public static SyntaxKind[] Texts { get; } = [SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression, SyntaxKind.InterpolatedStringText,
        SyntaxKind.InterpolationFormatClause];

    /// <summary>Judges a text where it is written.</summary>
    /// <param name="action">Its syntax.</param>
    public void Judge(SyntaxNodeAnalysisContext action)
    {
        if (!written.IsIn(action.Node.SyntaxTree)) return;
        var token = action.Node.GetLastToken();
        foreach (var rule in rules)
        {
            if (TextOf(rule).IndexIn(token.ValueText) < 0) continue;
            written.Report(rule.At(PlaceIn(token, TextOf(rule)), Quoted(rule)), action.ReportDiagnostic);
        }
    }

    /// <summary>Judges an operation.</summary>
    /// <param name="action">The operation.</param>
    public void Judge(OperationAnalysisContext action)
    {
        var operation = action.Operation;
        if (!written.IsIn(operation.Syntax.SyntaxTree) || operation.ConstantValue is not { HasValue: true, Value: string text } || !IsWhole(operation)) return;
        foreach (var rule in rules)
        {
            if (TextOf(rule).IndexIn(text) < 0 || IsReportedInside(operation, TextOf(rule))) continue;
            var place = operation is IFieldReferenceOperation ? Spot.Of(operation.Syntax) : operation.Syntax.GetLocation();
            written.Report(rule.At(place, Quoted(rule)), action.ReportDiagnostic);
        }
    }

    private static LiteralRule TextOf(RuleInForce rule) => (LiteralRule)rule.Rule;

    private static string Quoted(RuleInForce rule) => $"\"{rule.Rule.Subject}\"";

    // With escapes, the source text can be longer than its value, or look like another word. Then the place is the whole token.
    private static Location PlaceIn(SyntaxToken token, LiteralRule rule)
    {
        var index = rule.IndexIn(token.Text);
        return index < 0 ? token.GetLocation() : Location.Create(token.SyntaxTree!, new TextSpan(token.SpanStart + index, rule.Text.Length));
    }

    // A constant of this project is reported at its declaration, and a part of a constant with the whole.
    private static bool IsWhole(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { } field } =>
            field.DeclaringSyntaxReferences.IsEmpty
            && !SymbolEqualityComparer.Default.Equals(field.ContainingAssembly, operation.SemanticModel?.Compilation.Assembly),
        _ =>
            operation.Parent is not
            {
                ConstantValue: { HasValue: true, Value: string },
                Kind: OperationKind.Binary or OperationKind.InterpolatedString or OperationKind.Interpolation or OperationKind.Parenthesized
            },
    };

    // Literals are reported at their place, and constants where they are declared or named.
    private static bool IsReportedInside(IOperation operation, LiteralRule rule)
    {
        foreach (var part in operation.ChildOperations)
        {
            if (part is ILiteralOperation or IFieldReferenceOperation or ILocalReferenceOperation
                && part.ConstantValue is { HasValue: true, Value: string text } && rule.IndexIn(text) >= 0) return true;
            if (IsReportedInside(part, rule)) return true;
        }
        return false;
    }
}
