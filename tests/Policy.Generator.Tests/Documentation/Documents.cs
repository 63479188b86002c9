namespace DecisionPolicies.Generator.Tests.Documentation;

/// <summary>The pages that people read, and the sources whose messages they see.</summary>
internal static class Documents
{
    private static readonly string[] _leftOut = ["bin", "obj", "node_modules", "TestResults", ".git"];

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Snapshot.Folder, "../.."));

    /// <summary>Every page, by its path in the repository. Records and pages that tests feed to the reader are not among them.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md").Select(Named),
        .. new[] { "docs", "src", "samples" }.SelectMany(folder => Below(folder, "*.md"))
            .Where(page => !page.Contains("/AnalyzerReleases.", StringComparison.Ordinal)),
    ];

    /// <summary>The text of a file, with LF at the end of each line.</summary>
    /// <param name="path">Its path in the repository.</param>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>Files of a folder and those below it, without what builds leave there.</summary>
    /// <param name="folder">The folder, by its path in the repository.</param>
    /// <param name="pattern">As in <c>*.cs</c>.</param>
    public static IEnumerable<string> Below(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        .Select(Named)
        .Where(path => !path.Split('/').Intersect(_leftOut).Any())
        .Order(StringComparer.Ordinal);

    private static string Named(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
