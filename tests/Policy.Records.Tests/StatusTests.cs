namespace DecisionPolicies.Records.Tests;

/// <summary>The words of MADR 4, and what supersedes a record.</summary>
public sealed class StatusTests
{
    private const string Words = " Write one of: proposed, accepted, rejected, deprecated, superseded by ADR-0009.";

    [Theory]
    [InlineData("proposed", DecisionStatus.Proposed)]
    [InlineData("accepted", DecisionStatus.Accepted)]
    [InlineData("rejected", DecisionStatus.Rejected)]
    [InlineData("deprecated", DecisionStatus.Deprecated)]
    [InlineData("superseded", DecisionStatus.Superseded)]
    [InlineData("superseded by ADR-0009", DecisionStatus.Superseded)]
    [InlineData("Accepted", DecisionStatus.Accepted)]
    [InlineData("ACCEPTED", DecisionStatus.Accepted)]
    [InlineData("\" accepted \"", DecisionStatus.Accepted)]
    [InlineData("accepted # since May", DecisionStatus.Accepted)]
    [InlineData("✅ Accepted", DecisionStatus.Accepted)]
    [InlineData("draft", DecisionStatus.Proposed)]
    [InlineData("superceded", DecisionStatus.Superseded)]
    [InlineData("Superceded by ADR-0009", DecisionStatus.Superseded)]
    [InlineData("superseded-by ADR-0009", DecisionStatus.Superseded)]
    [InlineData("{proposed}", DecisionStatus.Proposed)]
    [InlineData("{ accepted }", DecisionStatus.Accepted)]
    [InlineData("{superseded by ADR-0009}", DecisionStatus.Superseded)]
    [InlineData("accepted; supersedes ADR-0045", DecisionStatus.Accepted)]
    public void A_known_word_is_the_status(string text, DecisionStatus status) => Assert.Equal(status, Reading.Record("status: " + text).Status);

    [Theory]
    [InlineData("status: superseded by ADR-0009", new[] { "ADR-0009" })]
    [InlineData("status: Superseded By 0027", new[] { "0027" })]
    [InlineData("status: superseded by ADR-0009, ADR-0010", new[] { "ADR-0009", "ADR-0010" })]
    [InlineData("status: superseded by [ADR-0005](0005-example.md)", new[] { "ADR-0005" })]
    [InlineData("status: \"superseded by [ADR-0005](0005-a.md), [ADR-0006](0006-b.md)\"", new[] { "ADR-0005", "ADR-0006" })]
    [InlineData("status: superseded by ADR-167#4", new[] { "ADR-167#4" })]
    [InlineData("status: superseded", new string[0])]
    [InlineData("status: superseded\nsuperseded-by: ADR-0009", new[] { "ADR-0009" })]
    [InlineData("status: superseded\nsuperseded-by: [0027, 0029]", new[] { "0027", "0029" })]
    [InlineData("status: superseded by ADR-0009\nsuperseded-by: ADR-0009", new[] { "ADR-0009" })]
    [InlineData("status: superseded by ADR-0010\nsuperseded-by: ADR-0009", new[] { "ADR-0010", "ADR-0009" })]
    public void The_successors_are_in_the_status_or_in_a_key_of_their_own(string frontMatter, string[] successors) =>
        Assert.Equal(ValueList.Of(successors), Reading.Record(frontMatter).SupersededBy);

    [Theory]
    [InlineData("accepted; supersedes ADR-0045", new[] { "ADR-0045" })]
    [InlineData("Accepted;Supersedes [ADR-0045](0045-x.md) and 46", new[] { "ADR-0045", "46" })]
    [InlineData("superseded by ADR-0009; supersedes ADR-0003", new[] { "ADR-0003" })]
    public void The_predecessors_may_be_in_the_status(string text, string[] predecessors) =>
        Assert.Equal(ValueList.Of(predecessors), Reading.Record("status: " + text).Supersedes);

