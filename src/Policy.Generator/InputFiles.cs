using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator;

/// <summary>The records among the additional files of a compilation, as analyzers see them.</summary>
internal static class InputFiles
{
    private static readonly ConditionalWeakTable<AnalyzerOptions, ConventionsByFolder> _conventions = new();

    /// <summary>The records of a compilation, in the order of its files.</summary>
    /// <param name="options">The files and properties of the project.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public static IEnumerable<InputFile> Of(AnalyzerOptions options, CancellationToken cancel) =>
        options.AdditionalFiles.Select(file => Read(file, options, cancel)).OfType<InputFile>();

    /// <summary>Reads one file; null if it is not a record.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The files and properties of the project.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public static InputFile? Read(AdditionalText file, AnalyzerOptions options, CancellationToken cancel) =>
        InputFile.Read(file, InputFile.PathOf(file, options.AnalyzerConfigOptionsProvider), ConventionsOf(options, cancel), cancel);

    private static ConventionsByFolder ConventionsOf(AnalyzerOptions options, CancellationToken cancel) => _conventions.GetValue(options, _ =>
        ConventionsByFolder.Of(options.AdditionalFiles
            .Where(file => RecordConventions.IsIn(file.Path))
            .Select(file => InputFile.ReadConventions(file, InputFile.PathOf(file, options.AnalyzerConfigOptionsProvider), cancel))
            .OfType<(string, RecordConventions)>()));
}
