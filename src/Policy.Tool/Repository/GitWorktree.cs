namespace DecisionPolicies.Tool.Repository;

/// <summary>A file in git's index.</summary>
/// <param name="Path">The absolute path.</param>
/// <param name="Blob">The id of its content.</param>
internal sealed record IndexedFile(string Path, string Blob);

/// <summary>What git ignores.</summary>
/// <param name="Paths">Absolute paths of files, and of folders that are ignored as a whole.</param>
/// <param name="Folders">Absolute paths of other folders in which every file is ignored.</param>
internal sealed record IgnoredPaths(IReadOnlySet<string> Paths, IReadOnlySet<string> Folders)
{
    /// <summary>Nothing is ignored.</summary>
    public static IgnoredPaths None { get; } = new(new HashSet<string>(), new HashSet<string>());

    /// <summary>Whether every file in a folder is ignored.</summary>
    /// <param name="folder">The absolute path.</param>
    public bool HasAllIn(string folder)
    {
        for (var at = Folders.Count == 0 ? null : folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Folders.Contains(at)) return true;
        }
        return false;
    }
}

/// <summary>What git says about the files of a repository as they are now: which are ignored, changed, or staged for a commit.</summary>
/// <param name="Root">The absolute path of the repository's folder.</param>
internal sealed record GitWorktree(string Root)
{
    /// <summary>The name of the commit that is checked out.</summary>
    public const string Head = "HEAD";

    private static readonly string[] _names = ["--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"];

    /// <summary>The absolute path of another index than the repository's own; null for its own.</summary>
    public string? IndexFile { get; init; }

    private GitProcess Git => new(Root) { IndexFile = IndexFile };

