namespace DecisionPolicies.Rules.Tests;

/// <summary>What a decision says of itself.</summary>
public sealed class DecisionTests
{
    private static readonly Rule _configuration = new ConfigurationRule("Feature:A", Verb.Forbid, Condition.Present(true));
    private static readonly Rule _endpoint = new EndpointRule("POST /register");

    [Theory]
    [InlineData(DecisionStatus.Proposed, true)]
    [InlineData(DecisionStatus.Accepted, true)]
    [InlineData(DecisionStatus.Rejected, false)]
    [InlineData(DecisionStatus.Deprecated, false)]
    [InlineData(DecisionStatus.Superseded, false)]
    [InlineData(DecisionStatus.Unknown, false)]
    public void A_decision_in_force_enforces_each_kind_of_rule_that_it_has(DecisionStatus status, bool isInForce)
    {
        Assert.Equal(isInForce, Decision(status, _configuration).Enforces<ConfigurationRule>());
        Assert.Equal(isInForce, Decision(status, _endpoint, _configuration).Enforces<ConfigurationRule>());
        Assert.False(Decision(status, _endpoint).Enforces<ConfigurationRule>());
        Assert.False(Decision(status).Enforces<ConfigurationRule>());
    }

    [Theory]
    [InlineData(DecisionStatus.Proposed, "proposed")]
    [InlineData(DecisionStatus.Accepted, "accepted")]
    [InlineData(DecisionStatus.Rejected, "rejected")]
    [InlineData(DecisionStatus.Deprecated, "deprecated")]
    [InlineData(DecisionStatus.Superseded, "superseded")]
    [InlineData(DecisionStatus.Unknown, "unknown")]
    public void A_status_is_called_what_records_call_it(DecisionStatus status, string word)
    {
        Assert.Equal(word, Decision(status).StatusInWords());
        Assert.Equal(word + " 2026-08-02", (Decision(status) with { Date = new DateOnly(2026, 8, 2) }).StatusInWords());
    }

    [Fact]
    public void A_decision_in_one_line_is_its_id_and_its_title() => Assert.Equal("ADR-0001: A decision", Decision(DecisionStatus.Accepted).ToString());

    private static DecisionPolicy Decision(DecisionStatus status, params Rule[] rules) =>
        new() { Id = "ADR-0001", Title = "A decision", Status = status, Link = "", Rules = [.. rules] };
}
