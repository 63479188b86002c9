namespace DecisionPolicies.Generator.Tests;

public sealed class DiagnosticsTests
{
    [Fact]
    public void Front_matter_that_cannot_be_read_is_an_error_at_its_line_and_column()
    {
        var build = new Project(Records.WithFrontMatter("status: accepted\ntitle: One: two: three\nrules:\n  - symbol: T:A")).Build();

        var message = Assert.Single(build.Messages);
        Assert.StartsWith("/machine/checkout/docs/adr/0001-some-decision.md(3,11): error DP1001: ", message);
    }

    [Fact]
    public void One_bad_file_does_not_take_the_others_with_it()
    {
        var build = new Project(Records.WithFrontMatter("status: [\nrules:\n  - symbol: T:A", "docs/adr/0009-bad.md"), Records.Simple(1, "Good one")).Build();

        Assert.Single(build.Messages);
        Assert.Contains("GoodOne", build.Source("Decisions.GoodOne.g.cs"));
    }

    [Fact]
    public void A_rule_that_cannot_be_understood_is_an_error_at_its_place()
    {
        var build = new Project(Records.WithFrontMatter("status: accepted\nrules:\n  - configuraton: A:B")).Build();

        Assert.Equal(
            "/machine/checkout/docs/adr/0001-some-decision.md(4,5): error DP2001: Unknown key 'configuraton' in a rule. Did you mean 'configuration'? " +
            "Allowed keys: configuration, forbid, require, except, when, environments, because, waivable, endpoint, symbol, projects, literal, package.",
            Assert.Single(build.Messages));
    }

    [Fact]
    public async Task Two_records_with_one_name_are_a_warning_in_the_second()
    {
        var project = new Project(
            Records.WithFrontMatter("status: accepted\nname: Same", "docs/adr/0001-a.md"),
            Records.WithFrontMatter("status: accepted\nname: same", "docs/adr/0002-b.md"));

        Assert.Empty(project.Build().Messages);
        Assert.Equal(
            "/machine/checkout/docs/adr/0002-b.md(3,7): warning DP1013: 'same' is also the C# name of docs/adr/0001-a.md, so this decision is 'same0002'. "
            + "Give one of them another name, as in 'name: NoDcr'.",
            Assert.Single(await project.Messages()));
    }

    // Whatever a project configures, a rule that might not be enforced is an error.
    [Theory]
    [InlineData("title: a: b", false)]
    [InlineData("status: superseded by ADR-0009", false)]
    [InlineData("status: superseded", false)]
    [InlineData("status: accepted\nrules: [Never two]", false)]
    [InlineData("status: accepted\nrevisit: { trigger: traffic }", false)]
    [InlineData("status: accepted\nwaivers: none", false)]
    [InlineData("title: a: b\nrules: [{ symbol: T:A }]", true)]
    [InlineData("status: superseded by ADR-0009\nrules: [{ symbol: T:A }]", true)]
    [InlineData("rules: [{ symbol: T:A }]", true)]
    [InlineData("status: accepted\npolicies: [{ configuration: A, forbid: 1 }]", true)]
    [InlineData("status: accepted\nrulse: [{ symbol: T:A }]", true)]
    [InlineData("status: accepted\ndecision: { rules: [{ symbol: T:A }] }", true)]
    public async Task An_error_is_for_what_is_enforced(string frontMatter, bool isError)
    {
        var told = await new Project(Records.WithFrontMatter(frontMatter)).Messages();

        Assert.Equal(isError, told.Any(message => message.Contains(": error ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Markdown_that_the_build_does_not_mark_as_a_record_is_left_alone()
    {
        var build = new Project(new RecordText("docs/guide.md", "---\nstatus: [\n---") { IsMarked = false }).Build();

        Assert.Empty(build.Messages);
        Assert.DoesNotContain("partial class", Assert.Single(build.Run.GeneratedSources).SourceText.ToString());
    }

    [Fact]
    public void Using_a_superseded_decision_warns_and_names_the_successor()
    {
        var build = new Project(Records.Simple(1, "Old way", "superseded by ADR-0002"), Records.Simple(2, "New way"))
            .WithCode("class User { object Use => App.Decisions.OldWay; }").Build();

        Assert.Contains(
            "warning CS0618: 'Decisions.OldWay' is obsolete: 'ADR-0001 is superseded by ADR-0002: docs/adr/0001-old-way.md'",
            Assert.Single(build.Messages));
    }
}
