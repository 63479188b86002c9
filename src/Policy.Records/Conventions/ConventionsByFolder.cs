namespace DecisionPolicies.Records;

/// <summary>The conventions of all folders. A file <c>decisions.yml</c> is for the records in its folder and below; the nearest one counts.</summary>
/// <param name="Folders">The folders that state conventions, each with a slash at its end.</param>
internal sealed record ConventionsByFolder(ValueList<FolderConventions> Folders)
{
    /// <summary>No folder states conventions.</summary>
    public static ConventionsByFolder None { get; } = new(ValueList<FolderConventions>.Empty);

    /// <summary>The conventions of a repository's files.</summary>
    /// <param name="files">The paths of the files, with what they state.</param>
    public static ConventionsByFolder Of(IEnumerable<(string Path, RecordConventions Conventions)> files) =>
        OfAll(files.Select(file => ((string?)null, file.Path, file.Conventions)));

    /// <summary>The conventions of files, of which some are a pack's.</summary>
    /// <param name="files">For each file: the id of its pack, or null; its path; and what it states.</param>
    public static ConventionsByFolder OfAll(IEnumerable<(string? Pack, string Path, RecordConventions Conventions)> files) => new(files
        .Select(file => new FolderConventions(file.Pack, file.Path.Substring(0, file.Path.LastIndexOf('/') + 1), file.Conventions))
        .OrderByDescending(folder => folder.Folder.Length).ThenBy(folder => folder.Folder, StringComparer.Ordinal)
        .ToValueList());

    /// <summary>The conventions of a record.</summary>
    /// <param name="path">The record's path, with forward slashes.</param>
    /// <param name="pack">The id of its pack; null for a record of the repository.</param>
    public RecordConventions For(string path, string? pack = null)
    {
        foreach (var folder in Folders)
        {
            if (folder.Pack == pack && path.StartsWith(folder.Folder, StringComparison.Ordinal)) return folder.Conventions;
        }
        return RecordConventions.None;
    }
}

/// <summary>The conventions that a folder states.</summary>
/// <param name="Pack">The id of the pack that the folder is in; null for the repository.</param>
/// <param name="Folder">The folder's path, with a slash at its end.</param>
/// <param name="Conventions">What it states.</param>
internal sealed record FolderConventions(string? Pack, string Folder, RecordConventions Conventions);
