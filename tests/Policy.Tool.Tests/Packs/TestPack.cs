using System.IO.Compression;
using System.Text.Json;

namespace DecisionPolicies.Tool.Tests.Packs;

/// <summary>A decision pack of a test: as a package, as a folder, or restored for a project.</summary>
internal sealed record TestPack(string Id, string Version)
{
    /// <summary>A record that forbids guest checkout, and allows waivers of at most 90 days.</summary>
    public const string NoGuestCheckout = """
        ---
        status: accepted
        date: 2026-10-01
        because: Orders without an account cannot be recalled.
        instead: [Ask for an account at checkout.]
        rules:
          - configuration: Shop:GuestCheckout
            forbid: true
            waivable: { for-at-most: 90d }
        ---
        # No guest checkout

        See [the other one](0002-tls-only.md) and [the guide](../guide.md).
        """;

    /// <summary>A record with a rule that cannot be read.</summary>
    public const string Misspelled = "---\nstatus: accepted\nrules:\n  - { configuration: A, forbit: true }\n---\n# TLS only";

    private const string TlsOnly = """
        ---
        status: accepted
        revisit: 2026-11-01
        rules:
          - configuration: Shop:PublicUrl
            forbid: { like: "http://*" }
        ---
        # TLS only
        """;

    /// <summary>Its records and other files, by their paths in its repository.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The packs that it depends on.</summary>
    public IReadOnlyList<TestPack> DependsOn { get; init; } = [];

    /// <summary>The lines of its manifest.</summary>
    public string Manifest { get; init; } = $"id: \"{Id}\"\nversion: \"{Version}\"\nlink-base: \"https://example.org/decisions/blob/HEAD\"\n";

    /// <summary>The pack of the examples, with two records.</summary>
    public static TestPack Contoso(string version = "1.2.0") =>
        new TestPack("Contoso.Decisions", version).With("docs/adr/0001-no-guest-checkout.md", NoGuestCheckout).With("docs/adr/0002-tls-only.md", TlsOnly);

    /// <summary>The pack with a file.</summary>
    public TestPack With(string path, string text) =>
        this with { Files = Files.Where(file => file.Key != path).Append(new(path, text)).ToDictionary(StringComparer.Ordinal) };

    /// <summary>The package.</summary>
    public byte[] Package() => Zip(
    [
        ($"{Id}.nuspec", "<package />"), ("decisions/decision-pack.yml", Manifest), .. Files.Select(file => ($"decisions/{file.Key}", file.Value)),
    ]);

    /// <summary>A zip archive with these entries.</summary>
    public static byte[] Zip(IEnumerable<(string Path, string Text)> entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(path).Open());
                writer.Write(text);
            }
        }
        return bytes.ToArray();
    }
}

/// <summary>Puts packs into the folder of a test.</summary>
internal static class PackedFolder
{
    /// <summary>Writes the package, named by its id and version.</summary>
    public static ToolFolder WithPackage(this ToolFolder folder, TestPack pack) => folder.WithBytes($"{pack.Id}.{pack.Version}.nupkg", pack.Package());

    /// <summary>Writes a file of bytes.</summary>
    public static ToolFolder WithBytes(this ToolFolder folder, string path, byte[] bytes)
    {
        File.WriteAllBytes(folder.Full(path), bytes);
        return folder;
    }

    /// <summary>Writes the files of a pack, with its manifest, into a folder.</summary>
    public static ToolFolder WithPackFolder(this ToolFolder folder, string path, TestPack pack)
    {
        folder.With($"{path}/decision-pack.yml", pack.Manifest);
        foreach (var (file, text) in pack.Files) folder.With($"{path}/{file}", text);
        return folder;
    }

    /// <summary>Writes a project, and what NuGet writes when it restores it: the packages, and the file that lists them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="project">The project's file.</param>
    /// <param name="direct">The packs that the project refers to.</param>
    public static ToolFolder WithProject(this ToolFolder folder, string project, params TestPack[] direct) =>
        folder.WithProject(project, direct, [.. direct.SelectMany(pack => pack.DependsOn.Prepend(pack))]);

    /// <summary>Writes a project, of which NuGet has restored some packages that it does not refer to.</summary>
    public static ToolFolder WithProject(this ToolFolder folder, string project, TestPack[] direct, TestPack[] restored)
    {
        foreach (var pack in restored) folder.WithPackFolder($"packages/{FolderOf(pack)}/decisions", pack);
        var assets = new Dictionary<string, object>
        {
            ["version"] = 3,
            ["targets"] = new Dictionary<string, object>
            {
                ["net10.0"] = restored.ToDictionary(NameOf, pack => (object)new Dictionary<string, object>
                {
                    ["type"] = "package", ["dependencies"] = pack.DependsOn.ToDictionary(other => other.Id, other => other.Version),
                }),
            },
            ["libraries"] = restored.ToDictionary(NameOf, pack => (object)new Dictionary<string, object>
            {
                ["type"] = "package", ["path"] = FolderOf(pack), ["files"] = new[] { "decisions/decision-pack.yml", $"{pack.Id}.nuspec" },
            }),
            ["packageFolders"] = new Dictionary<string, object> { [folder.Full("packages") + "/"] = new { } },
            ["project"] = new Dictionary<string, object>
            {
                ["restore"] = new Dictionary<string, object> { ["projectPath"] = folder.Full(project) },
                ["frameworks"] = new Dictionary<string, object>
                {
                    ["net10.0"] = new Dictionary<string, object>
                    {
                        ["dependencies"] = direct.ToDictionary(pack => pack.Id, _ => (object)new { target = "Package" }),
                    },
                },
            },
        };
        var references = string.Concat(direct.Select(pack => $"  <PackageReference Include=\"{pack.Id}\" Version=\"{pack.Version}\" />\n"));
        return folder.With(project, $"<Project Sdk=\"Microsoft.NET.Sdk\">\n{references}</Project>\n")
            .With(Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json"), JsonSerializer.Serialize(assets));
    }

    private static string NameOf(TestPack pack) => $"{pack.Id}/{pack.Version}";

    private static string FolderOf(TestPack pack) => $"{pack.Id.ToLowerInvariant()}/{pack.Version}";
}
