using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator;

/// <summary>
/// Reports the faults of records that do not keep a constant from being generated, at their place in the Markdown file. Editors show
/// what an analyzer reports about a file, but often not what a generator reports.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecordAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. FaultKind.All.Where(kind => !kind.NeedsCode)
            .Select(kind => kind.KeepsFromEmitting ? Diagnostics.DescriptorOf(kind, Severity.Warning) : Diagnostics.DescriptorOf(kind))];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        var options = start.Options;
        var cancel = start.CancellationToken;
        // Faults between records need all records, but only once per compilation.
        var between = new Lazy<ILookup<string, Fault>>(() => RecordSet
            .Of(options.AdditionalFiles.Select(file => Read(file, cancel)?.Content).OfType<RecordFile>())
            .Faults.ToLookup(found => found.Path, found => found.Fault));
        InputFile? Read(AdditionalText file, CancellationToken token) =>
            InputFile.Read(file, InputFile.PathOf(file, options.AnalyzerConfigOptionsProvider), token);
        start.RegisterAdditionalFileAction(action =>
        {
            if (Read(action.AdditionalFile, action.CancellationToken) is not { } file) return;
            foreach (var fault in file.Content.Faults.Concat(between.Value[file.Content.Path]))
            {
                if (!fault.KeepsFromEmitting) action.ReportDiagnostic(Diagnostics.Of(fault, file.FilePath));
            }
        });
    }
}
