using DecisionPolicies.Tool.Browse;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Site;

/// <summary>The file name of each record's page.</summary>
internal sealed class PageNames
{
    /// <summary>The page of all records.</summary>
    public const string Index = "index.html";

    private readonly Dictionary<string, string> _byPath = new(StringComparer.Ordinal);

    private PageNames()
    {
    }

    /// <summary>Names the pages after the records' files.</summary>
    /// <param name="log">The decision log.</param>
    public static PageNames Of(DecisionLog log)
    {
        var names = new PageNames();
        // Some file systems ignore case.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Index };
        // Very many files can have the same stem, in a script that becomes '-'.
        var last = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (record, file) in log.FoundWithPacks())
        {
            var stem = record.Decision.Pack is { } pack
                ? $"{Plain(pack.Id)}-{StemOf(Path.GetFileName(file.FilePath), [])}"
                : StemOf(file.FilePath, log.Folder.Folders);
            var number = last.GetValueOrDefault(stem, 1);
            var name = stem + ".html";
            while (!taken.Add(name)) name = $"{stem}-{++number}.html";
            last[stem] = number;
            names._byPath.Add(record.Path, name);
        }
        return names;
    }

    /// <summary>The page of a record, or null.</summary>
    /// <param name="path">The record's path in the repository.</param>
    public string? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The page of a record.</summary>
    /// <param name="record">The record.</param>
    public string this[AdrRecord record] => _byPath[record.Path];

    // A record in a subfolder has the folder in the name of its page. Characters with a meaning in a URL or a file system become '-'.
    private static string StemOf(string file, IReadOnlyList<string> folders)
    {
        var folder = folders.FirstOrDefault(folder => file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        var relative = folder is null ? Path.GetFileName(file) : Path.GetRelativePath(folder, file);
        var stem = Path.ChangeExtension(relative, null);
        return Plain(stem).TrimStart('.');
    }

    private static string Plain(string text) =>
        string.Concat(text.SelectMany(Plain).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));

    private static string Plain(char c) => char.IsAscii(c) ? c.ToString() : FoldedText.Of(c.ToString());
}