    /// <summary>What git ignores below a folder. Nothing without git, or outside of a repository.</summary>
    /// <param name="folder">The absolute path.</param>
    public static IgnoredPaths IgnoredBelow(string folder)
    {
        if (RecordsFolder.RepositoryAbove(folder) is null) return IgnoredPaths.None;
        var git = new GitProcess(folder);
        var listed = git.Run("", "ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z");
        if (!listed.Succeeded) return IgnoredPaths.None;
        // A folder is also listed if no pattern matches it, but one matches each file in it.
        // Asked about 'x/' with its slash, git answers for what is in it. The folder that was named is judged, even if git ignores it.
        var folders = listed.Parts.Where(path => path.EndsWith('/') && path != "./").Select(path => path.TrimEnd('/')).ToList();
        var matched = folders.Count == 0 ? [] : git.Run(string.Concat(folders.Select(path => path + '\0')), "check-ignore", "-z", "--stdin").Parts;
        return new(
            Absolute(listed.Parts.Where(path => !path.EndsWith('/')).Concat(matched), folder).ToHashSet(StringComparer.Ordinal),
            Absolute(folders.Except(matched, StringComparer.Ordinal), folder).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The commit that a name refers to, or null.</summary>
    /// <param name="name">A branch, or any other name of a commit.</param>
    /// <exception cref="GitException">Git cannot read the repository at all.</exception>
    public string? CommitOf(string name)
    {
        var answer = Git.Run("", "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
        if (answer.Succeeded) return answer.Text.Trim();
        Answered("rev-parse", "--git-dir");
        return null;
    }

    /// <summary>The commit at which the branch that is checked out left another; null if they have none in common.</summary>
    /// <param name="commit">The id of a commit.</param>
    public string? ForkFrom(string commit) => Git.Run("", "merge-base", Head, commit) is { Succeeded: true } answer ? answer.Text.Trim() : null;

    /// <summary>The files that differ from a commit, in the folder or in the index, and those that are new and not ignored.</summary>
    /// <param name="commit">The id of a commit; null if there is none yet.</param>
    /// <returns>Absolute paths, which need not exist: a removed file was changed, too.</returns>
    /// <exception cref="GitException">Git cannot answer.</exception>
    public IEnumerable<string> ChangedSince(string? commit)
    {
        var known = commit is null ? Answer("ls-files", "--cached", "-z") : Absolute(Different(commit).Parts, Root);
        var staged = commit is null ? [] : Answer(["diff", "--cached", .. _names, commit, "--"]);
        return known.Concat(staged).Concat(Answer("ls-files", "--others", "--exclude-standard", "-z"));
    }

    // To compare a file, git would pass it through a program that the repository names. Without it, a file may seem to differ, and is checked.
    private GitAnswer Different(string commit)
    {
        var filters = Git.Run("", "config", "--null", "--name-only", "--get-regexp", @"^filter\..*\.(clean|process)$");
        var names = filters.Parts.Where(key => key.Length > 0).Select(key => key[..key.LastIndexOf('.')]).Distinct(StringComparer.Ordinal);
        return Answered((Git with { Filters = [.. names] }).Run("", ["diff", .. _names, commit, "--"]));
    }

    /// <summary>The files in the index that differ from the commit that is checked out.</summary>
    /// <returns>Absolute paths, which need not exist.</returns>
    /// <exception cref="GitException">Git cannot answer.</exception>
    public IEnumerable<string> Staged() => Answer(["diff", "--cached", .. _names]);

    /// <summary>The files with one of some words in them.</summary>
    /// <param name="words">The words.</param>
    /// <param name="inIndex">
    /// Whether files count as they are in the index; otherwise as they are in the folder, with those that are new and not ignored.
    /// </param>
    /// <returns>Absolute paths.</returns>
    /// <exception cref="GitException">Git cannot answer.</exception>
    public IEnumerable<string> FilesWith(IEnumerable<string> words, bool inIndex)
    {
        var answer = Git.Run(
            "", ["grep", "-l", "-z", "-I", "-F", "--no-color", inIndex ? "--cached" : "--untracked", .. words.SelectMany(word => new[] { "-e", word })]);
        // Git also fails, but says nothing, where it finds none.
        return answer.Succeeded || answer.Error.Length == 0 ? Absolute(answer.Parts, Root) : throw new GitException(answer.Error);
    }

    /// <summary>All files in the index, without links and submodules.</summary>
    /// <exception cref="GitException">Git cannot answer.</exception>
    public IEnumerable<IndexedFile> Index() => IndexIn(Answered("ls-files", "--stage", "-z").Parts, Root);

    /// <summary>The files of an index in what git answers.</summary>
    /// <param name="parts">The parts of the answer.</param>
    /// <param name="root">The absolute path of the repository's folder.</param>
    public static IEnumerable<IndexedFile> IndexIn(string[] parts, string root)
    {
        foreach (var part in parts)
        {
            // As in '100644 ID 0', a tab, and the path. A file with a conflict has other numbers than 0.
            if (part.Split('\t', 2) is [var entry, var path] && entry.Split(' ') is [['1', '0', ..], var blob, "0"])
            {
                yield return new(Path.GetFullPath(path, root), blob);
            }
        }
    }

    /// <summary>All files of a commit, without submodules.</summary>
    /// <param name="commit">The id of the commit.</param>
    /// <exception cref="GitException">Git cannot answer.</exception>
    public IEnumerable<CommittedFile> Files(string commit) => FilesIn(Answered("ls-tree", "-r", "-z", "--full-tree", commit).Parts, Root);

    /// <summary>The files of a commit in what git answers.</summary>
    /// <param name="parts">The parts of the answer.</param>
    /// <param name="root">The absolute path of the repository's folder.</param>
    public static IEnumerable<CommittedFile> FilesIn(string[] parts, string root)
    {
        foreach (var part in parts)
        {
            // As in '100644 blob ID', a tab, and the path.
            if (part.Split('\t', 2) is [var entry, var path] && entry.Split(' ') is [var mode, "blob", var blob])
            {
                yield return new(Path.GetFullPath(path, root), mode, blob);
            }
        }
    }

    /// <summary>The contents of blobs. One process for all.</summary>
    /// <param name="blobs">The ids.</param>
    /// <exception cref="GitException">A blob is missing, as in a partial clone.</exception>
    public Dictionary<string, byte[]> Contents(IEnumerable<string> blobs) => GitBlobs.Read(Git, blobs);

    /// <summary>Whether a file is in the repository's own folder, as its indexes are.</summary>
    /// <param name="path">The absolute path.</param>
    public bool Owns(string path) => Answered("rev-parse", "--absolute-git-dir").Text.TrimEnd('\n') is { Length: > 0 } folder
        && Path.GetFullPath(path).StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static IEnumerable<string> Absolute(IEnumerable<string> paths, string folder) => paths.Where(path => path.Length > 0)
        .Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, folder)));

    private IEnumerable<string> Answer(params string[] arguments) => Absolute(Answered(arguments).Parts, Root);

    private GitAnswer Answered(params string[] arguments) => Answered(Git.Run("", arguments));

    private static GitAnswer Answered(GitAnswer answer) => answer.Succeeded ? answer : throw new GitException(answer.Error);
}