    // Read as "accepted" alone, a decision would stay enforced that somebody ended here.
    [Theory]
    [InlineData("accepted; superseded by ADR-0009")]
    [InlineData("accepted; deprecated since May")]
    public void What_follows_an_accepted_status_is_not_lost_silently(string text)
    {
        var file = Reading.Of("status: " + text);

        Assert.True(
            file.Record!.Decision.Status != DecisionStatus.Accepted || file.Faults.Count > 0, Reading.Told(file).FirstOrDefault() ?? "nothing is reported");
    }

    [Theory]
    [InlineData("superseded by")]
    [InlineData("superseded by ADR-0009,")]
    public void A_successor_is_never_empty(string text) => Assert.DoesNotContain("", Reading.Of("status: " + text).Record!.Decision.SupersededBy);

    [Theory]
    [InlineData("title: x", "DP1004 2,1: The record does not have a status." + Words)]
    [InlineData("title: x\nstatus:", "DP1004 3,8: The record does not have a status." + Words)]
    [InlineData("title: x\nstatus: null", "DP1004 3,9: The record does not have a status." + Words)]
    [InlineData("", "DP1004 1,1: The record does not have a status." + Words)]
    [InlineData("status: approvable", "DP1004 2,9: 'approvable' is not a known status." + Words)]
    [InlineData("status: accepted-provisional", "DP1004 2,9: 'accepted-provisional' is not a known status." + Words)]
    [InlineData("title: x\nstatus:   in-progress", "DP1004 3,11: 'in-progress' is not a known status." + Words)]
    [InlineData("status: { in-progress }", "DP1004 2,9: 'in-progress' is not a known status." + Words)]
    [InlineData("status: experimental", "DP1004 2,9: 'experimental' is not a known status." + Words)]
    [InlineData("status: not accepted", "DP1004 2,9: 'not accepted' is not a known status." + Words)]
    [InlineData("status: acepted", "DP1004 2,9: 'acepted' is not a known status. Did you mean 'accepted'?" + Words)]
    [InlineData("status: propsed", "DP1004 2,9: 'propsed' is not a known status. Did you mean 'proposed'?" + Words)]
    [InlineData("status: [accepted, rejected]", "DP1007 2,9: 'status' must be text, but it is a list.")]
    [InlineData("status: {proposed, accepted}", "DP1007 2,9: 'status' must be text, but it is a mapping.")]
    public void Any_other_status_is_a_fault_and_unknown(string frontMatter, string fault)
    {
        var file = Reading.Of(frontMatter);

        Assert.Equal([fault], Reading.Told(file));
        Assert.Equal(DecisionStatus.Unknown, file.Record!.Decision.Status);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("'  '")]
    public void An_empty_status_is_not_passed_over_silently(string text) =>
        Assert.Contains(FaultKind.UnknownStatus, Reading.Of("status: " + text).Faults.Select(fault => fault.Kind));

    [Theory]
    [InlineData("title: x", "DP1005 2,1")]
    [InlineData("status: approvable", "DP1005 2,9")]
    public void Rules_without_a_known_status_are_an_error(string frontMatter, string place)
    {
        var file = Reading.Of(frontMatter + "\nrules:\n  - { configuration: \"A:B\", forbid: true }");

        Assert.Equal(
            [place + ": It is unclear whether these rules are enforced. Write 'status: accepted' or 'status: proposed'."],
            file.Faults.Where(fault => fault.Kind == FaultKind.RulesWithoutStatus).Select(Reading.Told));
    }

    [Theory]
    [InlineData("'2024 proposed'")]
    [InlineData("'[ ] superseded by ADR-0001'")]
    [InlineData("❌ accepted")]
    public void A_status_is_never_guessed(string status) => Assert.Equal(DecisionStatus.Unknown, Reading.Of("status: " + status).Record!.Decision.Status);

    [Fact]
    public void The_default_of_log4brains_is_not_for_records_with_rules() => Assert.Contains(
        Reading.Of("rules:\n  - { configuration: \"A:B\", forbid: true }", "docs/adr/20240531-x.md").Faults,
        fault => fault.Kind == FaultKind.RulesWithoutStatus);
}
