using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator;

/// <summary>
/// Turns the records among the additional files into the class <c>Decisions</c>. Text becomes a record file by file,
/// records become one set, and each record of the set becomes a source of its own, so that an edit redoes one file.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class DecisionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancel) => InputFile.Read(pair.Left, pair.Right, cancel))
            .WithTrackingName(StepNames.Files)
            .Where(file => file is not null)
            .Select((file, _) => file!);

        var set = files.Select((file, _) => file.Content with { Faults = ValueList<Fault>.Empty })
            .Collect()
            .Select((contents, _) => RecordSet.Of(contents))
            .WithTrackingName(StepNames.Set);

        var target = context.AnalyzerConfigOptionsProvider
            .Select((options, _) => Target.Of(options.GlobalOptions))
            .WithTrackingName(StepNames.Target);

        var records = set.SelectMany((all, _) => all.Records).WithTrackingName(StepNames.Records);
        context.RegisterSourceOutput(records.Combine(target), (output, pair) =>
            output.AddSource($"Decisions.{pair.Left.Name}.g.cs", DecisionSource.Of(pair.Left, pair.Right)));

        var names = set.Select((all, _) => all.Records.Select(r => r.Name).ToValueList()).WithTrackingName(StepNames.Names);
        context.RegisterSourceOutput(names.Combine(target), (output, pair) =>
        {
            // Without a record there is no class: code that counts on a decision must not compile.
            if (pair.Left.Count > 0) output.AddSource("Decisions.g.cs", DecisionSource.OfAll(pair.Left, pair.Right));
        });

        context.RegisterSourceOutput(files.Where(file => file.Content.Faults.Count > 0), (output, file) =>
        {
            foreach (var fault in file.Content.Faults) output.ReportDiagnostic(Diagnostics.Of(fault, file.FilePath));
        });
        var paths = files.Select((file, _) => (file.Content.Path, file.FilePath)).Collect();
        context.RegisterSourceOutput(set.Select((all, _) => all.Faults).Combine(paths), (output, pair) =>
        {
            foreach (var found in pair.Left)
            {
                output.ReportDiagnostic(Diagnostics.Of(found.Fault, pair.Right.First(p => p.Path == found.Path).FilePath));
            }
        });
    }
}
