namespace DecisionPolicies.Tests;

/// <summary>The constants that this project gets from this repository's own records.</summary>
public sealed class DecisionPolicyTests
{
    [Fact]
    public void The_first_record_is_a_constant()
    {
        Assert.Equal("ADR-0001", Decisions.NoDcr.Id);
        Assert.Equal("No DCR in the Registry", Decisions.NoDcr.Title);
        Assert.Equal(DecisionStatus.Accepted, Decisions.NoDcr.Status);
        Assert.Equal(new DateOnly(2026, 8, 2), Decisions.NoDcr.Date);
        Assert.Equal("docs/adr/0001-no-dcr.md", Decisions.NoDcr.Link);
        Assert.Equal(new DateOnly(2027, 8, 2), Decisions.NoDcr.Revisit!.By);
    }

    [Theory]
    [InlineData("DCR")]
    [InlineData("Dynamic Client Registration")]
    [InlineData("RFC 7591")]
    public void The_first_record_is_found_by_the_words_people_look_for(string words) =>
        Assert.Contains(words, Decisions.NoDcr.Aliases);

    [Fact]
    public void Every_record_is_in_the_list_in_the_order_of_the_files()
    {
        Assert.Same(Decisions.NoDcr, Decisions.All[0]);
        Assert.Equal(Decisions.All.Select(d => d.Link).Order(StringComparer.Ordinal), Decisions.All.Select(d => d.Link));
    }

    [Fact]
    public void A_decision_in_one_line_is_its_id_and_title() =>
        Assert.Equal("ADR-0001: No DCR in the Registry", Decisions.NoDcr.ToString());
}
