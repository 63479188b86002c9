using System.IO.Compression;

namespace DecisionPolicies.Tool.Tests.Packs;

/// <summary><c>decisions pack</c> makes a package that NuGet and every command read, without a project.</summary>
public sealed class MakePackTests : IDisposable
{
    private const string Package = "out/Contoso.Decisions.1.2.0.nupkg";

    private static readonly string[] _call = ["pack", "--id", "Contoso.Decisions", "--version", "1.2.0", "--out", "out"];

    private readonly ToolFolder _folder = new ToolFolder()
        .With("docs/adr/0001-no-guest-checkout.md", TestPack.NoGuestCheckout)
        .With("docs/adr/security/0002-tls (only).md", "---\nstatus: accepted\n---\n# TLS only\n\n![picture](img/a.png)\n")
        .With("docs/adr/security/img/a.png", "png")
        .With("docs/adr/decisions.yml", "statuses: {}\n")
        .With("docs/adr/notes.txt", "x");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_package_has_records_build_assets_and_a_page()
    {
        var run = _folder.Run([.. _call, "--link-base", "https://example.org/decisions/blob/HEAD"]);

        Assert.Equal((0, Package + "\n", ""), (run.Exit, run.Output, run.Error));
        using var archive = ZipFile.OpenRead(_folder.Full(Package));
        Assert.Equal(
            [
                "Contoso.Decisions.nuspec", "README.md", "[Content_Types].xml", "_rels/.rels",
                "build/Contoso.Decisions.props", "build/Contoso.Decisions.targets",
                "decisions/decision-pack.yml", "decisions/docs/adr/0001-no-guest-checkout.md", "decisions/docs/adr/decisions.yml",
                "decisions/docs/adr/security/0002-tls%20%28only%29.md", "decisions/docs/adr/security/img/a.png",
            ],
            archive.Entries.Select(entry => entry.FullName));
        Assert.All(archive.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.Equal(
            $"id: \"Contoso.Decisions\"\nversion: \"1.2.0\"\nlink-base: \"https://example.org/decisions/blob/HEAD\"\nengine: \"{ToolVersion.Text}\"\n",
            Text(archive, "decisions/decision-pack.yml"));
        Assert.Contains($"<dependency id=\"DecisionPolicies\" version=\"{ToolVersion.Text}\" include=\"All\" />", Text(archive, "Contoso.Decisions.nuspec"));
        Assert.Contains("<DecisionPack Include=\"Contoso.Decisions\" Version=\"1.2.0\" />", Text(archive, "build/Contoso.Decisions.props"));
        Assert.Contains("<Target Name=\"CheckDecisionPacks\"", Text(archive, "build/Contoso.Decisions.targets"));
        Assert.Contains(
            "| [ADR-0001](https://example.org/decisions/blob/HEAD/docs/adr/0001-no-guest-checkout.md) | No guest checkout |", Text(archive, "README.md"));
        Assert.Equal(TestPack.NoGuestCheckout, Text(archive, "decisions/docs/adr/0001-no-guest-checkout.md"));
    }

    [Fact]
    public void The_same_records_give_the_same_bytes()
    {
        _folder.Run(_call);
        var first = File.ReadAllBytes(_folder.Full(Package));
        File.SetLastWriteTimeUtc(_folder.Full("docs/adr/0001-no-guest-checkout.md"), new DateTime(2020, 2, 2, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(0, _folder.On("2030-01-01").Run(_call).Exit);
        Assert.Equal(first, File.ReadAllBytes(_folder.Full(Package)));
    }

    [Fact]
    public void The_package_judges_what_the_records_judge()
    {
        Assert.Equal(0, _folder.Run(_call).Exit);
        using var other = new ToolFolder().With("deploy/shop.json", """{ "Shop": { "GuestCheckout": true } }""");
        var run = other.Run("check", "deploy", "--records", _folder.Full(Package));

        Assert.Equal(1, run.Exit);
        Assert.Contains("error[ADR-0001 (Contoso.Decisions 1.2.0)]: Shop:GuestCheckout = true", run.Output);
        Assert.Contains("TLS only", other.Run("show", "Contoso.Decisions/ADR-0002", "--records", _folder.Full(Package)).Output);
    }

    [Fact]
    public void What_follows_a_plus_sign_is_not_part_of_the_version()
    {
        var run = _folder.Run("pack", "--id", "Contoso.Decisions", "--version", "1.2.0-rc.1+build.5", "--out", "out");
        Assert.Equal("out/Contoso.Decisions.1.2.0-rc.1.nupkg\n", run.Output);
        using var archive = ZipFile.OpenRead(_folder.Full("out/Contoso.Decisions.1.2.0-rc.1.nupkg"));
        Assert.Contains("<version>1.2.0-rc.1</version>", Text(archive, "Contoso.Decisions.nuspec"));
    }

    [Theory]
    [InlineData("Contoso Decisions", "1.2.0", "'Contoso Decisions' is not an id of a package.")]
    [InlineData("../Contoso", "1.2.0", "'../Contoso' is not an id of a package.")]
    [InlineData(".Contoso", "1.2.0", "'.Contoso' is not an id of a package.")]
    [InlineData("Contoso.", "1.2.0", "'Contoso.' is not an id of a package.")]
    [InlineData("All.Decisions", "1.2.0", "The class of the pack would be named 'All' after the id 'All.Decisions', which is not possible. Choose another id.")]
    [InlineData("Contoso.Decisions", "1.2", "'1.2' is not a version of a package.")]
    [InlineData("Contoso.Decisions", "1.02.0", "'1.02.0' is not a version of a package.")]
    [InlineData("Contoso.Decisions", "1.2.0.0", "'1.2.0.0' is not a version of a package.")]
    [InlineData("Contoso.Decisions", "v1.2.0", "'v1.2.0' is not a version of a package.")]
    [InlineData("Contoso.Decisions", "1.2.0-", "'1.2.0-' is not a version of a package.")]
    public void What_NuGet_does_not_accept_is_refused(string id, string version, string message)
    {
        var run = _folder.Run("pack", "--id", id, "--version", version, "--out", "out");

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("decisions: " + message, run.Error);
        Assert.False(Directory.Exists(_folder.Full("out")));
    }

    [Fact]
    public void A_record_with_an_error_is_not_packed()
    {
        var run = _folder.WithRecord("0003-broken", "status: accepted\nrules:\n  - { configuration: A, forbit: true }").Run(_call);

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("docs/adr/0003-broken.md(4,", run.Error);
        Assert.EndsWith("decisions: The package was not written: there is an error in a record. Run 'decisions lint' for details.\n", run.Error);
        Assert.False(Directory.Exists(_folder.Full("out")));
    }

    [Fact]
    public void Without_a_record_there_is_nothing_to_pack()
    {
        using var folder = new ToolFolder().With("docs/adr/README.md", "# Records\n");
        var run = folder.Run(_call);

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("decisions: No record was found in docs/adr.", run.Error);
    }

    [Theory]
    [InlineData("--id", "Contoso.Decisions", "--version", "1.2.0")]
    [InlineData("--id", "Contoso.Decisions", "--out", "out")]
    [InlineData("--version", "1.2.0", "--out", "out")]
    public void Id_version_and_folder_are_needed(params string[] options)
    {
        var run = _folder.Run(["pack", .. options]);
        Assert.Equal(2, run.Exit);
        Assert.EndsWith("See 'decisions pack --help'.\n", run.Error);
    }

    private static string Text(ZipArchive archive, string path)
    {
        using var reader = new StreamReader(archive.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }
}
