using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Export;

/// <summary>A file of an export.</summary>
/// <param name="Path">Its path in the folder, with forward slashes.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsOwn">Whether a file that is there was written by this command, so that it may be replaced.</param>
internal sealed record ExportedFile(string Path, string Text, Func<string, bool> IsOwn);

/// <summary>The folder of an export. It may hold other files, which stay.</summary>
/// <param name="path">The absolute path of the folder.</param>
/// <param name="shown">The folder, as messages show it.</param>
internal sealed class ExportFolder(string path, string shown)
{
    /// <summary>The folder, as messages show it.</summary>
    public string Shown => shown;

    /// <summary>Refuses a folder that holds the records.</summary>
    /// <param name="records">Where the records are.</param>
    /// <exception cref="ToolException">It is a folder of records, or above one.</exception>
    public void KeepOutOf(RecordsFolder records)
    {
        if (!records.Folders.Any(folder => RealPath.IsWithin(folder, path))) return;
        throw new ToolException($"The export cannot be written to '{shown}', because the records are in it. Name another folder, as in '--out policy'.");
    }

    /// <summary>The text of a file; null if it is not there.</summary>
    /// <param name="name">Its path in the folder.</param>
    public string? TextOf(string name) => File.Exists(InFolder(name)) ? File.ReadAllText(InFolder(name)) : null;

    /// <summary>The files that differ from an export, each in words.</summary>
    /// <param name="files">The files of the export.</param>
    public IEnumerable<string> Differences(IReadOnlyList<ExportedFile> files) => files
        .Select(file => (file, text: TextOf(file.Path)))
        .Where(each => each.text != each.file.Text)
        .Select(each => $"{shown}/{each.file.Path}: {(each.text is null ? "missing" : "not up to date")}");

    /// <summary>Writes the files.</summary>
    /// <param name="files">The files.</param>
    /// <exception cref="ToolException">A file with the same name exists that this command has not written.</exception>
    public void Write(IReadOnlyList<ExportedFile> files)
    {
        if (File.Exists(path)) throw new ToolException($"'{shown}' is a file. Name a folder.");
        // Checks all before writing any. A link with the name of a file would have a file elsewhere written.
        foreach (var file in files)
        {
            if (new FileInfo(InFolder(file.Path)).LinkTarget is not null)
            {
                throw new ToolException($"'{shown}/{file.Path}' is a symbolic link, and no file is written through one. Remove it, or name another folder.");
            }
            if (TextOf(file.Path) is { } text && !file.IsOwn(text))
            {
                throw new ToolException($"'{shown}/{file.Path}' was not written by this command, and would be overwritten. Remove it, or name another folder.");
            }
        }
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(InFolder(file.Path))!);
            WholeFile.Write(InFolder(file.Path), file.Text, $"{shown}/{file.Path}");
        }
    }

    private string InFolder(string name) => Path.Combine(path, name);
}
