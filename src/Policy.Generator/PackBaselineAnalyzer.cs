using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator;

/// <summary>Compares the decisions of a pack that is being made with those of the version that the project names.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PackBaselineAnalyzer : DiagnosticAnalyzer
{
    private const string Version = "build_property.PackageVersion";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Diagnostics.DescriptorOf(FaultKind.ChangedPack)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Compare);
    }

    private static void Compare(CompilationAnalysisContext compilation)
    {
        if (InputFiles.Baseline(compilation.Options, compilation.CancellationToken) is not { } baseline) return;
        var own = InputFiles.Of(compilation.Options, compilation.CancellationToken).ToList();
        var options = compilation.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        var version = options.TryGetValue(Version, out var text) ? text.Split('+')[0].Trim() : "";
        foreach (var found in PackBaseline.Faults(baseline, version, [.. own.Select(file => file.Content)]))
        {
            compilation.ReportDiagnostic(own.Find(file => file.Content.Path == found.Path) is { } file
                ? Diagnostics.Of(found.Fault, file.FilePath)
                : InputPacks.Of(found.Fault.Kind, $"{found.Path}: {found.Fault.Message}", InputPacks.ProjectOf(options)));
        }
    }
}
