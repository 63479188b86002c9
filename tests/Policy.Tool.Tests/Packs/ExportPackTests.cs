namespace DecisionPolicies.Tool.Tests.Packs;

/// <summary>The decisions of a pack travel to another engine as a repository's own do.</summary>
public sealed class ExportPackTests : IDisposable
{
    private const string Package = "Contoso.Decisions.1.2.0.nupkg";

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rego", "policy/decisions/data.json")]
    [InlineData("vap", "policy/policies.yaml")]
    public void The_rules_of_a_pack_are_exported_with_its_name_and_version(string engine, string file)
    {
        var run = _folder.WithPackage(TestPack.Contoso()).Run("export", engine, "--out", "policy", "--records", Package);

        Assert.Equal(0, run.Exit);
        Assert.Contains("ADR-0001 (Contoso.Decisions 1.2.0)", _folder.Read(file));
        Assert.Contains("https://example.org/decisions/blob/HEAD/docs/adr/0001-no-guest-checkout.md", _folder.Read(file));
    }

    [Fact]
    public void A_pack_that_cannot_be_read_is_not_exported_in_part()
    {
        var run = _folder.With(Package, "not a package").Run("export", "rego", "--out", "policy", "--records", Package);

        Assert.Equal(2, run.Exit);
        Assert.EndsWith("decisions: Nothing was exported: a record or a pack cannot be read, so a rule would be missing.\n", run.Error);
    }
}
