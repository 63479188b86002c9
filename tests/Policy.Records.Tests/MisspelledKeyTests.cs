namespace DecisionPolicies.Records.Tests;

/// <summary>A key that is almost one of ours was meant to be one; any other belongs to another tool.</summary>
public sealed class MisspelledKeyTests
{
    [Theory]
    [InlineData("titel", "title")]
    [InlineData("becuase", "because")]
    [InlineData("supercedes", "supersedes")]
    [InlineData("supersede", "supersedes")]
    [InlineData("superseeded-by", "superseded-by")]
    [InlineData("decision_makers", "decision-makers")]
    [InlineData("decider", "deciders")]
    [InlineData("revist", "revisit")]
    [InlineData("alias", "aliases")]
    [InlineData("allow", "allows")]
    [InlineData("insted", "instead")]
    [InlineData("ammendments", "amendments")]
    [InlineData("waiver", "waivers")]
    [InlineData("Nmae", "name")]
    public void A_key_that_is_almost_one_of_ours_is_reported(string key, string meant) => Assert.Equal(
        [$"DP1012 3,1: Unknown key '{key}'. Did you mean '{meant}'?"], Reading.Told(Reading.Of($"status: accepted\n{key}: x")));

    [Fact]
    public void A_misspelled_status_is_reported_beside_the_missing_one() => Assert.Equal(
        ["DP1012 2,1: Unknown key 'staus'. Did you mean 'status'?", "DP1004 2,1"],
        Reading.Told(Reading.Of("staus: accepted")).Select(told => told.StartsWith("DP1004", StringComparison.Ordinal) ? told[..10] : told));

    // Its author believes that the decision is enforced.
    [Theory]
    [InlineData("rule")]
    [InlineData("ruels")]
    [InlineData("rulse")]
    [InlineData("Rule")]
    [InlineData("ruless")]
    public void Misspelled_rules_are_an_error(string key)
    {
        var file = Reading.Of($"status: accepted\n{key}:\n  - {{ configuration: A, forbid: true }}");

        Assert.Equal([$"DP2005 3,1: Unknown key '{key}'. Did you mean 'rules'?"], Reading.Told(file));
        Assert.True(file.Faults[0].Kind.Severity == Severity.Error);
    }

    // MADR, archgate, Jekyll, Docusaurus, Hugo, Backstage; and what people add by themselves.
    [Theory]
    [InlineData("consulted")]
    [InlineData("informed")]
    [InlineData("contact")]
    [InlineData("domain")]
    [InlineData("files")]
    [InlineData("category")]
    [InlineData("layout")]
    [InlineData("parent")]
    [InlineData("nav_order")]
    [InlineData("has_children")]
    [InlineData("permalink")]
    [InlineData("sidebar_position")]
    [InlineData("sidebar_label")]
    [InlineData("slug")]
    [InlineData("description")]
    [InlineData("keywords")]
    [InlineData("draft")]
    [InlineData("weight")]
    [InlineData("author")]
    [InlineData("authors")]
    [InlineData("owner")]
    [InlineData("team")]
    [InlineData("links")]
    [InlineData("notes")]
    [InlineData("type")]
    [InlineData("version")]
    [InlineData("amends")]
    [InlineData("depends-on")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("related")]
    [InlineData("stage")]
    [InlineData("teams")]
    public void A_key_of_another_tool_stays_quiet(string key) => Assert.Empty(Reading.Told(Reading.Of($"status: accepted\n\"{key}\": x")));

    [Fact]
    public void A_file_without_an_id_is_reported_its_misspelled_rules_too() => Assert.Equal(
        [FaultKind.MisspelledRules, FaultKind.NotARecord],
        Reading.Of("status: accepted\nruels:\n  - symbol: T:A", "docs/adr/x.md").Faults.Select(fault => fault.Kind));
}
