using System.Collections.Immutable;
using DecisionPolicies.Generator.Governed;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator;

/// <summary>
/// Turns the records among the additional files into the class <c>Decisions</c>. Text becomes a record file by file, what records
/// say of one another becomes one set, and each record becomes a source of its own, so that an edit redoes one file.
/// </summary>
/// <remarks>Each step goes through all files on each edit, if only to see that they have not changed. So there are few.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class DecisionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany((pair, _) => InputFile.PathOf(pair.Left, pair.Right) is { } path ? ImmutableArray.Create((Text: pair.Left, Path: path)) : [])
            .SelectMany((marked, cancel) => InputFile.Read(marked.Text, marked.Path, cancel) is { } file ? ImmutableArray.Create(file) : [])
            .WithTrackingName(StepNames.Files);

        // Most edits change nothing that concerns other records, and end here.
        var set = files.Select((file, _) => file.Content.ForOthers())
            .Collect()
            .Select((contents, _) => RecordSet.Of(contents))
            .WithTrackingName(StepNames.Set);

        var target = context.AnalyzerConfigOptionsProvider
            .Select((options, _) => Target.Of(options.GlobalOptions))
            .WithTrackingName(StepNames.Target);

        // Found by file, not by position: a record more or less leaves the others where they are.
        var records = files.Combine(set)
            .SelectMany((pair, _) => pair.Right.Complete(pair.Left.Content) is { } record ? ImmutableArray.Create(record) : [])
            .WithTrackingName(StepNames.Records);
        context.RegisterSourceOutput(records.Combine(target), (output, pair) =>
        {
            if (pair.Right.IsWanted) output.AddSource($"Decisions.{pair.Left.Name}.g.cs", DecisionSource.Of(pair.Left, pair.Right));
        });

        var names = set.Select((all, _) => all.Records.Select(r => new RecordName(r.Name, r.Id)).ToValueList()).WithTrackingName(StepNames.Names);
        context.RegisterSourceOutput(names.Combine(target), (output, pair) =>
        {
            // Without a record there is no class: code that counts on a decision must not compile.
            if (pair.Left.Count > 0 && pair.Right.IsWanted) output.AddSource("Decisions.g.cs", DecisionSource.OfAll(pair.Left, pair.Right));
        });

        var enforced = records.SelectMany((record, _) => EnforcedRecord.Of(record) is { } rules ? ImmutableArray.Create((record.Path, Rules: rules)) : [])
            .Collect()
            .Select((all, _) => all.OrderBy(one => one.Path, StringComparer.Ordinal).Select(one => one.Rules).ToValueList())
            .WithTrackingName(StepNames.Enforced);
        var governed = context.SyntaxProvider
            .ForAttributeWithMetadataName(GovernedTypeReader.Attribute, (_, _) => true, (marked, _) => GovernedTypeReader.Read(marked))
            .WithTrackingName(StepNames.Governed)
            .Where(type => type is { Fault: null })
            .Select((type, _) => type!);
        var governedNames = governed.Select((type, _) => type.FullName)
            .Collect()
            .Select((all, _) => all.OrderBy(name => name, StringComparer.Ordinal).ToValueList())
            .WithTrackingName(StepNames.GovernedNames);
        var judged = governed.Combine(governedNames).Select((pair, _) => (Type: pair.Left, HintName: GovernedSource.HintName(pair.Left, pair.Right)));
        context.RegisterSourceOutput(judged.Combine(enforced).Combine(target).Where(pair => pair.Right.IsWanted), (output, pair) =>
            output.AddSource(pair.Left.Left.HintName, GovernedSource.Of(pair.Left.Left.Type, pair.Left.Right, pair.Right)));

        // What keeps a constant from being generated is reported here, where no setting for analyzers can silence it.
        context.RegisterSourceOutput(files.Where(file => file.Content.Faults.Any(f => f.Kind.KeepsFromEmitting)), (output, file) =>
        {
            foreach (var fault in file.Content.Faults.Where(f => f.Kind.KeepsFromEmitting)) output.ReportDiagnostic(Diagnostics.Of(fault, file.FilePath));
        });
        var between = set.SelectMany((all, _) => all.Faults.Where(found => found.Fault.Kind.KeepsFromEmitting));
        context.RegisterSourceOutput(between.Combine(files.Collect()), (output, pair) =>
            output.ReportDiagnostic(Diagnostics.Of(pair.Left.Fault, pair.Right.First(file => file.Content.Path == pair.Left.Path).FilePath)));
    }
}
