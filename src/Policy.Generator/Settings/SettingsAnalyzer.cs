using System.Collections.Immutable;
using DecisionPolicies.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator.Settings;

/// <summary>Judges <c>appsettings*.json</c>, and other files that the build marks, by the rules about configuration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettingsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. SettingsDiagnostics.All];

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
        // A file is judged together with the files that it is merged with. So all are judged at once, and each file reports its own diagnostics.
        var byFile = new Lazy<ILookup<string, Diagnostic>>(() =>
            Judge(options, cancel).ToLookup(pair => pair.FilePath, pair => pair.Diagnostic, StringComparer.Ordinal));
        start.RegisterAdditionalFileAction(action =>
        {
            if (!MarkedSettings.IsMarked(action.AdditionalFile, options.AnalyzerConfigOptionsProvider)) return;
            foreach (var diagnostic in byFile.Value[action.AdditionalFile.Path]) action.ReportDiagnostic(diagnostic);
        });
    }

    private static IEnumerable<(string FilePath, Diagnostic Diagnostic)> Judge(AnalyzerOptions options, CancellationToken cancel)
    {
        var records = InForce(options, cancel);
        if (records.Count == 0) yield break;
        var inputs = MarkedSettings.All(options, cancel);
        foreach (var input in inputs)
        {
            if (input.File.Fault is { } fault) yield return (input.FilePath, SettingsDiagnostics.Of(fault, input.FilePath));
        }
        var target = Target.Of(options.AnalyzerConfigOptionsProvider.GlobalOptions);
        foreach (var broken in new SettingsJudge(records).Judge(inputs))
        {
            yield return (broken.Place.Path, SettingsDiagnostics.Of(broken, broken.Record.Cited(target.LinkBase)));
        }
    }

    private static IReadOnlyList<AdrRecord> InForce(AnalyzerOptions options, CancellationToken cancel) => [.. InputFiles.Of(options, cancel)
        .Select(file => file.Content.Record)
        .OfType<AdrRecord>()
        .Where(record => record.Decision.Enforces<ConfigurationRule>())
        .GroupBy(record => record.Path, StringComparer.Ordinal).Select(same => same.First())
        .OrderBy(record => record.Path, StringComparer.Ordinal)];
}
