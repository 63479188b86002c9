namespace DecisionPolicies.Records.Tests.Packs;

/// <summary>The records of a pack together.</summary>
public sealed class PackSetTests
{
    private static readonly PackManifest _manifest = new(new("Contoso.Decisions", "1.2.0"), "Contoso", "https://example.org/contoso", "");

    [Fact]
    public void References_within_a_pack_lead_to_its_own_records()
    {
        var pack = Of(
            ("0001-old.md", "status: superseded by ADR-0002"),
            ("0002-new.md", "status: accepted\nsupersedes: [1, \"https://example.org/other\"]"));

        Assert.Empty(pack.Faults);
        Assert.Equal(["Contoso.Decisions/ADR-0002"], pack.Records[0].Decision.SupersededBy);
        Assert.Equal(["Contoso.Decisions/ADR-0001", "https://example.org/other"], pack.Records[1].Decision.Supersedes);
    }

    [Theory]
    [InlineData("Contoso.Decisions/ADR-0001", true)]
    [InlineData("contoso.decisions/adr-1", true)]
    [InlineData("Contoso.Decisions/1", true)]
    [InlineData("Contoso.Decisions/ADR-0002", false)]
    [InlineData("Contoso.Decisions.Web/ADR-0001", false)]
    [InlineData("ADR-0001", false)]
    public void A_decision_is_found_by_the_id_of_its_pack_and_its_own(string reference, bool isFound) =>
        Assert.Equal(isFound, Of(("0001-a.md", "status: accepted")).Find(reference) is not null);

    [Fact]
    public void Only_faults_that_leave_a_decision_unenforced_are_kept()
    {
        var pack = Of(
            ("0001-a.md", "status: acepted\ndate: soon"),
            ("0002-b.md", "status: accepted\nrules:\n  - { configuration: A, forbit: true }"),
            ("0003-c.md", "status: superseded by ADR-0009"));

        Assert.Equal("DP2001", Assert.Single(pack.Faults).Fault.Kind.Id);
    }

    [Fact]
    public void A_citation_names_the_pack_and_its_version() =>
        Assert.Equal("ADR-0001 (Contoso.Decisions 1.2.0)", Assert.Single(Of(("0001-a.md", "status: accepted")).Records).Decision.Citation());

    [Fact]
    public void A_baseline_does_not_end_with_a_new_version()
    {
        var rule = new ConfigurationRule("A", Verb.Forbid, Condition.EqualTo(Literal.True));
        var finding = new Finding(rule, "A", SettingState.Value, Literal.True, null);
        var decision = new DecisionPolicy
        {
            Id = "Contoso.Decisions/ADR-0001", Pack = new("Contoso.Decisions", "1.2.0"), Title = "A", Status = DecisionStatus.Accepted, Link = "",
        };

        Assert.Equal(
            FindingIdentity.Of(decision, finding, "appsettings.json", ""),
            FindingIdentity.Of(decision with { Pack = new("Contoso.Decisions", "2.0.0") }, finding, "appsettings.json", ""));
        Assert.NotEqual(
            FindingIdentity.Of(decision, finding, "appsettings.json", ""),
            FindingIdentity.Of(decision with { Id = "ADR-0001", Pack = null }, finding, "appsettings.json", ""));
    }

    [Theory]
    [InlineData("Contoso.Decisions/ADR-0001", true)]
    [InlineData("Contoso.Decisions/1", true)]
    [InlineData("adr/0001-use-yaml", false)]
    [InlineData("../adr/0001", false)]
    [InlineData("./0001-use-yaml.md", false)]
    [InlineData("docs.old/0001-use-yaml.md", false)]
    [InlineData("a.b/c/d", false)]
    [InlineData("https://example.org", false)]
    [InlineData("Contoso.Decisions/", false)]
    [InlineData("and a.b/c d", false)]
    public void A_packed_decision_is_named_by_its_pack_and_its_id(string reference, bool isPacked) => Assert.Equal(isPacked, Reference.IsPacked(reference));

    private static PackSet Of(params (string Name, string FrontMatter)[] files) => PackSet.Of(
        _manifest, [.. files.Select(file => RecordReader.Read($"docs/adr/{file.Name}", $"---\n{file.FrontMatter}\n---\n# A choice\n"))]);
}
