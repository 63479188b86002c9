using DecisionPolicies.Tool.Configuration;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Check;

/// <summary>
/// The files to which a check is limited: those that git says were changed, what a host merges with them, and what refers to them.
/// </summary>
internal sealed class ChangedFiles
{
    private readonly HashSet<string> _files;
    private readonly HashSet<string> _merged;
    private readonly HashSet<string> _referring;
    private readonly HashSet<string> _folders;
    private readonly HashSet<string> _referringFolders;

    /// <summary>Limits a check.</summary>
    /// <param name="files">Absolute paths, which need not exist: what a removed file was merged with was changed, too.</param>
    /// <param name="referring">The absolute paths of files that may refer to others; asked for only if there is a file.</param>
    /// <param name="verb">What the files have in common, as in <c>is staged</c>.</param>
    public ChangedFiles(IEnumerable<string> files, Func<IEnumerable<string>> referring, string verb)
    {
        _files = files.ToHashSet(StringComparer.Ordinal);
        _merged = _files.Select(FolderWalk.MergedName).ToHashSet(StringComparer.Ordinal);
        _referring = _files.Count == 0 ? [] : referring().ToHashSet(StringComparer.Ordinal);
        Verb = verb;
        _folders = FoldersAround(_files);
        _referringFolders = FoldersAround(_referring);
    }

    /// <summary>What the files have in common, as in <c>is staged</c>.</summary>
    public string Verb { get; }

    /// <summary>The files that were changed since a commit.</summary>
    /// <param name="reference">The name of the commit, or of the branch that this one left; <c>HEAD</c> for what is not committed.</param>
    /// <param name="paths">What the user named.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">Git does not know the commit, or cannot answer.</exception>
    public static ChangedFiles Since(string reference, IEnumerable<string> paths, ToolContext context)
    {
        var repositories = RepositoriesOf(paths, "--changed", context).ToList();
        var changed = repositories.SelectMany(repository => Answered(() => repository.ChangedSince(BaseOf(reference, repository)).ToList()));
        var verb = reference == GitWorktree.Head ? "differs from HEAD" : $"was changed since '{reference}'";
        return new(changed, () => Referring(repositories, inIndex: false), verb);
    }

    /// <summary>The repositories of what the user named.</summary>
    /// <param name="paths">What the user named.</param>
    /// <param name="option">The option that needs them.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">Something is not in a repository.</exception>
    public static IEnumerable<GitWorktree> RepositoriesOf(IEnumerable<string> paths, string option, ToolContext context) => paths
        .Select(path => path == CheckUnit.StandardInput
            ? throw new ToolException($"Standard input has no history, so '-' cannot be checked with {option}.")
            : RecordsFolder.RepositoryAbove(context.Absolute(path))
                ?? throw new ToolException($"'{path}' is not in a git repository, so {option} cannot compare it."))
        .Distinct(StringComparer.Ordinal)
        .Select(root => new GitWorktree(root));

    /// <summary>What git answers.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="ask">Asks git.</param>
    /// <exception cref="ToolException">Git cannot answer.</exception>
    public static T Answered<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (GitException exception)
        {
            throw new ToolException($"Git cannot say what was changed: {exception.Message}.");
        }
    }

    /// <summary>The files that may refer to others.</summary>
    /// <param name="repositories">The repositories that they are in.</param>
    /// <param name="inIndex">Whether they count as they are in the index.</param>
    /// <exception cref="ToolException">Git cannot answer.</exception>
    public static IEnumerable<string> Referring(IEnumerable<GitWorktree> repositories, bool inIndex) =>
        repositories.SelectMany(repository => Answered(() => repository.FilesWith(ReferredFiles.Words, inIndex).ToList()));

    /// <summary>Whether a file was changed itself.</summary>
    /// <param name="file">The absolute path.</param>
    public bool Has(string file) => _files.Contains(file);

    /// <summary>Whether a file may refer to one that was changed.</summary>
    /// <param name="file">The absolute path.</param>
    public bool MayRefer(string file) => _referring.Contains(file);

    /// <summary>Whether a file was changed, or one that a host merges with it.</summary>
    /// <param name="file">The absolute path.</param>
    public bool Includes(string file) => _merged.Contains(FolderWalk.MergedName(file));

    /// <summary>Whether one of the files of a unit was changed itself.</summary>
    /// <param name="unit">The unit.</param>
    public bool Includes(CheckUnit unit) => unit.Paths.Any(_files.Contains);

    /// <summary>Whether there is a changed file in a folder or below it.</summary>
    /// <param name="folder">The absolute path.</param>
    public bool IsAbove(string folder) => _folders.Contains(folder);

    /// <summary>Whether there is a file in a folder or below it that was changed, or that may refer to one.</summary>
    /// <param name="folder">The absolute path.</param>
    public bool LeadsTo(string folder) => IsAbove(folder) || _referringFolders.Contains(folder);

    /// <summary>What of a unit is checked: all of it if it was changed, and else only if it refers to what was; null if it cannot.</summary>
    /// <param name="unit">The unit.</param>
    public CheckUnit? Limited(CheckUnit unit) =>
        Includes(unit) ? unit : unit.Paths.Any(MayRefer) ? unit with { IsOnlyReferring = true } : null;

    private static HashSet<string> FoldersAround(IEnumerable<string> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var folder = Path.GetDirectoryName(file); folder is not null && folders.Add(folder); folder = Path.GetDirectoryName(folder))
            {
            }
        }
        return folders;
    }

    // Without any commit, everything is new.
    private static string? BaseOf(string reference, GitWorktree repository)
    {
        var commit = repository.CommitOf(reference);
        if (reference == GitWorktree.Head) return commit;
        if (commit is null) throw new ToolException($"Git does not know '{reference}', which --changed names. Name a branch, a tag or a commit.");
        return repository.ForkFrom(commit) ?? throw new ToolException(
            $"'{reference}' and HEAD do not have a commit in common here. If this clone is shallow, fetch its whole history first.");
    }
}
