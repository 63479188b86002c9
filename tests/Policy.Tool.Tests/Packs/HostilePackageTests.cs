using System.IO.Compression;
using CsCheck;

namespace DecisionPolicies.Tool.Tests.Packs;

/// <summary>A package may come from anybody: whatever is wrong with it is reported at the package, and nothing is written.</summary>
public sealed class HostilePackageTests : IDisposable
{
    private const string Package = "x.nupkg";
    private const string Manifest = "decisions/decision-pack.yml";

    private readonly ToolFolder _folder = new ToolFolder().With("deploy/shop.json", "{}");

    public static TheoryData<string, string> Faults => new()
    {
        { "empty", "The package cannot be read: " },
        { "not a zip", "The package cannot be read: " },
        { "cut off", "The package cannot be read: " },
        { "a damaged record", "The package cannot be read: The entry 'decisions/docs/adr/0001-no-guest-checkout.md' is damaged." },
        { "too many entries", "The package cannot be read: It has more than 10000 entries, which is the limit." },
        { "too large an entry", "The package cannot be read: The entry 'decisions/docs/adr/0003-large.md' is larger than 8 MB, which is the limit." },
        { "too large together", "The package cannot be read: Its records are larger than 64 MB together, which is the limit." },
        { "a path above", "The package cannot be read: The entry 'decisions/../../escaped.md' leads out of the package." },
        { "an escaped path above", "The package cannot be read: The entry 'decisions/../escaped.md' leads out of the package." },
        { "a path with backslashes", "The package cannot be read: The entry 'decisions/../escaped.md' leads out of the package." },
        { "an absolute path", "The package cannot be read: The entry '/escaped.md' leads out of the package." },
        { "an entry twice", "The package cannot be read: It has the entry 'decisions/docs/adr/0001-No-Guest-Checkout.md' twice." },
        { "two manifests", "The pack has more than one manifest: decision-pack.yml, docs/adr/decision-pack.yml." },
        { "no manifest", "The pack does not have a manifest." },
        { "a manifest elsewhere", "The pack does not have a manifest." },
        { "a manifest that is a list", "decision-pack.yml(1,1): The manifest is not a mapping." },
        { "a manifest that is not YAML", "decision-pack.yml(1," },
        { "a manifest without a version", "decision-pack.yml(1,1): The manifest does not name the package and its version." },
        { "a manifest of another package", "decision-pack.yml(1,1): The manifest says that the package is Contoso.Decisions, but it is Fabrikam." },
        { "a manifest with a path as its id", "decision-pack.yml(1,1): '../../x 1.0.0' is not the id and the version of a package." },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_is_wrong_is_reported_at_the_package(string what, string message)
    {
        _folder.WithBytes(Package, BytesOf(what));
        var before = Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories);

        var run = _folder.Run("check", "deploy", "--records", Package);

        Assert.Equal(2, run.Exit);
        Assert.Contains($"{Package}(1,1): error DP1032: {message}", run.Error);
        Assert.Equal(before, Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories));
        Assert.Contains("DP1032", _folder.Run("list", "--records", Package).Error);
        Assert.Contains("DP1032", _folder.Run("lint", "--records", Package).Output);
    }

    [Fact]
    [Trait("Category", "Law")]
    public void Whatever_byte_is_damaged_the_command_answers()
    {
        var whole = TestPack.Contoso().Package();
        Law.Check(Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4], 400, hits =>
        {
            var damaged = (byte[])whole.Clone();
            foreach (var (place, value) in hits) damaged[place] = value;
            var run = _folder.WithBytes(Package, damaged).Run("check", "deploy", "--records", Package);
            Assert.DoesNotContain("which is a fault in the command", run.Error);
            Assert.Equal(run.Exit == 2, run.Error.Contains(": error DP", StringComparison.Ordinal));
        });
    }

    private static byte[] BytesOf(string what)
    {
        var contoso = TestPack.Contoso();
        return what switch
        {
            "empty" => [],
            "not a zip" => "<package />"u8.ToArray(),
            "cut off" => contoso.Package()[..200],
            "a damaged record" => Damaged(contoso),
            "too many entries" => TestPack.Zip(Enumerable.Range(0, 10_001).Select(number => ($"decisions/{number}.md", ""))),
            "too large an entry" => contoso.With("docs/adr/0003-large.md", new string(' ', (8 * 1024 * 1024) + 1)).Package(),
            "too large together" => Enumerable.Range(3, 9)
                .Aggregate(contoso, (pack, number) => pack.With($"docs/adr/{number:D4}-x.md", new string(' ', 8 * 1024 * 1024))).Package(),
            "a path above" => With("decisions/../../escaped.md"),
            "an escaped path above" => With("decisions/%2E%2E/escaped.md"),
            "a path with backslashes" => With("decisions\\..\\escaped.md"),
            "an absolute path" => With("/escaped.md"),
            "an entry twice" => With("decisions/docs/adr/0001-No-Guest-Checkout.md"),
            "two manifests" => contoso.With("docs/adr/decision-pack.yml", contoso.Manifest).Package(),
            "no manifest" => TestPack.Zip([("Contoso.Decisions.nuspec", "<package />"), ("decisions/docs/adr/0001-x.md", "# X")]),
            "a manifest elsewhere" => TestPack.Zip([("decision-pack.yml", contoso.Manifest), ("decisions/docs/adr/0001-x.md", "# X")]),
            "a manifest that is a list" => (contoso with { Manifest = "- id" }).Package(),
            "a manifest that is not YAML" => (contoso with { Manifest = "id: [" }).Package(),
            "a manifest without a version" => (contoso with { Manifest = "id: x" }).Package(),
            "a manifest of another package" => TestPack.Zip([("Fabrikam.nuspec", "<package />"), (Manifest, contoso.Manifest)]),
            "a manifest with a path as its id" => (contoso with { Manifest = "id: ../../x\nversion: 1.0.0" }).Package(),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };

        static byte[] Damaged(TestPack pack)
        {
            using var bytes = new MemoryStream();
            using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (path, text) in new[] { (Manifest, pack.Manifest), ("decisions/docs/adr/0001-no-guest-checkout.md", TestPack.NoGuestCheckout) })
                {
                    using var writer = new StreamWriter(archive.CreateEntry(path, CompressionLevel.NoCompression).Open());
                    writer.Write(text);
                }
            }
            var damaged = bytes.ToArray();
            damaged[damaged.AsSpan().IndexOf("accepted"u8)] = (byte)'A';
            return damaged;
        }

        byte[] With(string path) => TestPack.Zip(
        [
            ("Contoso.Decisions.nuspec", "<package />"),
            (Manifest, contoso.Manifest),
            .. contoso.Files.Select(file => ($"decisions/{file.Key}", file.Value)),
            (path, "# X"),
        ]);
    }
}
