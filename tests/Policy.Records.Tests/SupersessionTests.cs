namespace DecisionPolicies.Records.Tests;

/// <summary>What is superseded has something in force behind it, and both sides say so.</summary>
public sealed class SupersessionTests
{
    // Each is the front matter of 0001-a.md, 0002-b.md and so on.
    private static string[] Told(params string[] frontMatters) => Reading.Told(
        RecordSet.Of(frontMatters.Select((yaml, i) => RecordReader.Read($"000{i + 1}-{(char)('a' + i)}.md", $"---\n{yaml}\n---\n"))));

    [Fact]
    public void A_supersession_that_both_sides_record_is_fine() =>
        Assert.Empty(Told("status: superseded by ADR-0002", "status: accepted\nsupersedes: [ADR-0001]"));

    [Fact]
    public void Several_successors_are_fine() =>
        Assert.Empty(Told("status: superseded by ADR-0002, ADR-0003", "status: accepted\nsupersedes: 1", "status: accepted\nsupersedes: 1"));

    [Fact]
    public void A_chain_through_superseded_records_is_fine() => Assert.Empty(Told(
        "status: superseded by 2", "status: superseded by 3\nsupersedes: 1", "status: superseded by 4\nsupersedes: 2", "status: accepted\nsupersedes: 3"));

    [Fact]
    public void A_part_of_a_record_may_be_superseded_while_the_rest_stays_in_force() =>
        Assert.Empty(Told("status: accepted", "status: accepted\nsupersedes: \"ADR-0001#4\""));

    [Fact]
    public void A_record_that_is_only_proposed_has_not_superseded_anything_yet() =>
        Assert.Empty(Told("status: accepted", "status: proposed\nsupersedes: ADR-0001"));

    [Theory]
    [InlineData("status: superseded by ADR-0002", 9)]
    [InlineData("superseded-by: [2]\nstatus: superseded", 16)]
    public void A_successor_that_does_not_say_so_is_reported_at_the_superseded_record(string frontMatter, int column) => Assert.Equal(
        [$"0001-a.md: DP1015 2,{column}: ADR-0001 is superseded by ADR-0002, but 0002-b.md does not say so. Add 'supersedes: [ADR-0001]' there."],
        Told(frontMatter, "status: accepted"));

    [Theory]
    [InlineData("status: accepted\nsupersedes: [ADR-0001]", "3,13")]
    [InlineData("status: accepted; supersedes ADR-0001", "2,9")]
    public void A_superseded_record_that_does_not_say_so_is_reported_at_the_successor(string frontMatter, string place) => Assert.Equal(
        [$"0002-b.md: DP1015 {place}: ADR-0002 supersedes ADR-0001, but 0001-a.md does not say so. Write 'status: superseded by ADR-0002' there."],
        Told("status: accepted", frontMatter));

    [Fact]
    public void A_successor_that_does_not_exist_is_an_error() => Assert.Equal(
        ["0001-a.md: DP1016 2,9: ADR-0001 is superseded by ADR-0099, but that record does not exist."], Told("status: superseded by ADR-0099"));

    [Theory]
    [InlineData("status: superseded")]
    [InlineData("status: superseded by")]
    [InlineData("status: superceded")]
    public void A_superseded_record_without_a_successor_is_an_error(string frontMatter) => Assert.Equal(
        ["0001-a.md: DP1016 2,9: ADR-0001 is superseded, but no record says by what. "
            + "Write 'status: superseded by ADR-0009', or 'deprecated' if nothing replaces it."],
        Told(frontMatter));

    [Theory]
    [InlineData("proposed", "which is proposed. Neither decision is enforced until ADR-0002 is accepted.")]
    [InlineData(
        "rejected",
        "which is rejected. Neither decision is enforced. Name the record that replaces ADR-0001, or write 'status: deprecated' if nothing does.")]
    [InlineData(
        "deprecated",
        "which is deprecated. Neither decision is enforced. Name the record that replaces ADR-0001, or write 'status: deprecated' if nothing does.")]
    [InlineData("approvable", "which is of unknown status. Neither decision is enforced. Give ADR-0002 a status.")]
    public void A_successor_that_is_not_accepted_is_an_error_with_advice_that_fits_its_status(string status, string told) => Assert.Contains(
        $"0001-a.md: DP1017 2,9: ADR-0001 is superseded by ADR-0002, {told}",
        Told("status: superseded by ADR-0002", $"status: {status}\nsupersedes: 1"));

