namespace DecisionPolicies.Tool.Repository;

/// <summary>The folders of the records: the same ones that the build finds.</summary>
/// <param name="Root">The absolute path that the records' paths are relative to: the repository, or the folder in which they were found.</param>
/// <param name="Folders">The absolute paths of the folders that hold records; at least one.</param>
internal sealed record RecordsFolder(string Root, IReadOnlyList<string> Folders)
{
    /// <summary>The absolute paths of usual folders farther above, up to the repository's root, which the nearer ones hide.</summary>
    public IReadOnlyList<string> Hidden { get; private init; } = [];

    /// <summary>Finds the records.</summary>
    /// <param name="given">The folder that the user names, or null to search the usual ones from here up to the repository's root.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">The named folder does not exist, or none of the usual ones does.</exception>
    public static RecordsFolder Find(string? given, ToolContext context)
    {
        if (given is not null)
        {
            var folder = context.Absolute(given);
            if (!Directory.Exists(folder)) throw new ToolException($"There is no folder '{given}'. Name the folder of the records with --records.");
            return new(RepositoryAbove(folder) ?? Path.GetDirectoryName(folder) ?? folder, [folder]);
        }
        return Usual(context, Directory.Exists) ?? throw new ToolException(NoRecords("here"));
    }

    /// <summary>Finds the records of a commit.</summary>
    /// <param name="given">The folder that the user names, or null to search the usual ones from here up to the repository's root.</param>
    /// <param name="tree">The files of the commit.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">The commit does not have the named folder, or any of the usual ones.</exception>
    public static RecordsFolder Find(string? given, CommittedTree tree, ToolContext context)
    {
        if (given is null) return Usual(context, tree.HasFolder) ?? throw new ToolException(NoRecords($"at '{tree.Name}'"));
        var folder = Path.TrimEndingDirectorySeparator(context.Absolute(given));
        return tree.HasFolder(folder)
            ? new(RepositoryAbove(context.Folder)!, [folder])
            : throw new ToolException($"The folder '{given}' does not exist at '{tree.Name}'. Name the folder of the records with --records.");
    }

    /// <summary>Finds the records, or the folder for the first one: <c>docs/adr</c> at the root of the repository.</summary>
    /// <param name="given">The folder that the user names, or null.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">The folder that the user names does not exist.</exception>
    public static RecordsFolder FindOrFirst(string? given, ToolContext context)
    {
        if (given is not null || Usual(context, Directory.Exists) is not null) return Find(given, context);
        var root = RepositoryAbove(context.Folder) ?? context.Folder;
        return new(root, [Path.Combine(root, UsualFolders.Names[0])]);
    }

    /// <summary>The root of the git repository that a folder is in, or null.</summary>
    /// <param name="folder">An absolute path.</param>
    public static string? RepositoryAbove(string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (IsRepository(above)) return above;
        }
        return null;
    }

    private static RecordsFolder? Usual(ToolContext context, Func<string, bool> exists)
    {
        RecordsFolder? found = null;
        foreach (var root in Upwards(context.Folder))
        {
            var folders = UsualFolders.Names.Where(name => Has(root, name, exists)).Select(name => Path.Combine(root, name)).ToList();
            if (found is not null) found = found with { Hidden = [.. found.Hidden, .. folders] };
            else if (folders.Count > 0) found = new(RepositoryAbove(root) ?? root, folders);
            if (IsRepository(root)) return found;
        }
        // Without a repository, what is above belongs to something else.
        return found is null ? null : found with { Hidden = [] };
    }

    private static IEnumerable<string> Upwards(string folder)
    {
        var above = folder;
        for (var level = 0; level <= UsualFolders.LevelsAbove && above is not null; level++, above = Path.GetDirectoryName(above)) yield return above;
    }

    // Two spellings can be the same folder, whose records must be read only once.
    private static bool Has(string root, string name, Func<string, bool> exists) =>
        exists(Path.Combine(root, name)) && !(UsualFolders.OddSpelling(name) is { } odd && exists(Path.Combine(root, odd)));

    // A clone has a folder .git with this file in it; a worktree and a submodule have a file .git.
    private static bool IsRepository(string folder) => File.Exists(Path.Combine(folder, ".git")) || File.Exists(Path.Combine(folder, ".git", "HEAD"));

    private static string NoRecords(string where)
    {
        var first = string.Join(", ", UsualFolders.Names.Where(name => UsualFolders.OddSpelling(name) is null).Take(3));
        return $"There are no records {where}. The command looks for {first} and the other folders listed in docs/folders.md of DecisionPolicies, in this "
            + "folder and above it. Name another folder with --records, or write the first record with 'decisions new \"Title\"'.";
    }
}
