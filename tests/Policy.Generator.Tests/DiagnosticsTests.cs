namespace DecisionPolicies.Generator.Tests;

public sealed class DiagnosticsTests
{
    [Fact]
    public void Front_matter_that_cannot_be_read_is_an_error_at_its_line_and_column()
    {
        var build = new Project(Records.WithFrontMatter("status: accepted\ntitle: One: two: three")).Build();

        var message = Assert.Single(build.Messages);
        Assert.StartsWith("/machine/checkout/docs/adr/0001-some-decision.md(3,11): error DP1001: ", message);
    }

    [Fact]
    public void One_bad_file_does_not_take_the_others_with_it()
    {
        var build = new Project(Records.WithFrontMatter("status: [", "docs/adr/0009-bad.md"), Records.Simple(1, "Good one")).Build();

        Assert.Single(build.Messages);
        Assert.Contains("GoodOne", build.Source("Decisions.GoodOne.g.cs"));
    }

    [Fact]
    public void A_rule_that_cannot_be_understood_is_an_error_at_its_place()
    {
        var build = new Project(Records.WithFrontMatter("status: accepted\nrules:\n  - configuraton: A:B")).Build();

        Assert.Equal(
            "/machine/checkout/docs/adr/0001-some-decision.md(4,5): error DP2001: Unknown key 'configuraton' in a rule. Did you mean 'configuration'? " +
            "Allowed keys: configuration, forbid, require, except, when, environments, because, endpoint, symbol, projects, literal, package.",
            Assert.Single(build.Messages));
    }

    [Fact]
    public void Two_records_with_one_name_are_an_error_in_the_second()
    {
        var build = new Project(
            Records.WithFrontMatter("status: accepted\nname: Same", "docs/adr/0001-a.md"),
            Records.WithFrontMatter("status: accepted\nname: same", "docs/adr/0002-b.md")).Build();

        Assert.Equal(
            "/machine/checkout/docs/adr/0002-b.md(3,7): error DP1013: 'same' is also the C# name of docs/adr/0001-a.md. " +
            "Give one of them another name, as in 'name: NoDcr'.",
            Assert.Single(build.Messages));
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
