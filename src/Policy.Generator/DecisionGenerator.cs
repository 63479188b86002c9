using System.Collections.Immutable;
using DecisionPolicies.Generator.Governed;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator;

/// <summary>
/// Turns the records among the additional files into the class <c>Decisions</c>. Each file becomes a record, the references between
/// records become one set, and the records become sources, usually one each, so that an edit regenerates one of them.
/// </summary>
/// <remarks>Each step visits all files on each edit, if only to see that they have not changed. So there are few steps.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class DecisionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var conventions = context.AdditionalTextsProvider
            .Where(file => RecordConventions.IsIn(file.Path))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancel) => InputFile.ReadConventions(pair.Left, InputFile.MarkOf(pair.Left, pair.Right), cancel))
            .Collect()
            .Select((all, _) => ConventionsByFolder.OfAll(all.OfType<(string?, string, RecordConventions)>()))
            .WithTrackingName(StepNames.Conventions);
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider.Combine(conventions))
            .SelectMany((pair, cancel) =>
                InputFile.Read(pair.Left, InputFile.MarkOf(pair.Left, pair.Right.Left), pair.Right.Right, cancel) is { } file
                ? ImmutableArray.Create(file)
                : [])
            .WithTrackingName(StepNames.Files);
        var inputs = files.Collect();

        // Most edits do not concern other records, and end here.
        var set = inputs
            .WithComparer(AsOthersSeeThem.Comparer)
            .Select((all, _) => RecordSet.Of(all.Where(file => file.Pack is null).Select(file => file.Content.ForOthers())))
            .WithTrackingName(StepNames.Set);

        var wanted = context.AnalyzerConfigOptionsProvider.Select((options, _) => Target.Of(options.GlobalOptions));
        var taken = wanted.Combine(context.CompilationProvider)
            .Select((pair, cancel) => TakenName.In(pair.Right, pair.Left, cancel))
            .WithTrackingName(StepNames.Taken);
        var target = wanted.Combine(taken.Select((name, _) => name is null))
            .Select((pair, _) => pair.Right ? pair.Left : pair.Left.Unwanted)
            .WithTrackingName(StepNames.Target);

        var allFiles = inputs.Select((all, _) => all.Any(file => file.Pack is not null) ? all.RemoveAll(file => file.Pack is not null) : all);
        var records = allFiles.Combine(set).Select((pair, _) => pair.Right.Complete(pair.Left.Select(file => file.Content)));

        // Parts are found by file, not by position, so adding or removing a record does not affect the others.
        var parts = files.Combine(records.Select((all, _) => SourcePart.Of(all)))
            .SelectMany((pair, _) =>
                pair.Left.Pack is null && pair.Right.TryGetValue(pair.Left.Content.Path, out var part) ? ImmutableArray.Create(part) : [])
            .WithTrackingName(StepNames.Parts);
        context.RegisterSourceOutput(parts.Combine(target), (output, pair) =>
        {
            if (pair.Right.IsWanted) output.AddSource(pair.Left.HintName, DecisionSource.Of(pair.Left.Records, pair.Right));
        });

        var names = set.Select((all, _) => all.Records.Select(r => new RecordName(r.Name, r.Decision.Id)).ToValueList()).WithTrackingName(StepNames.Names);

        // A pack does not change while a project is edited. What the project's records say of it may.
        var packs = inputs.Select((all, _) => all.Where(file => file.IsOfPack).ToValueList())
            .Select((packed, _) => InputPacks.Of(packed))
            .WithTrackingName(StepNames.Packs);
        var waivers = inputs.Select((all, _) =>
            all.Where(file => file is { Pack: null, Content.PackWaivers.Count: > 0 }).Select(file => file.Content.ForPacks()).ToValueList());
        var governing = packs.Combine(waivers).Select((pair, _) => GoverningDecisions.Of([], pair.Right, pair.Left.Sets).Packs);
        var chosen = context.AnalyzerConfigOptionsProvider.Select((options, _) => InputPacks.ChosenClasses(options.GlobalOptions));
        var named = governing.Combine(names).Combine(chosen).Select((pair, _) => NamedPacks.Of(pair.Left.Left, pair.Right, pair.Left.Right));
        context.RegisterSourceOutput(named.SelectMany((all, _) => all.Packs.SelectMany(PackPart.Of)).Combine(target), (output, pair) =>
        {
            if (pair.Right.IsWanted) output.AddSource(pair.Left.HintName, DecisionSource.OfPack(pair.Left, pair.Right));
        });
        var classes = named.Select((all, _) => all.Packs.Select(pack => pack.ClassName).ToValueList());
        var project = context.AnalyzerConfigOptionsProvider.Select((options, _) => InputPacks.ProjectOf(options.GlobalOptions));
        context.RegisterSourceOutput(packs.Combine(project), (output, pair) =>
        {
            foreach (var fault in pair.Left.Faults(pair.Right)) output.ReportDiagnostic(fault);
        });
        context.RegisterSourceOutput(named.Select((all, _) => all.Faults).Combine(project), (output, pair) =>
        {
            foreach (var fault in pair.Left) output.ReportDiagnostic(InputPacks.Of(FaultKind.UnreadablePack, fault, pair.Right));
        });

        context.RegisterSourceOutput(names.Combine(classes).Combine(target), (output, pair) =>
        {
            var ((own, packed), written) = pair;
            if (!written.IsWanted) return;
            output.AddSource("Decisions.g.cs", own.Count + packed.Count > 0 ? DecisionSource.OfAll(own, packed, written) : DecisionSource.OfNone(written));
        });

        var hasDecisions = names.Combine(classes).Select((pair, _) => pair.Left.Count + pair.Right.Count > 0);
        context.RegisterSourceOutput(taken.Combine(wanted).Combine(hasDecisions), (output, pair) =>
        {
            if (pair is ({ Left: { } name, Right: var unwritten }, true)) output.ReportDiagnostic(name.Report(unwritten));
        });

        // The build makes the readme of the package of it.
        context.RegisterSourceOutput(records.Combine(wanted), (output, pair) =>
        {
            var (all, made) = pair;
            if (made.MadePack.Length > 0) output.AddSource("DecisionPack.Readme.g.cs", DecisionSource.OfReadme(all, made));
        });

        var enforced = records.Combine(named)
            .Select((pair, _) => pair.Left.Concat(pair.Right.Packs.SelectMany(pack => pack.Records))
                .Select(EnforcedRecord.Of).OfType<EnforcedRecord>().ToValueList())
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
        var judged = governed.Combine(governedNames).Select((pair, _) => (Type: pair.Left, HintName: ValidateDecisionsSource.HintName(pair.Left, pair.Right)));
        context.RegisterSourceOutput(judged.Combine(enforced).Combine(target).Where(pair => pair.Right.IsWanted), (output, pair) =>
            output.AddSource(pair.Left.Left.HintName, ValidateDecisionsSource.Of(pair.Left.Left.Type, pair.Left.Right, pair.Right)));

        // A fault that keeps a constant from being generated is reported here, where analyzer settings cannot silence it.
        context.RegisterSourceOutput(allFiles.Combine(set), (output, pair) =>
        {
            var (all, together) = pair;
            foreach (var file in all.Where(file => file.Content.Faults.Count > 0))
            {
                foreach (var fault in file.Content.Faults.Where(fault => fault.KeepsFromEmitting))
                {
                    output.ReportDiagnostic(Diagnostics.Of(fault, file.FilePath));
                }
            }
            foreach (var found in together.Faults.Where(found => found.Fault.KeepsFromEmitting))
            {
                output.ReportDiagnostic(Diagnostics.Of(found.Fault, all.First(file => file.Content.Path == found.Path).FilePath));
            }
        });
    }
}
