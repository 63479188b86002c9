using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Site;

/// <summary>The folder for the pages. It may hold other files, which stay.</summary>
/// <param name="path">The absolute path of the folder.</param>
/// <param name="shown">The folder, as messages show it.</param>
internal sealed class SiteFolder(string path, string shown)
{
    private const int HeadLength = 400;

    private static readonly EnumerationOptions _noLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Refuses a folder that holds the records.</summary>
    /// <param name="records">Where the records are.</param>
    /// <exception cref="ToolException">It is a folder of records, or above one.</exception>
    public void KeepOutOf(RecordsFolder records)
    {
        if (!records.Folders.Any(folder => RealPath.IsWithin(folder, path))) return;
        throw new ToolException(
            $"The pages cannot be written to '{shown}', because the records are in it. Name another folder, as in 'decisions site artifacts/decisions'.");
    }

    /// <summary>Writes the pages, and removes pages of an earlier run whose records no longer exist.</summary>
    /// <param name="files">The pages.</param>
    /// <returns>How many pages were removed.</returns>
    /// <exception cref="ToolException">A file with the same name exists that this command has not written.</exception>
    public int Write(IReadOnlyList<SiteFile> files)
    {
        if (File.Exists(path)) throw new ToolException($"'{shown}' is a file. Name a folder.");
        Directory.CreateDirectory(path);
        // Checks all before writing any. A link with the name of a page would have a file elsewhere written.
        if (files.FirstOrDefault(file => new FileInfo(InFolder(file.Name)).LinkTarget is not null) is { } link)
        {
            throw new ToolException($"'{shown}/{link.Name}' is a symbolic link, and no page is written through one. Remove it, or name another folder.");
        }
        if (files.FirstOrDefault(file => File.Exists(InFolder(file.Name)) && !IsOwn(InFolder(file.Name))) is { } foreign)
        {
            throw new ToolException($"'{shown}/{foreign.Name}' was not written by this command, and would be overwritten. Remove it, or name another folder.");
        }
        foreach (var file in files) WholeFile.Write(InFolder(file.Name), file.Text, $"{shown}/{file.Name}");
        var written = files.Select(file => file.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var old = Directory.EnumerateFiles(path, "*.html", _noLinks).Where(file => !written.Contains(Path.GetFileName(file)) && IsOwn(file)).ToList();
        foreach (var file in old) File.Delete(file);
        return old.Count;
    }

    private string InFolder(string name) => Path.Combine(path, name);

    private static bool IsOwn(string file)
    {
        using var reader = new StreamReader(file);
        var head = new char[HeadLength];
        var length = reader.ReadBlock(head);
        return new string(head, 0, length).Contains(Page.Mark, StringComparison.Ordinal);
    }
}
