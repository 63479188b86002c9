using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Lint;

/// <summary>The committed versions of files, under any name that they had.</summary>
internal sealed class FileHistory
{
    private readonly Dictionary<string, List<FileVersion>> _versions;
    private readonly Dictionary<string, string> _texts;

    private FileHistory(Dictionary<string, List<FileVersion>> versions, Dictionary<string, string> texts) => (_versions, _texts) = (versions, texts);

    /// <summary>Reads the history of files up to a commit.</summary>
    /// <param name="paths">The paths of the files, relative to the repository.</param>
    /// <param name="git">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <exception cref="GitException">Git does not have the whole history, or cannot answer.</exception>
    public static FileHistory Of(IEnumerable<string> paths, GitRepository git, string commit)
    {
        if (git.IsShallow)
        {
            throw new GitException("this clone is shallow; fetch the whole history, for example with 'git fetch --unshallow' or 'fetch-depth: 0'");
        }
        var versions = VersionsOf(paths, git.Changes(commit));
        return new(versions, git.Texts(versions.Values.SelectMany(these => these).Select(version => version.Blob)));
    }

    /// <summary>The versions of a file with their texts, the oldest first.</summary>
    /// <param name="path">The path of the file.</param>
    public IEnumerable<(FileVersion Version, string Text)> VersionsOf(string path) => _versions[path].Select(version => (version, _texts[version.Blob]));

    private static Dictionary<string, List<FileVersion>> VersionsOf(IEnumerable<string> paths, List<(string? Before, FileVersion After)> changes)
    {
        var versions = paths.ToDictionary(path => path, _ => new List<FileVersion>(), StringComparer.Ordinal);
        var named = versions.ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
        foreach (var (before, after) in changes)
        {
            if (!named.TryGetValue(after.Path, out var these)) continue;
            these.Insert(0, after);
            if (before == after.Path) continue;
            // Older changes of this path belong to another file that had the name before.
            named.Remove(after.Path);
            if (before is not null) named.TryAdd(before, these);
        }
        return versions;
    }
}
