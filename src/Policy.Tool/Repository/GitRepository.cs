using System.Globalization;

namespace DecisionPolicies.Tool.Repository;

/// <summary>A version of a file in git's history.</summary>
/// <param name="Commit">The commit that wrote it, shortened.</param>
/// <param name="Day">The day of the commit, in UTC; null if its date is not a date of the calendar.</param>
/// <param name="Path">The file's path in that version.</param>
/// <param name="Blob">The id of its content.</param>
internal sealed record FileVersion(string Commit, DateOnly? Day, string Path, string Blob);

/// <summary>A file that was added on another branch.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Path">The file's path there.</param>
internal sealed record FileOnBranch(string Branch, string Path);

/// <summary>Git cannot answer. The message says why.</summary>
/// <param name="message">The reason, shown to the user.</param>
internal sealed class GitException(string message) : Exception(message);

/// <summary>Reads the git repository of the records.</summary>
internal sealed class GitRepository
{
    private const int ShownHash = 7;
    private const string Submodule = "160000";
    private const string NoMergeBase = "no merge base";

    private static readonly long _first = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long _last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private static readonly string[] _usualBases = ["refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main",
        "refs/heads/master"];

    private readonly GitProcess _git;
    private readonly string[] _folders;

    private GitRepository(RecordsFolder folder)
    {
        _git = new(folder.Root);
        _folders = ["--", .. folder.Folders.Select(records => PathOf(Path.GetRelativePath(folder.Root, records)))];
    }

    /// <summary>The repository that records are in.</summary>
    /// <param name="folder">Where the records are.</param>
    /// <exception cref="GitException">There is no repository, or git cannot read it.</exception>
    public static GitRepository Of(RecordsFolder folder)
    {
        if (RecordsFolder.RepositoryAbove(folder.Root) is null) throw new GitException("the records are not in a git repository");
        var repository = new GitRepository(folder);
        repository.Answer("rev-parse", "--git-dir");
        return repository;
    }

    /// <summary>Whether the clone lacks part of the history.</summary>
    public bool IsShallow => Answer("rev-parse", "--is-shallow-repository").Text.Trim() == "true";

    /// <summary>Whether there is any commit.</summary>
    /// <exception cref="GitException">There is, and it is missing from this clone.</exception>
    public bool HasCommits => CommitOf("HEAD") is not null
        || (Parsed("HEAD").Succeeded ? throw new GitException("the commit that is checked out is missing or damaged") : false);

    /// <summary>The commit up to which the history is published: where this branch left its base.</summary>
    /// <param name="given">The base that the user names, or null for the usual ones.</param>
    public string Published(string? given)
    {
        if ((given is null ? _usualBases : [given]).Select(CommitOf).FirstOrDefault(commit => commit is not null) is not { } found) return "HEAD";
        var fork = _git.Run("", "merge-base", "HEAD", found);
        return fork.Succeeded ? fork.Text.Trim() : "HEAD";
    }

    /// <summary>
    /// Every change to a Markdown file among the records, newest first, as the branch saw it: a merged branch is one change. One process
    /// for all files, since a process for each would walk the whole history each time.
    /// </summary>
    /// <param name="commit">The commit to start from.</param>
    /// <returns>For each change the path before it, or null, and the version after it.</returns>
    public List<(string? Before, FileVersion After)> Changes(string commit)
    {
        return ChangesIn(Answer(["log", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", "-M", "--no-color", "--no-show-signature", "--no-ext-diff",
            "--diff-filter=AMRT", "--format=%x01%H %ct", commit, .. _folders]).Parts);
    }

    /// <summary>The changes in what git answers.</summary>
    /// <param name="parts">The parts of the answer.</param>
    /// <exception cref="GitException">The answer is cut off.</exception>
    public static List<(string? Before, FileVersion After)> ChangesIn(string[] parts)
    {
        var changes = new List<(string?, FileVersion)>();
        var (hash, day) = ("", default(DateOnly?));
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i].TrimStart('\n');
            if (part.StartsWith('\u0001'))
            {
                var header = part[1..].TrimEnd('\n').Split(' ');
                (hash, day) = (header[0][..Math.Min(ShownHash, header[0].Length)], header is [_, var seconds] ? DayOf(seconds) : null);
            }
            else if (part.Split(' ') is [[':', ..], var mode, _, var blob, var kind])
            {
                var isRename = kind.StartsWith('R');
                var next = i + 1;
                i += isRename ? 2 : 1;
                if (i >= parts.Length) throw new GitException("git's answer is cut off");
                // A submodule does not have a content.
                if (mode != Submodule) changes.Add((kind is "A" ? null : parts[next], new(hash, day, parts[i], blob)));
            }
        }
        return changes;
    }

    // A commit can have any number as its date.
    private static DateOnly? DayOf(string seconds) =>
        long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var since) && since >= _first && since <= _last
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(since).UtcDateTime)
            : null;

    /// <summary>The texts of versions by their blobs. One process for all.</summary>
    /// <param name="blobs">The ids.</param>
    /// <exception cref="GitException">A blob is missing, as in a partial clone.</exception>
    public Dictionary<string, string> Texts(IEnumerable<string> blobs) =>
        GitBlobs.Read(_git, blobs).ToDictionary(blob => blob.Key, blob => System.Text.Encoding.UTF8.GetString(blob.Value), StringComparer.Ordinal);

    /// <summary>The Markdown files that other local branches have added among the records.</summary>
    public List<FileOnBranch> AddedElsewhere()
    {
        var branches = Answer("for-each-ref", "--no-merged=HEAD", "--format=%(refname)", "refs/heads").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return branches.SelectMany(AddedOn).ToList();
    }

    private IEnumerable<FileOnBranch> AddedOn(string branch)
    {
        var answer = _git.Run("", ["diff", "--name-only", "-z", "-M", "--no-ext-diff", "--diff-filter=A", $"HEAD...{branch}", .. _folders]);
        // Such a branch, as of published pages, has other files than records.
        if (!answer.Succeeded && answer.Error.EndsWith(NoMergeBase, StringComparison.Ordinal)) return [];
        return Answered(answer).Parts
            .Where(path => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            .Select(path => new FileOnBranch(branch["refs/heads/".Length..], path));
    }

    /// <summary>The commit that a name refers to, or null.</summary>
    /// <param name="name">A branch, or any other name of a commit.</param>
    public string? CommitOf(string name) => Parsed(name + "^{commit}") is { Succeeded: true } answer ? answer.Text.Trim() : null;

    private GitAnswer Parsed(string name) => _git.Run("", "rev-parse", "--verify", "--quiet", "--end-of-options", name);

    // A folder's name is taken literally, not as a pattern; the root does not have a name.
    private static string PathOf(string folder) => folder == "." ? ":/" : $":(top,literal){folder.Replace('\\', '/')}";

    private GitAnswer Answer(params string[] arguments) => Answered(_git.Run("", arguments));

    private static GitAnswer Answered(GitAnswer answer) => answer.Succeeded ? answer : throw new GitException($"git says: {answer.Error}");
}
