using DecisionPolicies.Tool.Packs;

namespace DecisionPolicies.Tool.Repository;

/// <summary>The decision log: all records of a repository.</summary>
/// <param name="Folder">Where they are.</param>
/// <param name="Files">Every Markdown file there, in the order of their paths.</param>
/// <param name="Set">The records together.</param>
/// <param name="Conventions">How the folders write their records.</param>
internal sealed record DecisionLog(RecordsFolder Folder, IReadOnlyList<LogFile> Files, RecordSet Set, ConventionsByFolder Conventions)
{
    private readonly Lazy<Dictionary<string, AdrRecord>> _byPath = new(() => Set.Records.ToDictionary(record => record.Path, StringComparer.Ordinal));

    private ILookup<string, FaultInFile>? _faults;

    /// <summary>The decision packs that govern the repository, too; none if the log is about its own records alone.</summary>
    public PackLog Packs { get; private init; } = PackLog.None;

    /// <summary>The record of a file, with what other records say about it; null if the file does not have a record.</summary>
    /// <param name="path">The file's path relative to the repository.</param>
    public AdrRecord? RecordOf(string path) => _byPath.Value.GetValueOrDefault(path);

    /// <summary>Every record: those of the repository, then those of each pack.</summary>
    public IEnumerable<AdrRecord> EveryRecord => Set.Records.Concat(Packs.Packs.SelectMany(pack => pack.Set.Records));

    /// <summary>Every fault in the repository's own records, by file and place.</summary>
    public IEnumerable<FaultInFile> Faults => InOrder(Files
        .SelectMany(file => file.Content.Faults.Select(fault => new FaultInFile(file.Content.Path, fault)))
        .Concat(Set.Faults)
        .Concat(Packs.OwnFaults));

    /// <summary>Every fault in a file, by place.</summary>
    /// <param name="path">The file's path relative to the repository.</param>
    public IEnumerable<FaultInFile> FaultsIn(string path) => (_faults ??= Faults.ToLookup(found => found.Path, StringComparer.Ordinal))[path];

    /// <summary>Reads every record of a folder.</summary>
    /// <param name="folder">Where they are.</param>
    /// <exception cref="ToolException">A file cannot be opened.</exception>
    public static DecisionLog Read(RecordsFolder folder) => Read(folder, folder.Folders
        .SelectMany(records => Directory.Exists(records) ? RecordsIn(records) : [])
        .Distinct(StringComparer.Ordinal)
        .Select(path => (path, LogFile.TextOf(path))));

    /// <summary>Reads every record of a folder at a commit.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="tree">The files of the commit.</param>
    /// <exception cref="ToolException">Git cannot answer, or a record is a link.</exception>
    public static DecisionLog Read(RecordsFolder folder, CommittedTree tree) =>
        Read(folder, tree.Below(folder.Folders, IsRead).Select(file => (file.Path, LogFile.Decoded(file.Content))));

    private static DecisionLog Read(RecordsFolder folder, IEnumerable<(string Path, string Text)> files)
    {
        var texts = files.Select(file => (FullPath: file.Path, Path: Path.GetRelativePath(folder.Root, file.Path).Replace('\\', '/'), file.Text)).ToList();
        var conventions = ConventionsByFolder.Of(texts
            .Where(file => RecordConventions.IsIn(file.Path))
            .Select(file => (file.Path, ConventionsReader.Read(file.Text, []))));
        return Of(folder, conventions, texts.Select(file => LogFile.Of(file.FullPath, file.Path, file.Text, conventions.For(file.Path))));
    }

    private static IEnumerable<FaultInFile> InOrder(IEnumerable<FaultInFile> faults) => faults
        .OrderBy(found => found.Path, StringComparer.Ordinal).ThenBy(found => found.Fault.Place.Line).ThenBy(found => found.Fault.Place.Column);

