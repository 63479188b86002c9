using System.IO.Enumeration;
using DecisionPolicies.Tool.Configuration;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Check;

/// <summary>
/// Finds the configuration files below a folder, one folder at a time, in the order of their names, and counts what it passes over.
/// </summary>
/// <param name="isWanted">Which files and folders are wanted.</param>
/// <param name="context">The surroundings.</param>
/// <param name="notJudged">Receives what is passed over.</param>
internal sealed class FolderWalk(Func<string, bool> isWanted, ToolContext context, NotJudged notJudged)
{
    // Tools keep their own things in these, in every repository. They are not worth a word.
    private static readonly string[] _private = [".git", ".idea", ".vs"];

    private static readonly string[] _generated = ["bin", "node_modules", "obj"];

    /// <summary>Folders that hold what tools keep or generate, and no configuration of a deployment.</summary>
    public static readonly string[] Passed = [.. _private, .. _generated];

    private static readonly Comparer<Entry> _byName = Comparer<Entry>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));

    /// <summary>The files to which the walk is limited; null for all.</summary>
    public ChangedFiles? Changed { get; init; }

    /// <summary>The pattern to which the walk is limited; null for all files.</summary>
    public Glob? Pattern { get; init; }

    /// <summary>Whether files are judged that git ignores.</summary>
    public bool ReadsIgnored { get; init; }

    /// <summary>The units to judge below a folder.</summary>
    /// <param name="folder">The absolute path.</param>
    public IEnumerable<CheckUnit> Units(string folder)
    {
        var ignored = ReadsIgnored ? IgnoredPaths.None : GitWorktree.IgnoredBelow(folder);
        // Folders ahead are kept only as names in the list of the folder above: there can be very many.
        var open = new Stack<IEnumerator<string>>([((IEnumerable<string>)[folder]).GetEnumerator()]);
        while (open.TryPeek(out var folders))
        {
            if (!folders.MoveNext())
            {
                open.Pop();
                continue;
            }
            var next = folders.Current;
            if (Entries(next) is not { } entries)
            {
                yield return new([next]) { Problem = "The folder cannot be opened." };
                continue;
            }
            foreach (var unit in UnitsIn(next, FilesIn(next, entries), ignored, file => LeadsOut(file, entries, folder))) yield return unit;
            entries.RemoveAll(entry => !entry.IsFolder);
            if (entries.Count > 0)
            {
                open.Push(entries.Where(entry => IsWalked(Path.Combine(next, entry.Name), entry, ignored))
                    .Select(entry => Path.Combine(next, entry.Name))
                    .GetEnumerator());
            }
        }
    }

    /// <summary>The units to judge among files that are known without a walk.</summary>
    /// <param name="files">Absolute paths below the folder.</param>
    /// <param name="folder">The absolute path of the folder.</param>
    public IEnumerable<CheckUnit> UnitsAmong(IEnumerable<string> files, string folder) => files
        .Where(file => IsWalkedTo(file, folder))
        .GroupBy(file => Path.GetDirectoryName(file)!, StringComparer.Ordinal)
        .SelectMany(together => UnitsIn(together.Key, together, IgnoredPaths.None, _ => false));

    /// <summary>Groups the files that a host would merge: <c>appsettings.json</c> and those for its environments.</summary>
    /// <param name="files">Absolute paths.</param>
    public static IEnumerable<CheckUnit> UnitsOf(IEnumerable<string> files) => files
        .GroupBy(MergedName, StringComparer.Ordinal)
        .Select(together => new CheckUnit([.. together.Order(StringComparer.Ordinal)]));

    /// <summary>A path that the files have in common that a host would merge.</summary>
    /// <param name="file">The absolute path of one of them.</param>
    public static string MergedName(string file) =>
        ConfigurationFormats.IsAppSettings(file) ? Path.Combine(Path.GetDirectoryName(file)!, "appsettings") : file;

    private IEnumerable<CheckUnit> UnitsIn(string folder, IEnumerable<string> files, IgnoredPaths ignored, Func<string, bool> leadsOut)
    {
        var templates = HelmChart.TemplatesAround(folder);
        var isIgnored = ignored.HasAllIn(folder);
        var taken = files.Where(file => IsTaken(file, templates, isIgnored || ignored.Paths.Contains(file)) && !leadsOut(file)).ToList();
        var isMerged = false;
        foreach (var file in taken)
        {
            if (!ConfigurationFormats.IsAppSettings(file))
            {
                yield return new([file])
                {
                    IsMet = true,
                    Templates = IsYaml(file) && templates is not null ? context.Shown(templates) : null,
                    IsOnlyReferring = IsOnlyReferring(file),
                };
            }
            else if (!isMerged)
            {
                isMerged = true;
                yield return new([.. taken.Where(ConfigurationFormats.IsAppSettings)]) { IsMet = true };
            }
        }
    }

    // Only this much of each entry is kept: a folder can hold very many.
    private static List<Entry>? Entries(string folder)
    {
        try
        {
            var entries = new FileSystemEnumerable<Entry>(folder, Entry.Of, new() { AttributesToSkip = 0, IgnoreInaccessible = false }).ToList();
            entries.Sort(_byName);
            return entries;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<string> FilesIn(string folder, List<Entry> entries) =>
        entries.Where(entry => !entry.IsFolder).Select(entry => Path.Combine(folder, entry.Name));

    // What a link in somebody's folder leads to may be anybody's.
    private bool LeadsOut(string file, List<Entry> entries, string folder)
    {
        var name = Path.GetFileName(file);
        var entry = entries[entries.BinarySearch(new(name, false, false), _byName)];
        if (!entry.IsLink || RealPath.IsWithin(file, folder)) return false;
        notJudged.AddLink(new(context.Shown(file), IsToFolder: false));
        return true;
    }

    // A file that is not taken, and could be meant to be judged, is counted.
    private bool IsTaken(string file, string? templates, bool isIgnored)
    {
        var isRead = ConfigurationFormats.Of(file) is not null;
        var unread = isRead ? null : UnreadFormats.ExtensionOf(file);
        if ((!isRead && unread is null) || Pattern?.IsMatch(file.Replace('\\', '/')) == false) return false;
        var isOnlyReferring = IsOnlyReferring(file);
        if ((isOnlyReferring && !(isRead && Changed!.MayRefer(file))) || !isWanted(file)) return false;
        if (isIgnored)
        {
            if (isRead && !isOnlyReferring) notJudged.AddIgnored();
            return false;
        }
        // What templates have in common is in a file beside them.
        if (unread is not null && templates is null) notJudged.AddFormat(unread);
        return isRead;
    }

    private bool IsWalked(string folder, Entry entry, IgnoredPaths ignored)
    {
        if (IsNamed(_private, entry.Name) || !isWanted(folder) || Changed?.LeadsTo(folder) == false) return false;
        if (IsNamed(_generated, entry.Name)) notJudged.AddFolder(entry.Name);
        else if (ignored.Paths.Contains(folder)) notJudged.AddIgnoredFolder();
        else if (entry.IsLink) notJudged.AddLink(new(context.Shown(folder), IsToFolder: true));
        else return true;
        return false;
    }

    private bool IsOnlyReferring(string file) => Changed?.Includes(file) == false;

    private bool IsWalkedTo(string file, string folder)
    {
        for (var at = Path.GetDirectoryName(file)!; at.Length > folder.Length; at = Path.GetDirectoryName(at)!)
        {
            var name = Path.GetFileName(at);
            if (IsNamed(Passed, name) || !isWanted(at)) return false;
        }
        return true;
    }

    private static bool IsYaml(string file) => ConfigurationFormats.Of(file) == ConfigurationFormat.Yaml;

    private static bool IsNamed(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink)
    {
        public static Entry Of(ref FileSystemEntry entry) =>
            new(entry.FileName.ToString(), entry.IsDirectory, (entry.Attributes & FileAttributes.ReparsePoint) != 0);
    }
}
