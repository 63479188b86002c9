using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Packs;

/// <summary>The projects below a folder: those that NuGet has restored, and the files of all.</summary>
/// <param name="Restored">The restored projects, in the order of their paths.</param>
/// <param name="Files">The absolute paths of project files, in their order.</param>
internal sealed record ProjectSearch(IReadOnlyList<RestoredProject> Restored, IReadOnlyList<string> Files)
{
    private const string Output = "obj";

    // Deeper than projects are in a repository. What is outside of one, such as a home folder, can be all of a disk.
    private const int MostLevels = 8;
    private const int MostLevelsOutside = 3;

    private const long LongestFile = 1024 * 1024;

    // What every project below a folder refers to can be written in these.
    private static readonly string[] _shared = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    private static readonly string[] _extensions = [".csproj", ".fsproj", ".vbproj"];

    private static readonly EnumerationOptions _here = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    /// <summary>Searches a folder. Links are not followed.</summary>
    /// <param name="root">The absolute path.</param>
    /// <param name="isRepository">Whether it is a repository; otherwise fewer levels are searched.</param>
    public static ProjectSearch Below(string root, bool isRepository)
    {
        var (assets, files) = (new List<string>(), new List<string>());
        var open = new Stack<(string Folder, int Levels)>([(root, isRepository ? MostLevels : MostLevelsOutside)]);
        while (open.TryPop(out var next))
        {
            files.AddRange(EntriesOf(next.Folder, Directory.EnumerateFiles).Where(IsProject));
            foreach (var folder in EntriesOf(next.Folder, Directory.EnumerateDirectories))
            {
                var name = Path.GetFileName(folder);
                if (string.Equals(name, Output, StringComparison.OrdinalIgnoreCase)) assets.AddRange(AssetsIn(folder));
                else if (next.Levels > 0 && !Check.FolderWalk.Passed.Contains(name, StringComparer.OrdinalIgnoreCase)) open.Push((folder, next.Levels - 1));
            }
        }
        return new(
            [.. assets.Order(StringComparer.Ordinal).Select(path => AssetsFile.Read(path, root)).OfType<RestoredProject>()],
            [.. files.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The projects that refer to one of these packages by a line of their own, or of a file for all projects, and are not restored.</summary>
    /// <param name="ids">The ids of packages.</param>
    /// <param name="root">The absolute path of the folder that was searched.</param>
    public IEnumerable<(string File, string Id)> Unrestored(IReadOnlyList<string> ids, string root)
    {
        if (ids.Count == 0) yield break;
        var restored = Restored.Select(project => project.File).ToHashSet(StringComparer.Ordinal);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files.Where(file => !restored.Contains(file)))
        {
            foreach (var id in ids.Where(id => SourcesOf(file, root).Any(source => RefersTo(TextOf(source), id)))) yield return (file, id);
        }

        string TextOf(string path) => texts.TryGetValue(path, out var text) ? text : texts[path] = Read(path);
    }

    // One more level, for repositories that have the files of all their projects in one folder.
    private static IEnumerable<string> AssetsIn(string output) => EntriesOf(output, Directory.EnumerateDirectories).Prepend(output)
        .Select(folder => Path.Combine(folder, AssetsFile.Name))
        .Where(File.Exists);

    private static List<string> EntriesOf(string folder, Func<string, string, EnumerationOptions, IEnumerable<string>> enumerate)
    {
        try
        {
            return [.. enumerate(folder, "*", _here)];
        }
        // A folder may vanish while it is searched.
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IEnumerable<string> SourcesOf(string project, string root)
    {
        yield return project;
        for (var folder = Path.GetDirectoryName(project); folder is not null && folder.Length >= root.Length; folder = Path.GetDirectoryName(folder))
        {
            foreach (var name in _shared) yield return Path.Combine(folder, name);
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length <= LongestFile ? File.ReadAllText(path) : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Whether a file is a project, by its name.</summary>
    /// <param name="path">The path.</param>
    public static bool IsProject(string path) => _extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static bool RefersTo(string text, string id) => Regex.IsMatch(
        text, $"PackageReference\\s+(Include|Update)\\s*=\\s*[\"']{Regex.Escape(id)}[\"']", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
}
