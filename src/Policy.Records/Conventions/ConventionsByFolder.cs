namespace DecisionPolicies.Records;

/// <summary>The conventions of all folders. A file <c>decisions.yml</c> is for the records in its folder and below; the nearest one counts.</summary>
/// <param name="Folders">The folders that state conventions, each with a slash at its end.</param>
internal sealed record ConventionsByFolder(ValueList<FolderConventions> Folders)
{
    /// <summary>No folder states conventions.</summary>
    public static ConventionsByFolder None { get; } = new(ValueList<FolderConventions>.Empty);

    /// <summary>The conventions of files.</summary>
    /// <param name="files">The paths of the files, with what they state.</param>
    public static ConventionsByFolder Of(IEnumerable<(string Path, RecordConventions Conventions)> files) => new(files
        .Select(file => new FolderConventions(file.Path.Substring(0, file.Path.LastIndexOf('/') + 1), file.Conventions))
        .OrderByDescending(folder => folder.Folder.Length).ThenBy(folder => folder.Folder, StringComparer.Ordinal)
        .ToValueList());

    /// <summary>The conventions of a record.</summary>
    /// <param name="path">The record's path, with forward slashes.</param>
    public RecordConventions For(string path)
    {
        foreach (var folder in Folders)
        {
            if (path.StartsWith(folder.Folder, StringComparison.Ordinal)) return folder.Conventions;
        }
        return RecordConventions.None;
    }
}

/// <summary>The conventions that a folder states.</summary>
/// <param name="Folder">The folder's path, with a slash at its end.</param>
/// <param name="Conventions">What it states.</param>
internal sealed record FolderConventions(string Folder, RecordConventions Conventions);
