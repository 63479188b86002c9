using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator;

/// <summary>The records among the additional files of a compilation, as analyzers see them.</summary>
internal static class InputFiles
{
    private static readonly ConditionalWeakTable<AnalyzerOptions, ConventionsByFolder> _conventions = new();
    private static readonly ConditionalWeakTable<AnalyzerOptions, GoverningDecisions> _governing = new();

    /// <summary>The project's own records, in the order of its files.</summary>
    /// <param name="options">The files and properties of the project.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public static IEnumerable<InputFile> Of(AnalyzerOptions options, CancellationToken cancel) => All(options, cancel).Where(file => file.Pack is null);

    /// <summary>The decisions that govern the project, each record once, in the order of their paths, and then those of its packs.</summary>
    /// <param name="options">The files and properties of the project.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public static GoverningDecisions Governing(AnalyzerOptions options, CancellationToken cancel) => _governing.GetValue(options, _ =>
    {
        var files = All(options, cancel).ToList();
        // A project may list a file that the build has already found.
        var own = files.Where(file => file.Pack is null).Select(file => file.Content)
            .GroupBy(file => file.Path, StringComparer.Ordinal).Select(same => same.First())
            .OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var records = own.Select(file => file.Record).OfType<AdrRecord>().ToList();
        var packs = PackClasses.Named(
            InputPacks.Of(files.Where(file => file.IsOfPack)).Sets,
            InputPacks.ChosenClasses(options.AnalyzerConfigOptionsProvider.GlobalOptions),
            records.Select(record => record.Name).Distinct(StringComparer.OrdinalIgnoreCase),
            []);
        return GoverningDecisions.Of(records, own, packs);
    });

    /// <summary>The earlier version of the pack that the project makes; null if there is nothing to compare with.</summary>
    /// <param name="options">The files and properties of the project.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public static PackSet? Baseline(AnalyzerOptions options, CancellationToken cancel)
    {
        var files = All(options, cancel).Where(file => file.Pack == InputPacks.Baseline).ToList();
        return files.Select(file => file.Manifest).FirstOrDefault(manifest => manifest is not null) is { } manifest
            ? PackSet.Of(manifest, [.. files.Where(file => file.Manifest is null).Select(file => file.Content)])
            : null;
    }

    /// <summary>Reads one file; null if it is not a record.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The files and properties of the project.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public static InputFile? Read(AdditionalText file, AnalyzerOptions options, CancellationToken cancel) =>
        InputFile.Read(file, InputFile.MarkOf(file, options.AnalyzerConfigOptionsProvider), ConventionsOf(options, cancel), cancel);

    private static IEnumerable<InputFile> All(AnalyzerOptions options, CancellationToken cancel) =>
        options.AdditionalFiles.Select(file => Read(file, options, cancel)).OfType<InputFile>();

    private static ConventionsByFolder ConventionsOf(AnalyzerOptions options, CancellationToken cancel) => _conventions.GetValue(options, _ =>
        ConventionsByFolder.OfAll(options.AdditionalFiles
            .Where(file => RecordConventions.IsIn(file.Path))
            .Select(file => InputFile.ReadConventions(file, InputFile.MarkOf(file, options.AnalyzerConfigOptionsProvider), cancel))
            .OfType<(string?, string, RecordConventions)>()));
}
