using System.Text;
using System.Text.Json;

namespace DecisionPolicies.Tool.Packs;

/// <summary>
/// Reads which decision packs a project gets from <c>project.assets.json</c>, which NuGet writes when it restores a project: the packs that the
/// project itself refers to, and the packs that those depend on.
/// </summary>
internal sealed class AssetsFile
{
    /// <summary>The name of the file.</summary>
    public const string Name = "project.assets.json";

    private const string Manifest = PackageFile.Records + PackManifest.FileName;
    private const long Largest = 256 * 1024 * 1024;

    private static readonly byte[] _manifest = Encoding.UTF8.GetBytes(Manifest);

    private readonly JsonElement _root;
    private readonly Dictionary<string, string> _packs;

    private AssetsFile(JsonElement root)
    {
        _root = root;
        _packs = Members(root, "libraries").Where(library => library.Name.IndexOf('/', StringComparison.Ordinal) > 0 && IsPack(library.Value))
            .DistinctBy(library => library.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(library => library.Name, library => Text(library.Value, "path") ?? "", StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads a file; null if it is not what NuGet writes, for which the build has its own message.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="root">The absolute path of the folder that projects are searched in.</param>
    public static RestoredProject? Read(string path, string root)
    {
        try
        {
            if (new FileInfo(path).Length > Largest) return null;
            var bytes = File.ReadAllBytes(path);
            // Most projects have no packs, and the file is large.
            if (bytes.AsSpan().IndexOf(_manifest) < 0 && WithoutPacks(path) is { } project) return project;
            using var document = JsonDocument.Parse(bytes);
            var assets = new AssetsFile(document.RootElement);
            var (file, folder) = assets.ProjectOf(path, root);
            return new(file ?? path, folder, [.. assets.Packs().DistinctBy(pack => (pack.Id, pack.Version))]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            return null;
        }
    }

    // Usually the folder above 'obj'. If a repository has the files of all its projects in one folder, NuGet's file says where the project is.
    private (string? File, string? Folder) ProjectOf(string path, string root)
    {
        var stated = Text(Member(Member(_root, "project"), "restore"), "projectPath");
        var above = FolderAbove(path);
        var name = stated is null ? null : Path.GetFileName(stated.Replace('\\', '/'));
        if (name is not null && File.Exists(Path.Combine(above, name))) return (Path.Combine(above, name), above);
        return stated is not null && Path.IsPathRooted(stated) && RealPath.IsWithin(stated, root) && File.Exists(stated)
            ? (stated, Path.GetDirectoryName(stated))
            : (null, null);
    }

    private static RestoredProject? WithoutPacks(string path) =>
        Directory.EnumerateFiles(FolderAbove(path)).FirstOrDefault(ProjectSearch.IsProject) is { } file ? new(file, FolderAbove(path), []) : null;

    private static string FolderAbove(string path) => Path.GetDirectoryName(Path.GetDirectoryName(path)!)!;

    private IEnumerable<RestoredPack> Packs()
    {
        if (_packs.Count == 0) yield break;
        var direct = Members(Member(_root, "project"), "frameworks")
            .SelectMany(framework => Members(framework.Value, "dependencies").Select(dependency => dependency.Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var target in Members(_root, "targets"))
        {
            var packs = Members(target.Value).Where(library => _packs.ContainsKey(library.Name))
                .DistinctBy(library => IdIn(library.Name), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(library => IdIn(library.Name), StringComparer.OrdinalIgnoreCase);
            foreach (var id in Reached(direct, packs)) yield return Of(packs[id].Name);
        }
    }

    // A pack that only another library depends on does not reach the project.
    private static IEnumerable<string> Reached(IEnumerable<string> direct, Dictionary<string, JsonProperty> packs)
    {
        var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<string>(direct.Where(packs.ContainsKey));
        while (open.TryDequeue(out var id))
        {
            if (!reached.Add(id)) continue;
            foreach (var dependency in Members(packs[id].Value, "dependencies").Where(each => packs.ContainsKey(each.Name))) open.Enqueue(dependency.Name);
        }
        return reached;
    }

    private RestoredPack Of(string library)
    {
        var path = _packs[library];
        var folder = Members(_root, "packageFolders")
            .Select(each => Path.Combine(each.Name, path))
            .FirstOrDefault(each => Path.IsPathRooted(each) && File.Exists(Path.Combine(each, Manifest)));
        return new(IdIn(library), library[(IdIn(library).Length + 1)..], folder);
    }

    private static string IdIn(string library) => library[..library.IndexOf('/', StringComparison.Ordinal)];

    private static bool IsPack(JsonElement library) => Text(library, "type") == "package"
        && library.TryGetProperty("files", out var files) && files.ValueKind == JsonValueKind.Array
        && files.EnumerateArray().Any(file => file.ValueKind == JsonValueKind.String && file.ValueEquals(Manifest));

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static IEnumerable<JsonProperty> Members(JsonElement element, string name) => Members(Member(element, name));

    private static IEnumerable<JsonProperty> Members(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;
}
