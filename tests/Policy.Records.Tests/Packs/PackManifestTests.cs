namespace DecisionPolicies.Records.Tests.Packs;

/// <summary>What a decision pack says about itself.</summary>
public sealed class PackManifestTests
{
    [Fact]
    public void A_manifest_names_the_package_its_class_its_links_and_its_engine() => Assert.Equal(
        new PackManifest(new("Contoso.Decisions", "1.2.0"), "Group", "https://example.org/contoso", "0.2.0-alpha.1"),
        Read("id: Contoso.Decisions\nversion: \"1.2.0\"\nclass: Group\nlink-base: https://example.org/contoso/\nengine: 0.2.0-alpha.1"));

    // 1.10 is the number 1.1 to YAML.
    [Fact]
    public void A_version_is_text() => Assert.Equal("1.10", Read("id: Contoso.Decisions\nversion: 1.10").Pack.Version);

    [Theory]
    [InlineData("Contoso.Decisions", "Group", "https://example.org/c", "0.2.0")]
    [InlineData("Größe.Adr", "Größe", "", "")]
    public void What_is_written_is_read(string id, string name, string link, string engine)
    {
        var manifest = new PackManifest(new(id, "1.2.0"), name, link, engine);

        Assert.Equal(manifest, Read(string.Join("\n", manifest.Lines())));
    }

    [Theory]
    [InlineData("", "DP1032 1,1: The manifest is not a mapping.")]
    [InlineData("- a", "DP1032 1,1: The manifest is not a mapping.")]
    [InlineData("id: [", "DP1032 1,1: The manifest cannot be read: ")]
    [InlineData("version: 1.0.0", "DP1032 1,1: The manifest does not name the package and its version.")]
    [InlineData("id: A", "DP1032 1,1: The manifest does not name the package and its version.")]
    [InlineData("id: { a: b }\nversion: 1", "DP1007 1,5: 'id' must be text, but it is a mapping.")]
    public void A_manifest_that_cannot_be_read_is_a_fault_at_its_place(string text, string fault)
    {
        var faults = new List<Fault>();

        Assert.Null(PackManifest.Read(text, faults));
        Assert.StartsWith(fault, Reading.Told(faults[0]));
    }

    [Fact]
    public void A_manifest_of_a_hostile_size_is_not_read()
    {
        var faults = new List<Fault>();

        Assert.Null(PackManifest.Read(new string(' ', (64 * 1024) + 1), faults));
        Assert.Equal("DP1032 1,1: The manifest is longer than 64 KiB, so it is not read.", Reading.Told(Assert.Single(faults)));
    }

    [Theory]
    [InlineData("0.2.0", "0.1.9", true)]
    [InlineData("0.2.0", "0.2.0", false)]
    [InlineData("0.2.0", "0.2.0-alpha.1", true)]
    [InlineData("0.2.0-alpha.1", "0.2.0", false)]
    [InlineData("0.2.0-alpha.10", "0.2.0-alpha.9", true)]
    [InlineData("0.2.0-alpha.1.1", "0.2.0-alpha.1", true)]
    [InlineData("0.2.0-beta", "0.2.0-alpha.1", true)]
    [InlineData("0.2.0-alpha.b", "0.2.0-alpha.1", true)]
    [InlineData("10.0.0", "9.0.0", true)]
    [InlineData("0.2.0+b", "0.2.0+a", false)]
    [InlineData("", "0.2.0", false)]
    [InlineData("new", "0.2.0", false)]
    public void Versions_are_compared_as_SemVer_orders_them(string version, string other, bool isNewer) =>
        Assert.Equal(isNewer, SemanticVersion.IsNewer(version, other));

    private static PackManifest Read(string text)
    {
        var faults = new List<Fault>();
        var manifest = PackManifest.Read(text, faults);
        Assert.Empty(faults);
        return manifest!;
    }
}
