using System.IO.Enumeration;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Check;

/// <summary>Finds the configuration files below a folder, one folder at a time, in the order of their names.</summary>
/// <param name="isWanted">Which files and folders are wanted.</param>
internal sealed class FolderWalk(Func<string, bool> isWanted)
{
    /// <summary>Folders that hold what tools generate, and no configuration of a deployment.</summary>
    public static readonly string[] Passed = [".git", ".idea", ".vs", "bin", "node_modules", "obj"];

    private readonly List<string> _linkedFolders = [];

    /// <summary>Links to folders that were found. They are not followed, since they can lead in circles or out of the folder.</summary>
    public IReadOnlyList<string> LinkedFolders => _linkedFolders;

    /// <summary>The units to judge below a folder.</summary>
    /// <param name="folder">The absolute path.</param>
    public IEnumerable<CheckUnit> Units(string folder)
    {
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
            foreach (var unit in UnitsIn(next, entries)) yield return unit with { IsMet = true };
            entries.RemoveAll(entry => !entry.IsFolder);
            if (entries.Count > 0)
            {
                open.Push(entries.Where(entry => IsWalked(Path.Combine(next, entry.Name), entry))
                    .Select(entry => Path.Combine(next, entry.Name))
                    .GetEnumerator());
            }
        }
    }

    private IEnumerable<CheckUnit> UnitsIn(string folder, List<Entry> entries)
    {
        var files = entries.Where(entry => !entry.IsFolder).Select(entry => Path.Combine(folder, entry.Name)).Where(IsConfiguration);
        var isMerged = false;
        foreach (var file in files)
        {
            if (!ConfigurationFormats.IsAppSettings(file)) yield return new([file]);
            else if (!isMerged)
            {
                isMerged = true;
                yield return new([.. files.Where(ConfigurationFormats.IsAppSettings)]);
            }
        }
    }

    /// <summary>Groups the files that a host would merge: <c>appsettings.json</c> and those for its environments.</summary>
    /// <param name="files">Absolute paths.</param>
    public static IEnumerable<CheckUnit> UnitsOf(IEnumerable<string> files) => files
        .GroupBy(file => ConfigurationFormats.IsAppSettings(file) ? Path.Combine(Path.GetDirectoryName(file)!, "appsettings") : file, StringComparer.Ordinal)
        .Select(together => new CheckUnit([.. together.Order(StringComparer.Ordinal)]));

    // Only this much of each entry is kept: a folder can hold very many.
    private static List<Entry>? Entries(string folder)
    {
        try
        {
            var entries = new FileSystemEnumerable<Entry>(folder, Entry.Of, new() { AttributesToSkip = 0, IgnoreInaccessible = false }).ToList();
            entries.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
            return entries;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private bool IsConfiguration(string file) => ConfigurationFormats.Of(file) is not null && isWanted(file);

    private bool IsWalked(string folder, Entry entry)
    {
        if (Passed.Contains(entry.Name, StringComparer.OrdinalIgnoreCase) || !isWanted(folder)) return false;
        if (!entry.IsLink) return true;
        _linkedFolders.Add(folder);
        return false;
    }

    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink)
    {
        public static Entry Of(ref FileSystemEntry entry) =>
            new(entry.FileName.ToString(), entry.IsDirectory, entry.IsDirectory && (entry.Attributes & FileAttributes.ReparsePoint) != 0);
    }
}
