namespace DecisionPolicies.Tool.Repository;

/// <summary>
/// The files of a commit. A pull request from a stranger is judged by the records of the branch that it goes to, whatever it changes in them.
/// </summary>
internal sealed class CommittedTree
{
    private const string Link = "120000";

    private readonly GitWorktree _repository;
    private readonly SortedDictionary<string, CommittedFile> _files;
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    private CommittedTree(string name, GitWorktree repository, IEnumerable<CommittedFile> files)
    {
        Name = name;
        _repository = repository;
        _files = new(files.ToDictionary(file => file.Path, StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var file in _files.Keys)
        {
            for (var folder = Path.GetDirectoryName(file); folder is not null && _folders.Add(folder); folder = Path.GetDirectoryName(folder))
            {
            }
        }
    }

    /// <summary>The name by which the user means the commit.</summary>
    public string Name { get; }

    /// <summary>The files of a commit in the repository of the current folder.</summary>
    /// <param name="name">A branch, a tag or any other name of a commit.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">The commit does not exist, or git cannot answer.</exception>
    public static CommittedTree Of(string name, ToolContext context)
    {
        var root = RecordsFolder.RepositoryAbove(context.Folder)
            ?? throw new ToolException($"This folder is not in a git repository, so the records at '{name}' cannot be read.");
        var repository = new GitWorktree(root);
        return Answered(name, () => new CommittedTree(name, repository, repository.Files(repository.CommitOf(name)
            ?? throw new ToolException($"Git does not know '{name}', which --records-ref names. Name a branch, a tag or a commit, or fetch it first."))));
    }

    /// <summary>Whether the commit has a folder.</summary>
    /// <param name="path">The absolute path.</param>
    public bool HasFolder(string path) => _folders.Contains(path);

    /// <summary>The contents of files below some folders, by their absolute paths.</summary>
    /// <param name="folders">The absolute paths of the folders.</param>
    /// <param name="isWanted">Which files are wanted.</param>
    /// <exception cref="ToolException">A file is a symbolic link, or git cannot answer.</exception>
    public IReadOnlyList<(string Path, byte[] Content)> Below(IEnumerable<string> folders, Func<string, bool> isWanted)
    {
        var files = folders.SelectMany(folder => _files.Values.Where(file =>
                file.Path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && isWanted(file.Path)))
            .Distinct()
            .ToList();
        if (files.Find(file => file.Mode == Link) is { } link)
        {
            var shown = Path.GetRelativePath(_repository.Root, link.Path);
            throw new ToolException($"'{shown}' is a symbolic link at '{Name}', which --records-ref does not follow.");
        }
        var contents = Answered(Name, () => _repository.Contents(files.Select(file => file.Blob)));
        return [.. files.Select(file => (file.Path, contents[file.Blob]))];
    }

    private static T Answered<T>(string name, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (GitException exception)
        {
            throw new ToolException($"Git cannot read the records at '{name}': {exception.Message}.");
        }
    }
}

/// <summary>A file of a commit.</summary>
/// <param name="Path">The absolute path that it has when the commit is checked out.</param>
/// <param name="Mode">Its mode, as in <c>100644</c>.</param>
/// <param name="Blob">The id of its content.</param>
internal sealed record CommittedFile(string Path, string Mode, string Blob);
