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
            .Of(InputFiles.Of(options, cancel).Select(file => file.Content))
            .Faults.ToLookup(found => found.Path, found => found.Fault));
        var ofPacks = new Lazy<ILookup<string, Fault>>(() => InputFiles.Governing(options, cancel).Faults.ToLookup(found => found.Path, found => found.Fault));
        start.RegisterAdditionalFileAction(action =>
        {
            // What is wrong in a pack is reported at the project.
            if (InputFiles.Read(action.AdditionalFile, options, action.CancellationToken) is not { Pack: null } file) return;
            var path = file.Content.Path;
            var faults = file.Content.Faults.Concat(between.Value[path]).Concat(ofPacks.Value[path]).Select(fault => new FaultInFile(path, fault)).ToList();
            foreach (var fault in PartlyRead.SaidOnce(faults).Select(found => found.Fault))
            {
                if (!fault.KeepsFromEmitting) action.ReportDiagnostic(Diagnostics.Of(fault, file.FilePath));
            }
        });
    }
}
