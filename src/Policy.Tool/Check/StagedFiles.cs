using DecisionPolicies.Tool.Configuration;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Check;

/// <summary>The files in git's index, with the contents that a commit would have.</summary>
internal sealed class StagedFiles
{
    private const string Option = "--staged";

    // 'git commit --all' passes an index of its own to its hooks.
    private const string IndexVariable = "GIT_INDEX_FILE";

    private readonly SortedDictionary<string, Stored> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _layers;
    private readonly Lazy<Dictionary<string, byte[]>> _contents;

    private StagedFiles(IReadOnlyList<GitWorktree> repositories, IEnumerable<string> layers)
    {
        Changed = new(
            repositories.SelectMany(repository => repository.Staged()), () => ChangedFiles.Referring(repositories, inIndex: true), "is staged");
        foreach (var repository in repositories)
        {
            foreach (var file in repository.Index()) _files.TryAdd(file.Path, new(file.Blob, repository));
        }
        _layers = layers.ToHashSet(StringComparer.Ordinal);
        _contents = new(ReadContents);
    }

    /// <summary>The files that differ from the commit that is checked out.</summary>
    public ChangedFiles Changed { get; }

    /// <summary>Asks git what is staged.</summary>
    /// <param name="paths">The files, folders and patterns that the user named.</param>
    /// <param name="layers">The files to merge that the user named.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">Something is not in a repository, or git cannot answer.</exception>
    public static StagedFiles Of(IReadOnlyList<string> paths, IReadOnlyList<string> layers, ToolContext context)
    {
        var index = context.Variable(IndexVariable) is { Length: > 0 } given ? context.Absolute(given) : null;
        return ChangedFiles.Answered(() => new StagedFiles(
            [.. ChangedFiles.RepositoriesOf(paths.Concat(layers), Option, context)
                .Select(repository => index is not null && repository.Owns(index) ? repository with { IndexFile = index } : repository)],
            layers.Select(context.Absolute)));
    }

    /// <summary>Whether a file is in the index.</summary>
    /// <param name="path">The absolute path.</param>
    public bool Has(string path) => _files.ContainsKey(path);

    /// <summary>The files in the index below a folder.</summary>
    /// <param name="folder">The absolute path.</param>
    public IEnumerable<string> Below(string folder)
    {
        var start = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return _files.Keys.Where(path => path.StartsWith(start, StringComparison.Ordinal));
    }

    /// <summary>Opens a file as it is in the index; null if it is not in the index.</summary>
    /// <param name="path">The absolute path.</param>
    public Stream? Open(string path) => _contents.Value.TryGetValue(path, out var content) ? new MemoryStream(content, writable: false) : null;

    /// <summary>Opens a file that another refers to, as it is in the index; null if it is not in the index.</summary>
    /// <param name="path">The absolute path.</param>
    public Stream? OpenAny(string path)
    {
        if (Open(path) is { } read) return read;
        if (!_files.TryGetValue(path, out var stored)) return null;
        return new MemoryStream(ChangedFiles.Answered(() => stored.Repository.Contents([stored.Blob]))[stored.Blob], writable: false);
    }

    // Of a repository with very many files, only what is judged is read.
    private Dictionary<string, byte[]> ReadContents()
    {
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var read = _files.Where(file => _layers.Contains(file.Key)
            || ((Changed.Includes(file.Key) || Changed.MayRefer(file.Key)) && ConfigurationFormats.Of(file.Key) is not null));
        foreach (var together in read.GroupBy(file => file.Value.Repository))
        {
            var blobs = ChangedFiles.Answered(() => together.Key.Contents(together.Select(file => file.Value.Blob)));
            foreach (var (path, stored) in together) contents[path] = blobs[stored.Blob];
        }
        return contents;
    }

    private sealed record Stored(string Blob, GitWorktree Repository);
}
