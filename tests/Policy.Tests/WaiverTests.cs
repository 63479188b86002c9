namespace DecisionPolicies.Tests;

public sealed class WaiverTests
{
    private static readonly DateOnly _lastDay = new(2027, 1, 31);

    [Fact]
    public async Task A_waived_rule_lets_the_host_start_and_says_so()
    {
        var host = Host(new Waiver("feature:enabled", [], _lastDay, "One client migrates.")).On(_lastDay);

        await host.Starts();

        Assert.Equal(
            "Warning: ADR-0042 is broken at Feature:Enabled; waived until 2027-01-31: One client migrates.",
            Assert.Single(host.Log));
    }

    [Fact]
    public async Task A_waiver_ends_on_the_day_after_its_last_and_the_rejection_says_so() => Assert.Contains(
        "must not be true\n    the waiver expired on 2027-01-31\n",
        await Host(new Waiver(Some.Key, [], _lastDay, "")).On(_lastDay.AddDays(1)).IsRejected());

    [Fact]
    public async Task What_a_log_shows_of_a_waiver_cannot_forge_a_line()
    {
        var host = Host(new Waiver(Some.Key, [], _lastDay, "\u001b[31m\nfail: forged")).On(_lastDay);

        await host.Starts();

        Assert.DoesNotContain(Assert.Single(host.Log), char.IsControl);
    }

    [Fact]
    public Task A_waiver_covers_no_other_rule() => Host(new Waiver("Feature:Other", [], _lastDay, "")).On(_lastDay).IsRejected();

    [Fact]
    public async Task A_waiver_of_one_key_covers_no_other_that_its_rule_matches()
    {
        var rule = new ConfigurationRule("Routes:*:Open", Verb.Forbid, Condition.EqualTo(Literal.True));
        var waiver = new Waiver(rule.Key.Text, [], _lastDay, "One client migrates.") { Key = "routes:login:open" };
        var decision = Some.DecisionWith([rule], waiver);

        var text = await new GovernedHost(decision).With("Routes:login:Open", "true").With("Routes:other:Open", "true").On(_lastDay).IsRejected();

        Assert.Contains("Routes:other:Open", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Routes:login:Open", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("staging", true)]
    [InlineData("Production", false)]
    public async Task A_waiver_covers_its_environments_only(string environment, bool covers)
    {
        var host = Host(new Waiver(Some.Key, ["Staging"], _lastDay, "")).On(_lastDay).In(environment);

        if (covers) await host.Starts();
        else await host.IsRejected();
    }

    private static GovernedHost Host(Waiver waiver) =>
        new GovernedHost(Some.Decision(DecisionStatus.Accepted, waiver)).With(Some.Key, "true");
}
