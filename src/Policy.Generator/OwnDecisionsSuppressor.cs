using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator;

/// <summary>
/// Silences CS0436 for the class <c>Decisions</c>. Another assembly with the same namespace may show a class of that name, too, and the compiler
/// then warns that it takes the project's own, which is the right one.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OwnDecisionsSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor _own = new("DPS0436", "CS0436", "Each project has a class Decisions of its own, and means it.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [_own];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        var target = Target.Of(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        if (!target.IsWanted || context.Compilation.Assembly.GetTypeByMetadataName(target.DecisionsName) is not { } own) return;
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree) continue;
            var name = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var meant = context.GetSemanticModel(tree).GetSymbolInfo(name, context.CancellationToken).Symbol;
            if (SymbolEqualityComparer.Default.Equals(meant, own)) context.ReportSuppression(Suppression.Create(_own, diagnostic));
        }
    }
}
