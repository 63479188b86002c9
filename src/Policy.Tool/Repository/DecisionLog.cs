namespace DecisionPolicies.Tool.Repository;

/// <summary>The decision log: all records of a repository.</summary>
/// <param name="Folder">Where they are.</param>
/// <param name="Files">Every Markdown file there, in the order of their paths.</param>
/// <param name="Set">The records together.</param>
internal sealed record DecisionLog(RecordsFolder Folder, IReadOnlyList<LogFile> Files, RecordSet Set)
{
    private readonly Lazy<Dictionary<string, AdrRecord>> _byPath = new(() => Set.Records.ToDictionary(record => record.Path, StringComparer.Ordinal));

    /// <summary>The record of a file, with what other records say about it; null if the file does not have a record.</summary>
    /// <param name="path">The file's path relative to the repository.</param>
    public AdrRecord? RecordOf(string path) => _byPath.Value.GetValueOrDefault(path);

    /// <summary>Every fault, by file and place.</summary>
    public IEnumerable<FaultInFile> Faults => Files
        .SelectMany(file => file.Content.Faults.Select(fault => new FaultInFile(file.Content.Path, fault)))
        .Concat(Set.Faults)
        .OrderBy(found => found.Path, StringComparer.Ordinal).ThenBy(found => found.Fault.Place.Line).ThenBy(found => found.Fault.Place.Column);

    /// <summary>Reads every record of a folder.</summary>
    /// <param name="folder">Where they are.</param>
    /// <exception cref="ToolException">A file cannot be opened.</exception>
    public static DecisionLog Read(RecordsFolder folder)
    {
        var files = folder.Folders
            .SelectMany(records => Directory.Exists(records) ? RecordsIn(records) : [])
            .Distinct(StringComparer.Ordinal)
            .Select(path => LogFile.Read(path, folder.Root));
        return Of(folder, files);
    }

    private static IEnumerable<string> RecordsIn(string folder) => Directory.EnumerateFiles(folder, "*", _everywhere)
        .Where(path => UsualFolders.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));

    /// <summary>The log with other texts of some files, or with new files.</summary>
    /// <param name="files">These files.</param>
    public DecisionLog With(IEnumerable<LogFile> files) => Of(Folder, files.Concat(Files).DistinctBy(file => file.Content.Path, StringComparer.Ordinal));

    private static DecisionLog Of(RecordsFolder folder, IEnumerable<LogFile> files)
    {
        var ordered = files.OrderBy(file => file.Content.Path, StringComparer.Ordinal).ToList();
        return new(folder, ordered, RecordSet.Of(ordered.Select(file => file.Content)));
    }

    // A link to a folder above would never end, so links are skipped.
    private static readonly EnumerationOptions _everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
        MatchCasing = MatchCasing.CaseInsensitive,
    };
}

/// <summary>A Markdown file among the records.</summary>
/// <param name="FilePath">The absolute path.</param>
/// <param name="Text">Its text, with its line ends and any byte order mark.</param>
/// <param name="Content">The result of reading it.</param>
internal sealed record LogFile(string FilePath, string Text, RecordFile Content)
{
    /// <summary>Its fields with their places; none if there is no record.</summary>
    public RecordFields Fields { get; private init; } = RecordFields.None;

    public static LogFile Read(string path, string root)
    {
        string text;
        try
        {
            // A byte order mark stays part of the text, so that an edit keeps it.
            text = Decoded(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: The record cannot be opened: {exception.Message}");
        }
        return Of(path, text, root);
    }

    // As the compiler decodes it. UTF-16 has a byte order mark; bytes that are not UTF-8 are replaced, which the reader reports.
    private static string Decoded(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => System.Text.Encoding.Unicode.GetString(bytes),
        [0xFE, 0xFF, ..] => System.Text.Encoding.BigEndianUnicode.GetString(bytes),
        _ => new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetString(bytes),
    };

    /// <summary>A file with the given text.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="text">The text.</param>
    /// <param name="root">What the records' paths are relative to.</param>
    public static LogFile Of(string path, string text, string root) => Read(path, Path.GetRelativePath(root, path).Replace('\\', '/'), text);

    /// <summary>The file with another text.</summary>
    /// <param name="text">The text.</param>
    public LogFile With(string text) => text == Text ? this : Read(FilePath, Content.Path, text);

    private static LogFile Read(string filePath, string path, string text)
    {
        var content = RecordReader.Read(path, text, RecordConventions.None, out var fields);
        return new(filePath, text, content) { Fields = fields };
    }
}
