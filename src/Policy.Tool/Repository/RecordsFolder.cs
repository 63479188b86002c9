namespace DecisionPolicies.Tool.Repository;

/// <summary>The folders of the records: the same ones that the build finds.</summary>
/// <param name="Root">The absolute path that the records' paths are relative to: the repository, or the folder in which they were found.</param>
/// <param name="Folders">The absolute paths of the folders that hold records; none if the repository only has decision packs.</param>
internal sealed record RecordsFolder(string Root, IReadOnlyList<string> Folders)
{
    /// <summary>The absolute paths of usual folders farther above, up to the repository's root, which the nearer ones hide.</summary>
    public IReadOnlyList<string> Hidden { get; private init; } = [];

    /// <summary>Finds the records.</summary>
    /// <param name="given">The folders that the user names, or none to search the usual ones from here up to the repository's root.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">A named folder does not exist, or none of the usual ones does.</exception>
    public static RecordsFolder Find(IReadOnlyList<string> given, ToolContext context) => FindAny(given, context) ?? throw NoRecords("here");

    /// <summary>Finds the records; null if none of the usual folders exists.</summary>
    /// <param name="given">The folders that the user names, or none to search the usual ones from here up to the repository's root.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">A named folder does not exist.</exception>
    public static RecordsFolder? FindAny(IReadOnlyList<string> given, ToolContext context)
    {
        if (given.Count == 0) return Usual(context, Directory.Exists);
        var folders = given.Select(context.Absolute).ToList();
        if (folders.FindIndex(folder => !Directory.Exists(folder)) is >= 0 and var missing)
        {
            throw new ToolException($"The folder '{given[missing]}' does not exist. Name the folder of the records with --records.");
        }
        return new(RootOf(folders), [.. folders.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A repository without records of its own.</summary>
    /// <param name="context">The surroundings.</param>
    public static RecordsFolder None(ToolContext context) => new(RepositoryAbove(context.Folder) ?? context.Folder, []);

    /// <summary>Finds the records of a commit.</summary>
    /// <param name="given">The folders that the user names, or none to search the usual ones from here up to the repository's root.</param>
    /// <param name="tree">The files of the commit.</param>
    /// <param name="context">The surroundings.</param>
    /// <returns>The records; null if the commit does not have any of the usual folders.</returns>
    /// <exception cref="ToolException">The commit does not have a named folder.</exception>
    public static RecordsFolder? FindAny(IReadOnlyList<string> given, CommittedTree tree, ToolContext context)
    {
        if (given.Count == 0) return Usual(context, tree.HasFolder);
        var folders = given.Select(folder => Path.TrimEndingDirectorySeparator(context.Absolute(folder))).ToList();
        return folders.FindIndex(folder => !tree.HasFolder(folder)) is >= 0 and var missing
            ? throw new ToolException($"The folder '{given[missing]}' does not exist at '{tree.Name}'. Name the folder of the records with --records.")
            : new(RepositoryAbove(context.Folder)!, folders);
    }

    /// <summary>Finds the records, or the folder for the first one: <c>docs/adr</c> at the root of the repository.</summary>
    /// <param name="given">The folders that the user names, or none.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">A folder that the user names does not exist.</exception>
    public static RecordsFolder FindOrFirst(IReadOnlyList<string> given, ToolContext context)
    {
        if (FindAny(given, context) is { } found) return found;
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

    // That of the first repository, or the folder above; if it does not have them all, the nearest folder that does.
    private static string RootOf(List<string> folders)
    {
        var root = RepositoryAbove(folders[0]) ?? Path.GetDirectoryName(folders[0]) ?? folders[0];
        while (!folders.TrueForAll(IsBelow) && Path.GetDirectoryName(root) is { } above) root = above;
        return root;

        bool IsBelow(string folder) => Path.GetRelativePath(root, folder).Split('/', '\\')[0] != "..";
    }

    /// <summary>The failure of a command that needs records.</summary>
    /// <param name="where">Where there are none, in words.</param>
    public static ToolException NoRecords(string where)
    {
        var first = string.Join(", ", UsualFolders.Names.Where(name => UsualFolders.OddSpelling(name) is null).Take(3));
        return new($"There are no records {where}. The command looks for {first} and the other folders listed in docs/folders.md of DecisionPolicies, in this "
            + "folder and above it. Name another folder with --records, or write the first record with 'decisions new \"Title\"'.");
    }
}