    [Fact]
    public void A_predecessor_that_does_not_exist_is_a_warning() => Assert.Equal(
        ["0001-a.md: DP1019 3,13: ADR-0001 supersedes ADR-0099, but that record does not exist."], Told("status: accepted\nsupersedes: [ADR-0099]"));

    [Fact]
    public void A_record_that_supersedes_itself_is_a_circle() => Assert.Equal(
        ["0001-a.md: DP1018 2,9: ADR-0001 is superseded by ADR-0001, which leads back to ADR-0001. None of these decisions is in force."],
        Told("status: superseded by ADR-0001\nsupersedes: ADR-0001"));

    [Fact]
    public void Two_records_that_supersede_one_another_are_a_circle() => Assert.Equal(
        [
            "0001-a.md: DP1018 2,9: ADR-0001 is superseded by ADR-0002, which leads back to ADR-0001. None of these decisions is in force.",
            "0002-b.md: DP1018 2,9: ADR-0002 is superseded by ADR-0001, which leads back to ADR-0002. None of these decisions is in force.",
        ],
        Told("status: superseded by 2\nsupersedes: 2", "status: superseded by 1\nsupersedes: 1"));

    [Fact]
    public void Three_records_in_a_circle_are_each_reported() => Assert.Equal(
        ["0001-a.md: DP1018", "0002-b.md: DP1018", "0003-c.md: DP1018"],
        Told("status: superseded by 2\nsupersedes: 3", "status: superseded by 3\nsupersedes: 1", "status: superseded by 1\nsupersedes: 2")
            .Select(told => told[..17]));

    // It has a successor. The successor lacks one in force, and gets the fault.
    [Fact]
    public void A_record_that_leads_into_a_circle_is_not_in_it() => Assert.Equal(
        ["0002-b.md: DP1018", "0003-c.md: DP1018"],
        Told("status: superseded by 2", "status: superseded by 3\nsupersedes: [1, 3]", "status: superseded by 2\nsupersedes: 2").Select(told => told[..17]));

    [Theory]
    [InlineData("DP1015", false)]
    [InlineData("DP1016", true)]
    [InlineData("DP1017", true)]
    [InlineData("DP1018", true)]
    [InlineData("DP1019", false)]
    public void What_leaves_nothing_in_force_is_an_error_and_what_is_only_incomplete_a_warning(string id, bool isError) =>
        Assert.Equal(isError, FaultKind.All.Single(kind => kind.Id == id).Severity == Severity.Error);

    [Fact]
    public void Records_of_Nygards_format_are_checked_too() => Assert.Empty(Reading.Told(RecordSet.Of(
        [
            RecordReader.Read("doc/adr/0003-a.md", "# 3. A\n\n## Status\n\nSuperceded by [9. B](0009-b.md)\n"),
            RecordReader.Read("doc/adr/0009-b.md", "# 9. B\n\n## Status\n\nAccepted\n\nSupersedes [3. A](0003-a.md)\n"),
        ])));

    [Theory]
    [InlineData("accepted", "proposed")]
    [InlineData("accepted", "accepted")]
    [InlineData("rejected", "accepted")]
    public void A_successor_of_a_record_that_is_not_superseded_is_a_warning_and_no_more(string status, string successor) => Assert.Equal(
        [$"0001-a.md: DP1015 3,16: ADR-0001 names ADR-0002 as its successor, but its own status is {status}. "
            + "Write 'status: superseded by ADR-0002', or remove the successor."],
        Told($"status: {status}\nsuperseded-by: ADR-0002", $"status: {successor}"));

    [Fact]
    public void A_site_generators_id_does_not_hide_the_number() => Assert.DoesNotContain(
        Told("status: superseded by ADR-0002", "id: site-slug\nstatus: accepted\nsupersedes: ADR-0001"),
        told => told.Contains("DP1016"));

    [Theory]
    [InlineData("proposed")]
    [InlineData("rejected")]
    public void A_successor_that_only_claims_to_be_one_has_to_be_accepted_too(string status) => Assert.Contains(
        Told("status: superseded", $"status: {status}\nsupersedes: 1"),
        told => told.StartsWith(
            $"0001-a.md: DP1017 2,9: ADR-0001 is superseded by ADR-0002, which is {status}. Neither decision is enforced", StringComparison.Ordinal));
}
