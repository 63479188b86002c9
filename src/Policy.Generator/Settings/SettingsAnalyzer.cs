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
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. SettingsDiagnostics.All, Diagnostics.DescriptorOf(FaultKind.UnknownEnvironment)];

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
        var environments = new Lazy<IReadOnlyList<string>>(() => KnownEnvironments.Of(MarkedSettings.All(options, cancel)));
        start.RegisterAdditionalFileAction(action =>
        {
            if (InputFiles.Read(action.AdditionalFile, options, action.CancellationToken) is { Pack: null } record)
            {
                foreach (var fault in KnownEnvironments.Faults(record.Content, environments.Value))
                {
                    action.ReportDiagnostic(Diagnostics.Of(fault, record.FilePath));
                }
            }
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
            foreach (var fault in FaultsOf(input)) yield return (input.FilePath, SettingsDiagnostics.Of(fault, input.FilePath));
        }
        var target = Target.Of(options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var judged = new SettingsJudge(records).Judge([.. inputs.Where(input => !StartedSettings.IsIn(input.FilePath))]);
        foreach (var broken in judged.Concat(inputs.Where(input => StartedSettings.IsIn(input.FilePath)).SelectMany(input => Judge(input, inputs, records))))
        {
            yield return (broken.Place.Path, SettingsDiagnostics.Of(broken, broken.Record.Cited(target.LinkBase)));
        }
    }

    private static IEnumerable<SettingsFault> FaultsOf(SettingsInput input)
    {
        if (input.File.Fault is { } fault) return [fault];
        if (!StartedSettings.IsIn(input.FilePath)) return [];
        return StartedSettings.Of(input.FilePath, input.File).Select(started => started.File.Fault).OfType<SettingsFault>();
    }

    // What a tool starts the program with comes after the program's own files, which are judged already.
    private static IEnumerable<BrokenSetting> Judge(SettingsInput input, IReadOnlyList<SettingsInput> inputs, IReadOnlyList<AdrRecord> records)
    {
        var files = inputs.Where(other => MarkedSettings.IsStartedWith(other, input)).ToList();
        var broken = StartedSettings.Of(input.FilePath, input.File).SelectMany(started =>
        {
            var last = new SettingsInput(input.FilePath, input.Group, started.Environment, started.File);
            var all = files.Select(file => file with { Group = input.Group }).Append(last).ToList();
            return new SettingsJudge(records) { Environment = started.Environment }.Judge(all).Where(each => each.Place.Path == input.FilePath);
        });
        // Several profiles may say the same of one place, as an argument in a comment of all does.
        return broken.Distinct();
    }

    private static IReadOnlyList<AdrRecord> InForce(AnalyzerOptions options, CancellationToken cancel) =>
        [.. InputFiles.Governing(options, cancel).All.Where(record => record.Decision.Enforces<ConfigurationRule>())];
}
