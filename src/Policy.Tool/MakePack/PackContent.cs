using System.Text;
using DecisionPolicies.Tool.Packs;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.MakePack;

/// <summary>The files of a decision pack: its records, the build assets that hand them to a project, and what NuGet asks for.</summary>
/// <param name="log">The records.</param>
/// <param name="manifest">What the pack says about itself.</param>
/// <param name="links">The links to the records.</param>
internal sealed class PackContent(DecisionLog log, PackManifest manifest, RecordLink links)
{
    /// <summary>The name of the page that people read.</summary>
    public const string Readme = "README.md";

    private static readonly string[] _pictures = [".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"];

    private static readonly EnumerationOptions _below = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = true, IgnoreInaccessible = false,
    };

    /// <summary>The name of the package's file.</summary>
    public string FileName => $"{manifest.Pack.Id}.{manifest.Pack.Version}{PackageFile.Extension}";

    /// <summary>The content of each file, by its path in the package.</summary>
    /// <exception cref="ToolException">A file cannot be read.</exception>
    public IReadOnlyDictionary<string, byte[]> Files()
    {
        var nuspec = $"{manifest.Pack.Id}.nuspec";
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [nuspec] = PackageParts.NuspecOf(manifest),
            ["_rels/.rels"] = PackageParts.RelationshipsOf(nuspec),
            [$"build/{manifest.Pack.Id}.props"] = Template("DecisionPack.props.template"),
            [$"build/{manifest.Pack.Id}.targets"] = Template("DecisionPack.targets.template"),
            [Readme] = Utf8(string.Concat(PackReadme.Lines(manifest.Pack.Id, log.Set.Records.Select(links.Cite)).Select(line => line + "\n"))),
            [PackageFile.Records + PackManifest.FileName] = Utf8(string.Concat(manifest.Lines().Select(line => line + "\n"))),
        };
        foreach (var path in Records()) files[InPackage(log.PathOf(path))] = BytesOf(path);
        files[PackageParts.ContentTypes] = PackageParts.ContentTypesOf(files.Keys);
        return files;
    }

    // What the build reads, and the pictures that the records show.
    private IEnumerable<string> Records() => log.Files.Select(file => file.FilePath).Concat(log.Folder.Folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", _below))
            .Where(file => RecordConventions.IsIn(file) || _pictures.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)))
        .Where(file => !file.EndsWith(UsualFolders.AsciiDoc, StringComparison.OrdinalIgnoreCase))
        .Distinct(StringComparer.Ordinal);

    private static string InPackage(string path) => PackageFile.Records + path;

    private byte[] Template(string name)
    {
        using var stream = typeof(PackContent).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Utf8(reader.ReadToEnd().ReplaceLineEndings("\n")
            .Replace("{id}", manifest.Pack.Id, StringComparison.Ordinal)
            .Replace("{version}", manifest.Pack.Version, StringComparison.Ordinal));
    }

    private static byte[] BytesOf(string path)
    {
        try
        {
            return StoredFile.IsRegular(path)
                ? File.ReadAllBytes(path)
                : throw new ToolException($"{path}: The file cannot be packed: it is not a regular file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: The file cannot be packed: {exception.Message}");
        }
    }

    private static byte[] Utf8(string text) => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);
}
