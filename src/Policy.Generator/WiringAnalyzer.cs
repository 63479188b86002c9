using System.Collections.Immutable;
using DecisionPolicies.Generator.Governed;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DecisionPolicies.Generator;

/// <summary>Reports a program that is built with rules about its configuration but never applies them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WiringAnalyzer : DiagnosticAnalyzer
{
    internal const string EntranceName = "AddDecisionPolicies";

    private static readonly string[] _entrances =
        ["DecisionPolicies.DecisionPoliciesHostExtensions", "DecisionPolicies.DecisionPoliciesServiceCollectionExtensions",
            "DecisionPolicies.DecisionPoliciesWebExtensions"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CodeDiagnostics.NotWired];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetEntryPoint(start.CancellationToken) is not { } entry || IsTest(start.Options)) return;
        if (EnforcedRecord(start.Options, start.CancellationToken) is not { } record) return;
        var isWired = false;
        // Several threads may set it, but only ever to true.
        void Note(IMethodSymbol method)
        {
            if (IsEntrance(method)) isWired = true;
        }
        start.RegisterOperationAction(action => Note(((IInvocationOperation)action.Operation).TargetMethod), OperationKind.Invocation);
        start.RegisterOperationAction(action => Note(((IMethodReferenceOperation)action.Operation).Method), OperationKind.MethodReference);
        start.RegisterCompilationEndAction(end =>
        {
            if (!isWired) end.ReportDiagnostic(Diagnostic.Create(CodeDiagnostics.NotWired, PlaceOf(entry), record.Decision.Id));
        });
    }

    // A test project is a program too, but its configuration is never deployed.
    private static bool IsTest(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsTestProject", out var text)
        && text.Equals("true", StringComparison.OrdinalIgnoreCase);

    // By path, so that the message does not depend on the order of the files.
    private static AdrRecord? EnforcedRecord(AnalyzerOptions options, CancellationToken cancel) => InputFiles.Of(options, cancel)
        .OrderBy(file => file.FilePath, StringComparer.Ordinal)
        .Select(file => file.Content.Record)
        .FirstOrDefault(record => record is { Decision.Status: DecisionStatus.Accepted } && record.Decision.Enforces<ConfigurationRule>());

    /// <summary>Whether a method is the library's own that hands every decision to the host.</summary>
    /// <param name="method">The method.</param>
    internal static bool IsEntranceForAll(IMethodSymbol method) =>
        method.Name == EntranceName && _entrances.Contains(method.ContainingType.ToDisplayString());

    private static bool IsEntrance(IMethodSymbol method) => method.Name switch
    {
        EntranceName => IsEntranceForAll(method),
        ValidateDecisionsSource.MethodName =>
            (method.ReducedFrom ?? method).Parameters is [{ Type: INamedTypeSymbol { Name: "OptionsBuilder", TypeArguments: [INamedTypeSymbol options] } }]
            && GovernedTypeReader.IsGoverned(options)
            && method.ContainingType.Name == GovernedType.ValidationOf(GovernedTypeReader.NameOf(options)),
        _ => false,
    };

    // For top-level statements, the first statement.
    private static Location PlaceOf(IMethodSymbol entry)
    {
        var place = entry.Locations[0];
        return place.SourceTree is { } tree && entry.Name.StartsWith("<", StringComparison.Ordinal)
            ? tree.GetRoot().GetFirstToken().GetLocation()
            : place;
    }
}