    // As the build finds them, which follows links, too.
    private static IEnumerable<string> RecordsIn(string folder)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { RealPath.Of(folder) };
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
        {
            foreach (var file in Directory.EnumerateFiles(next).Where(IsRead)) yield return file;
            foreach (var below in Directory.EnumerateDirectories(next).Where(below => IsEntered(below, seen))) open.Push(below);
        }
    }

    // Links can lead to a folder above, or to each other, without end: what one leads to is read once.
    private static bool IsEntered(string folder, HashSet<string> seen)
    {
        if (new DirectoryInfo(folder).LinkTarget is null) return true;
        var real = RealPath.Of(folder);
        return !RealPath.IsWithin(Path.GetDirectoryName(folder)!, real) && seen.Add(real);
    }

    /// <summary>Whether a file among the records is read: it may be one, or say how they are written.</summary>
    /// <param name="path">The path.</param>
    public static bool IsRead(string path) =>
        UsualFolders.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) || RecordConventions.IsIn(path);

    /// <summary>The log with other texts of some files, or with new files.</summary>
    /// <param name="files">These files.</param>
    public DecisionLog With(IEnumerable<LogFile> files) =>
        Of(Folder, Conventions, files.Concat(Files).DistinctBy(file => file.Content.Path, StringComparer.Ordinal));

    /// <summary>A file of the log with a text that need not be written.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="text">The text.</param>
    public LogFile FileOf(string path, string text)
    {
        var relative = Path.GetRelativePath(Folder.Root, path).Replace('\\', '/');
        return LogFile.Of(path, relative, text, Conventions.For(relative));
    }

    /// <summary>The log together with the decision packs that govern the repository.</summary>
    /// <param name="sources">The packs.</param>
    /// <param name="context">The surroundings.</param>
    public DecisionLog Governed(PackSources sources, ToolContext context) =>
        new(Folder, Files, Set, Conventions) { Packs = PackLog.Of(sources, this, context) };

    /// <summary>A path as faults name it: relative to the repository if it is in it, with forward slashes.</summary>
    /// <param name="path">The absolute path.</param>
    public string PathOf(string path)
    {
        var relative = Path.GetRelativePath(Folder.Root, path).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) ? path.Replace('\\', '/') : relative;
    }

    private static DecisionLog Of(RecordsFolder folder, ConventionsByFolder conventions, IEnumerable<LogFile> files)
    {
        var ordered = files.OrderBy(file => file.Content.Path, StringComparer.Ordinal).ToList();
        return new(folder, ordered, RecordSet.Of(ordered.Select(file => file.Content)), conventions);
    }
}

/// <summary>A Markdown file among the records.</summary>
/// <param name="FilePath">The absolute path.</param>
/// <param name="Text">Its text, with its line ends and any byte order mark.</param>
/// <param name="Content">The result of reading it.</param>
internal sealed record LogFile(string FilePath, string Text, RecordFile Content)
{
    /// <summary>Its fields with their places; none if there is no record.</summary>
    public RecordFields Fields { get; private init; } = RecordFields.None;

    /// <summary>How its folder writes records.</summary>
    public RecordConventions Conventions { get; private init; } = RecordConventions.None;

    /// <summary>The text of a file. A byte order mark stays part of it, so that an edit keeps it.</summary>
    /// <param name="path">The absolute path.</param>
    /// <exception cref="ToolException">The file cannot be opened.</exception>
    public static string TextOf(string path)
    {
        try
        {
            // Opening a pipe would wait for a process at its other end.
            return StoredFile.IsRegular(path)
                ? Decoded(BytesOf(path))
                : throw new ToolException($"{path}: The record cannot be opened: it is not a regular file.");
        }
        // On Unix a name can be any bytes, and .NET cannot open a file whose name is not text.
        catch (FileNotFoundException) when (path.Contains('\uFFFD', StringComparison.Ordinal))
        {
            throw new ToolException($"{path}: The record cannot be opened, because the name of the file is not UTF-8. Rename the file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: The record cannot be opened: {exception.Message}");
        }
    }

    // One character more than the limit is enough to report that it is exceeded.
    private static byte[] BytesOf(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length <= RecordReader.LargestFile) return File.ReadAllBytes(path);
        var bytes = new byte[Math.Min(file.Length, (4L * RecordReader.LargestFile) + 4)];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The text of a file's bytes, as the compiler decodes them.</summary>
    /// <param name="bytes">The bytes.</param>
    // UTF-16 has a byte order mark; bytes that are not UTF-8 are replaced, which the reader reports.
    public static string Decoded(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => System.Text.Encoding.Unicode.GetString(bytes),
        [0xFE, 0xFF, ..] => System.Text.Encoding.BigEndianUnicode.GetString(bytes),
        _ => new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetString(bytes),
    };

    /// <summary>A file with the given text.</summary>
    /// <param name="filePath">The absolute path.</param>
    /// <param name="path">The path relative to the repository, with forward slashes.</param>
    /// <param name="text">The text.</param>
    /// <param name="conventions">How its folder writes records.</param>
    public static LogFile Of(string filePath, string path, string text, RecordConventions conventions)
    {
        var content = RecordReader.Read(path, text, conventions, out var fields);
        return new(filePath, text, content) { Fields = fields, Conventions = conventions };
    }

    /// <summary>The file with another text.</summary>
    /// <param name="text">The text.</param>
    public LogFile With(string text) => text == Text ? this : Of(FilePath, Content.Path, text, Conventions);
}
