using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator.Code;

/// <summary>Judges a project's code by the rules of records about symbols, literals, packages and endpoints.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CodeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [CodeDiagnostics.RejectedSymbol, CodeDiagnostics.RejectedText, CodeDiagnostics.RejectedPackage, CodeDiagnostics.RejectedEndpoint,
            CodeDiagnostics.Waived];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.AllCode);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        var rules = RulesInForce.Of(start.Options, start.Compilation.AssemblyName ?? "", start.CancellationToken);
        // A package that the project references is reported once, at the project. Reporting each use as well would add nothing.
        var references = PackageReferences.Of(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var referenced = rules.Packages.Where(rule => references.Any(((PackageRule)rule.Rule).Means)).ToList();
        if (referenced.Count > 0)
        {
            start.RegisterCompilationEndAction(end => referenced.ForEach(rule => end.ReportDiagnostic(rule.At(Location.None,
                $"the package {rule.Rule.Subject}"))));
        }

        var written = WrittenCode.Of(start.Options);
        var rejected = RejectedSymbols.Of(rules.Symbols, rules.Packages.Except(referenced), start.Compilation);
        var symbols = rejected.IsEmpty ? null : new SymbolJudge(rejected, TypeNames.Of(rejected, start.Compilation, start.CancellationToken), written);
        var literals = rules.Literals.Count == 0 ? null : new LiteralJudge(rules.Literals, written);
        if (symbols is not null)
        {
            start.RegisterSyntaxNodeAction(symbols.Judge, SymbolJudge.Names);
            start.RegisterOperationAction(symbols.Judge, SymbolJudge.Operations);
        }
        if (literals is not null)
        {
            start.RegisterSyntaxNodeAction(literals.Judge, LiteralJudge.Texts);
            start.RegisterOperationAction(literals.Judge, LiteralJudge.Operations);
        }
        if (rules.Endpoints.Count > 0) StartEndpoints(start, new(rules.Endpoints, written));
    }

    private static void StartEndpoints(CompilationStartAnalysisContext start, EndpointJudge judge)
    {
        if (MapCalls.In(start.Compilation, judge) is { } mapped) start.RegisterOperationAction(mapped.Judge, OperationKind.Invocation);
        if (BranchCalls.In(start.Compilation, judge) is { } branches) start.RegisterOperationAction(branches.Judge, OperationKind.Invocation);
        if (PageEndpoints.In(start.Compilation, judge) is { } pages) start.RegisterSymbolAction(pages.Judge, SymbolKind.NamedType);
        if (ControllerEndpoints.In(start.Compilation, judge) is { } controllers) start.RegisterSymbolAction(controllers.Judge, SymbolKind.Method);
    }
}
