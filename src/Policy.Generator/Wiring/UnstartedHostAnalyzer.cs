using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DecisionPolicies.Generator.Wiring;

/// <summary>Reports a host with decisions that is built, and whose services are used, in code that never starts it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnstartedHostAnalyzer : DiagnosticAnalyzer
{
    private const string HostType = "Microsoft.Extensions.Hosting.IHost";
    private const string BrowserHost = "WebAssemblyHost";
    private const string NotStarted = "This one is used but never started. Start it, or call ValidateDecisions() on its Services first.";
    private const string InBrowser = "A WebAssembly host starts nothing that judges them. Call ValidateDecisions() on its Services before it runs.";
    private const string StartupValidator = "IStartupValidator";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CodeDiagnostics.NotStarted];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.AllCode);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (Entrance.IsTest(start.Options)) return;
        var host = start.Compilation.GetTypeByMetadataName(HostType);
        var written = WrittenCode.Of(start.Options);
        start.RegisterOperationAction(action => Judge(action, host, written), OperationKind.Invocation);
    }

    private static void Judge(OperationAnalysisContext action, INamedTypeSymbol? host, WrittenCode written)
    {
        // Only the few blocks that hand over decisions are searched, each from the first call that does.
        if (!Entrance.IsForDecisions(((IInvocationOperation)action.Operation).TargetMethod)) return;
        var operations = BlockOf(action.Operation).DescendantsAndSelf().ToList();
        var calls = operations.OfType<IInvocationOperation>().ToList();
        if (!ReferenceEquals(calls.Find(call => Entrance.IsForDecisions(call.TargetMethod)), action.Operation) || calls.Exists(IsValidation)) return;
        foreach (var built in calls.Where(call => call.TargetMethod.Name == "Build"))
        {
            var fault = built.Type?.Name == BrowserHost ? InBrowser
                : IsHost(built.Type, host) && IsUsedUnstarted(built, operations) ? NotStarted
                : null;
            if (fault is not null) written.Report(Diagnostic.Create(CodeDiagnostics.NotStarted, built.Syntax.GetLocation(), fault), action.ReportDiagnostic);
        }
    }

    private static IOperation BlockOf(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }

    // Of the services, or of all options.
    private static bool IsValidation(IInvocationOperation call) =>
        call.TargetMethod is { Name: "ValidateDecisions", ContainingType.Name: "DecisionPoliciesServiceProviderExtensions" }
        || call.TargetMethod.TypeArguments.Any(type => type.Name == StartupValidator);

    private static bool IsHost(ITypeSymbol? type, INamedTypeSymbol? host) =>
        type is not null && host is not null && type.AllInterfaces.Append(type).Contains(host, SymbolEqualityComparer.Default);

    private static bool IsUsedUnstarted(IInvocationOperation built, List<IOperation> operations)
    {
        if (IsServices(built.Parent)) return true;
        if (built.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } }) return false;
        var uses = operations.OfType<ILocalReferenceOperation>()
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))
            .Select(use => use.Parent)
            .ToList();
        // Code that is given the host may start it.
        return uses.Exists(IsServices) && uses.TrueForAll(use => use is IPropertyReferenceOperation || IsDisposal(use));
    }

    private static bool IsServices(IOperation? use) => use is IPropertyReferenceOperation { Property.Name: "Services" };

    private static bool IsDisposal(IOperation? use) =>
        use is IUsingOperation or IInvocationOperation { TargetMethod: { Name: "Dispose" or "DisposeAsync", IsExtensionMethod: false } };
}
