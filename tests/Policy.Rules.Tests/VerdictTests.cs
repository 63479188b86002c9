namespace DecisionPolicies.Rules.Tests;

/// <summary>What follows from a finding, for each combination of status, waiver, environment and day.</summary>
public sealed class VerdictTests
{
    private static readonly ConfigurationRule _rule = new("Feature:*", Verb.Forbid, Condition.EqualTo(Literal.True));

    private static readonly DateOnly _until = new(2027, 1, 31);

    /// <summary>Every status, with and without each sort of waiver, with and without an environment and a day.</summary>
    public static TheoryData<DecisionStatus, string, string?, string?, string> Combinations
    {
        get
        {
            var rows = new TheoryData<DecisionStatus, string, string?, string?, string>();
            foreach (var status in Enum.GetValues<DecisionStatus>())
            {
                var counts = status switch { DecisionStatus.Accepted => "Rejected Error", DecisionStatus.Proposed => "Warned Warning", _ => "NotInForce Info" };
                var isInForce = status is DecisionStatus.Accepted or DecisionStatus.Proposed;
                foreach (var waiver in new[] { "none", "all", "Staging", "key", "other key", "other rule", "later" })
                {
                    foreach (var environment in new[] { null, "staging", "Production" })
                    {
                        foreach (var day in new[] { null, "2027-01-30", "2027-01-31", "2027-02-01" })
                        {
                            var concerns = waiver is "all" or "key" or "later" || (waiver == "Staging" && environment == "staging");
                            var isEarly = waiver == "later" && day == "2027-01-30";
                            var holds = concerns && day != "2027-02-01" && !isEarly;
                            var expected = isInForce && holds ? day is null ? "Waived Warning" : "Waived Info"
                                : isInForce && concerns ? $"{counts} {(isEarly ? "does not apply until" : "expired on")} 2027-01-31"
                                : counts;
                            rows.Add(status, waiver, environment, day, expected);
                        }
                    }
                }
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void The_verdict_follows_from_status_waiver_environment_and_day(
        DecisionStatus status, string waiver, string? environment, string? day, string expected)
    {
        var verdict = Verdict.Of(
            Decision(status, [.. WaiversOf(waiver)]), Finding("Feature:A"), environment, day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"));

        Assert.Equal(expected, $"{verdict.Consequence} {verdict.Severity}{(verdict.WhyNotWaived is { } why ? " " + why : "")}");
    }

    [Theory]
    [InlineData("2026-12-01", "Waived")]
    [InlineData("2027-02-28", "Waived")]
    [InlineData("2027-03-01", "Rejected")]
    public void Of_several_waivers_the_one_that_ends_last_counts(string day, string expected)
    {
        var last = Waiver() with { Until = new(2027, 2, 28) };

        var verdict = Verdict.Of(Decision(DecisionStatus.Accepted, Waiver(), last, Waiver() with { Because = "Another." }), Finding("Feature:A"), "Staging",
            DateOnly.ParseExact(day, "yyyy-MM-dd"));

        Assert.Equal((expected, last), (verdict.Consequence.ToString(), verdict.Waiver));
    }

    [Fact]
    public void Of_several_waivers_that_end_on_one_day_the_first_counts() => Assert.Equal(
        "First.",
        Verdict.Of(Decision(DecisionStatus.Accepted, Waiver() with { Because = "First." }, Waiver()), Finding("Feature:A"), null, null).Waiver!.Because);

    [Fact]
    public void A_waiver_of_another_environment_that_ends_later_does_not_count() => Assert.Equal(
        Consequence.Rejected,
        Verdict.Of(
            Decision(DecisionStatus.Accepted, Waiver(), Waiver() with { Environments = ["Staging"], Until = new(2030, 1, 1) }),
            Finding("Feature:A"), "Production", new(2028, 1, 1)).Consequence);

    [Fact]
    public void Every_kind_of_finding_gets_its_verdict_from_the_same_function()
    {
        var decision = Decision(
            DecisionStatus.Accepted, Waiver() with { Rule = "POST **/register" }, Waiver() with { Rule = "T:System.IO.File", Environments = ["Staging"] });

        Assert.Equal(Consequence.Waived,
            Verdict.Of(decision, new EndpointFinding(new("POST **/register"), "POST /register"), "Production", new(2027, 1, 1)).Consequence);
        Assert.Equal(
            Consequence.Rejected, Verdict.Of(decision, new CodeFinding(new SymbolRule("T:System.IO.File"), "File"), environment: null, day: null).Consequence);
    }

    private static IEnumerable<Waiver> WaiversOf(string waiver) => waiver switch
    {
        "none" => [],
        "all" => [Waiver()],
        "later" => [Waiver() with { From = _until }],
        "key" => [Waiver() with { Key = "FEATURE:a" }],
        "other key" => [Waiver() with { Key = "Feature:B" }],
        "other rule" => [Waiver() with { Rule = "Feature:A" }],
        _ => [Waiver() with { Environments = [waiver] }],
    };

    private static Waiver Waiver() => new("feature:*", [], _until, "It migrates.");

    private static Finding Finding(string key) => new(_rule, key, SettingState.Value, Literal.True, null);

    private static DecisionPolicy Decision(DecisionStatus status, params Waiver[] waivers) =>
        new() { Id = "ADR-0001", Title = "A decision", Status = status, Link = "", Rules = [_rule], Waivers = [.. waivers] };

    [Fact]
    public void Every_report_names_severities_by_the_same_words() =>
        Assert.Equal(["info", "warning", "error"], Enum.GetValues<Severity>().Select(severity => severity.Word()));
}
