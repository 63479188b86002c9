using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator.Wiring;

/// <summary>Reports a program that is built with rules about its configuration but never applies them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WiringAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CodeDiagnostics.NotWired];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.AllCode);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetEntryPoint(start.CancellationToken) is not { } entry || Entrance.IsTest(start.Options)) return;
        var target = Target.Of(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var enforced = InputFiles.Governing(start.Options, start.CancellationToken).All
            .Where(record => record.Decision.Status == DecisionStatus.Accepted && record.Decision.Enforces<ConfigurationRule>())
            .ToList();
        if (enforced.Count == 0) return;
        var own = target.IsWanted ? start.Compilation.Assembly.GetTypeByMetadataName(target.DecisionsName) : null;
        var program = new WiredProgram(entry, own, WrittenCode.Of(start.Options));
        start.RegisterOperationAction(program.Visit, OperationKind.Invocation, OperationKind.MethodReference, OperationKind.PropertyReference);
        start.RegisterCompilationEndAction(end =>
        {
            foreach (var record in enforced)
            {
                if (program.FaultOf(record, record.Cited(target.LinkBase).Link) is not { } fault) continue;
                var (id, reason) = (DisplayText.Neutralise(record.Decision.Citation()), DisplayText.Neutralise(fault.Reason));
                end.ReportDiagnostic(Diagnostic.Create(CodeDiagnostics.NotWired, fault.Place, id, reason));
                return;
            }
        });
    }
}
