using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Lint;

/// <summary>
/// Finds where a repository switches decisions off: properties of projects, severities in files for analyzers, and suppressions in code. Each is
/// allowed, and none should be a surprise. The files are searched line by line, not understood: what only looks like it, such as a text
/// in a string, is listed too.
/// </summary>
internal static partial class SwitchedOff
{
    private const long LongestFile = 8 * 1024 * 1024;

    // A line of code that is longer is not written by hand.
    private const int LongestLine = 4096;

    private static readonly string[] _passed = [.. Check.FolderWalk.Passed, ".github"];

    private static readonly string[] _ofProjects = [".csproj", ".props", ".targets", ".fsproj", ".vbproj"];

    private static readonly EnumerationOptions _here = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    /// <summary>The places, in the order of the files.</summary>
    /// <param name="root">The absolute path of the repository.</param>
    /// <param name="packs">The ids of the decision packs that its projects refer to.</param>
    public static IEnumerable<FaultInFile> Find(string root, IReadOnlyList<string> packs) => FilesBelow(root)
        .Order(StringComparer.Ordinal)
        .SelectMany(file => In(file, new(packs)).Select(fault => new FaultInFile(Path.GetRelativePath(root, file).Replace('\\', '/'), fault)));

    private static IEnumerable<string> FilesBelow(string root)
    {
        var open = new Stack<string>([root]);
        while (open.TryPop(out var folder))
        {
            var (files, folders) = In(new DirectoryInfo(folder));
            foreach (var file in files) yield return file;
            foreach (var below in folders) open.Push(below);
        }
    }

    // A folder may vanish while it is searched.
    private static (List<string> Files, List<string> Folders) In(DirectoryInfo folder)
    {
        try
        {
            return (
                [.. folder.EnumerateFiles("*", _here).Select(file => file.FullName).Where(file => PatternsOf(file) is not null)],
                [.. folder.EnumerateDirectories("*", _here)
                    .Where(each => !_passed.Contains(each.Name, StringComparer.OrdinalIgnoreCase))
                    .Select(each => each.FullName)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ([], []);
        }
    }

    private static bool IsOfProject(string path) => _ofProjects.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static (Regex Pattern, string By)[]? PatternsOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        _ when IsOfProject(path) => [(Property(), "this property"), (IdsInProject(), "this property")],
        ".editorconfig" or ".globalconfig" => [(Severity(), "this severity")],
        ".cs" => [(Pragma(), "this pragma"), (Attribute(), "this attribute")],
        _ => null,
    };

    private static IEnumerable<Fault> In(string path, LeftOutPacks packs)
    {
        var isOfProject = IsOfProject(path);
        var patterns = PatternsOf(path)!;
        string[] lines;
        try
        {
            if (new FileInfo(path).Length > LongestFile) yield break;
            lines = File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A project that cannot be opened cannot be built either, which says so.
            yield break;
        }
        for (var line = 0; line < lines.Length; line++)
        {
            if (lines[line].Length > LongestLine) continue;
            foreach (var (pattern, by) in patterns)
            {
                if (pattern.Match(lines[line]) is not { Success: true } match) continue;
                yield return Off(match.Groups["what"], line, $"{by} keeps something of a decision from being reported here.");
                break;
            }
            if (isOfProject && packs.In(lines[line]) is { } left)
            {
                yield return Off(left, line, "this item keeps a decision pack from the build of the project.");
            }
        }
    }

    private static Fault Off(Group what, int line, string consequence) => new(
        HistoryFaults.SwitchedOff,
        new(line + 1, what.Index + 1, line + 1, what.Index + what.Length + 1),
        $"'{what.Value}': {consequence} docs/diagnostics.md says what is still kept.");

    [GeneratedRegex(
        @"<(?<what>RunAnalyzers(DuringBuild)?)>\s*false\s*<|<(?<what>DecisionsVisibility)>\s*none\s*<|<(?<what>DecisionsEnabled)>\s*false\s*<"
            + @"|(?<what>DecisionSettings)=""false""",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Property();

    [GeneratedRegex(@"<(NoWarn|WarningsNotAsErrors)>[^<]*(?<what>DP\d{4})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex IdsInProject();

    [GeneratedRegex(
        @"^\s*(?<what>dotnet_diagnostic\.DP\d{4}\.severity|dotnet_analyzer_diagnostic(\.category-DecisionPolicies)?\.severity)\s*=\s*"
            + "(none|silent|suggestion|warning)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Severity();

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable\s[^/]*(?<what>DP\d{4})", RegexOptions.NonBacktracking)]
    private static partial Regex Pragma();

    [GeneratedRegex(@"SuppressMessage\s*\(\s*""[^""]*""\s*,\s*""(?<what>DP\d{4})", RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();
}
