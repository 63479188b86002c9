using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator;

/// <summary>
/// The code that somebody has written. It is judged, even if a comment or its name says that it is generated. What a source generator or a
/// tool adds is judged where it maps back to a written file, as the code of a Razor page does.
/// </summary>
internal sealed class WrittenCode
{
    /// <summary>What an analyzer asks for, so that neither a comment nor a name hides code from it. Each place must then be asked about here.</summary>
    public const GeneratedCodeAnalysisFlags AllCode = GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private readonly string[] _generatedFolders;
    private readonly ConcurrentDictionary<SyntaxTree, Origin> _origins = new();
    // A tool may copy one piece of a page to several places.
    private readonly ConcurrentDictionary<(string Id, string Message, FileLinePositionSpan Place), bool> _reported = new();

    private WrittenCode(string[] generatedFolders) => _generatedFolders = generatedFolders;

    /// <summary>The written code of a project.</summary>
    /// <param name="options">The project's properties.</param>
    public static WrittenCode Of(AnalyzerOptions options)
    {
        var project = Property(options, "ProjectDir");
        var folders = new[] { "BaseIntermediateOutputPath", "IntermediateOutputPath", "CompilerGeneratedFilesOutputPath" }
            .Select(name => Property(options, name))
            .Where(folder => folder.Length > 0)
            .Select(folder => Normal(IsRooted(folder) ? folder : project + folder) + "/")
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return new([.. folders]);
    }

    /// <summary>Whether any part of a file is written.</summary>
    /// <param name="tree">The file.</param>
    public bool IsIn(SyntaxTree tree) => OriginOf(tree) != Origin.Generated;

    /// <summary>Whether a place is written.</summary>
    /// <param name="place">The place.</param>
    public bool Includes(Location place) => place.SourceTree is not { } tree || OriginOf(tree) switch
    {
        Origin.Written => true,
        Origin.Mapped => tree.GetLineVisibility(place.SourceSpan.Start) == LineVisibility.Visible
            && place.GetMappedLineSpan() is { HasMappedPath: true } mapped && !IsGenerated(mapped.Path),
        _ => false,
    };

    /// <summary>Reports a diagnostic if its place is written, and once if several pieces of code map to that place.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="report">Reports it.</param>
    public void Report(Diagnostic diagnostic, Action<Diagnostic> report)
    {
        if (!Includes(diagnostic.Location)) return;
        var isNews = diagnostic.Location.SourceTree is not { } tree || OriginOf(tree) == Origin.Written
            || _reported.TryAdd((diagnostic.Id, diagnostic.GetMessage(), diagnostic.Location.GetMappedLineSpan()), true);
        if (isNews) report(diagnostic);
    }

    private Origin OriginOf(SyntaxTree tree) => _origins.GetOrAdd(tree, each =>
        !IsGenerated(each.FilePath) ? Origin.Written : each.GetLineMappings().Any() ? Origin.Mapped : Origin.Generated);

    // A compiler without an output folder gives what a source generator adds a path that is not rooted.
    private bool IsGenerated(string path)
    {
        var normal = path.Replace('\\', '/');
        return (normal.Length > 0 && !IsRooted(normal))
            || Array.Exists(_generatedFolders, folder => normal.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
    }

    // The compiler names files without '.' and '..'.
    private static string Normal(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.TrimEnd('/').Split('/'))
        {
            if (segment == ".." && segments.Count > 1) segments.RemoveAt(segments.Count - 1);
            else if (segment != "." && (segment.Length > 0 || segments.Count == 0)) segments.Add(segment);
        }
        return string.Join("/", segments);
    }

    private static bool IsRooted(string path) => path is ['/', ..] or [_, ':', ..];

    private static string Property(AnalyzerOptions options, string name) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value.Trim().Replace('\\', '/') : "";

    private enum Origin
    {
        /// <summary>A file of the project.</summary>
        Written,

        /// <summary>Added by a tool, with parts that map back.</summary>
        Mapped,

        /// <summary>Added by a tool.</summary>
        Generated,
    }
}
