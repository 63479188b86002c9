namespace DecisionPolicies.Rules.Tests;

/// <summary>What the user sees: the fact, the demand, the source, and never a secret.</summary>
public sealed class FindingTests
{
    private static Finding Only(Verb verb, Condition condition, InMemorySettings settings) =>
        Assert.Single(Engine.Of(new("Key", verb, condition), settings));

    private static Finding Only(Verb verb, Condition condition, string? value) => Only(verb, condition, new InMemorySettings { { "Key", value } });

    [Fact]
    public void A_finding_names_the_rule_and_the_full_key()
    {
        var rule = new ConfigurationRule("Servers:*:Enabled", Verb.Forbid, Condition.EqualTo(Literal.True));

        var finding = Assert.Single(Engine.Of(rule, new InMemorySettings { { "Servers:main:Enabled", "yes" } }));

        Assert.Equal((rule, "Servers:main:Enabled"), (finding.Rule, finding.Key));
    }

    [Theory]
    [InlineData("true", "Key = true")]
    [InlineData(" YES ", "Key = true (in another spelling)")]
    [InlineData("1", "Key = true (in another spelling)")]
    public void The_fact_shows_the_records_literal_and_not_the_configured_spelling(string value, string fact) =>
        Assert.Equal(fact, Only(Verb.Forbid, Condition.EqualTo(Literal.True), value).Fact());

    [Fact]
    public void The_fact_shows_the_one_literal_of_a_list_that_the_value_equals() =>
        Assert.Equal("Key = mock", Only(Verb.Forbid, Condition.In(Literal.String("off"), Literal.String("mock")), "MOCK").Fact());

    [Fact]
    public void The_fact_shows_the_literal_among_several_operators() => Assert.Equal(
        "Key = 80 (in another spelling)", Only(Verb.Forbid, Condition.All(Condition.AtLeast(1), Condition.EqualTo(Literal.Number("80"))), "0x50").Fact());

    [Theory]
    [MemberData(nameof(ConditionsThatASecretBreaks))]
    public void A_value_that_is_not_a_literal_of_the_record_is_withheld(Verb verb, Condition condition)
    {
        var finding = Only(verb, condition, new InMemorySettings { { "Key", "https://s3cret@gateway.example/42" }, { "Origin", "https://gateway.example" } });

        Assert.Equal("Key is set (value withheld)", finding.Fact());
        Assert.Null(finding.Literal);
        Assert.DoesNotContain("s3cret", finding.ToString());
    }

    public static TheoryData<Verb, Condition> ConditionsThatASecretBreaks => new()
    {
        { Verb.Forbid, Condition.Present(true) },
        { Verb.Forbid, Condition.Like("https://**") },
        { Verb.Forbid, Condition.SameOriginAs("Origin") },
        { Verb.Forbid, Condition.RouteTo("**") },
        { Verb.Forbid, Condition.All(Condition.Present(true), Condition.Like("**")) },
        { Verb.Require, Condition.EqualTo(Literal.True) },
        { Verb.Require, Condition.In(Literal.String("a"), Literal.Number("1")) },
        { Verb.Require, Condition.AtLeast(1) },
        { Verb.Require, Condition.AtMost(1) },
        { Verb.Require, Condition.Present(false) },
    };

    [Fact]
    public void The_fact_of_a_missing_key_says_that_it_is_not_set() =>
        Assert.Equal("Key is not set", Only(Verb.Require, Condition.EqualTo(Literal.True), new InMemorySettings()).Fact());

    [Fact]
    public void The_fact_of_a_null_says_so() => Assert.Equal("Key is null", Only(Verb.Forbid, Condition.EqualTo(Literal.Null), (string?)null).Fact());

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void The_fact_of_an_empty_value_says_so(string value) =>
        Assert.Equal("Key is empty", Only(Verb.Require, Condition.EqualTo(Literal.True), value).Fact());

    [Fact]
    public void The_fact_of_a_section_says_that_it_has_settings_below_it() => Assert.Equal(
        "Key has settings below it", Only(Verb.Forbid, Condition.Present(true), new InMemorySettings { { "Key:Child", "x" } }).Fact());

    // "Key is empty … must not be set" would send the operator the wrong way.
    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void The_fact_of_a_section_that_is_empty_itself_says_what_breaks_the_rule(string? value) => Assert.Equal(
        "Key has settings below it", Only(Verb.Forbid, Condition.Present(true), new InMemorySettings { { "Key", value }, { "Key:Child", "x" } }).Fact());

    [Theory]
    [MemberData(nameof(Demands))]
    public void The_demand_says_what_the_rule_asks(Verb verb, Condition condition, string demand) =>
        Assert.Equal(demand, new Finding(new("Key", verb, condition), "Key", SettingState.Value, null, null).Demand());

    public static TheoryData<Verb, Condition, string> Demands => new()
    {
        { Verb.Forbid, Condition.EqualTo(Literal.True), "must not be true" },
        { Verb.Require, Condition.EqualTo(Literal.True), "must be true" },
        { Verb.Require, Condition.EqualTo(Literal.False), "must be false" },
        { Verb.Forbid, Condition.EqualTo(Literal.Null), "must not be null" },
        { Verb.Forbid, Condition.EqualTo(Literal.String("  ")), "must not be \"\"" },
        { Verb.Require, Condition.EqualTo(Literal.Number("0x1F90")), "must be 0x1F90" },
        { Verb.Forbid, Condition.In(Literal.String("mock"), Literal.String(" off ")), "must not be one of mock, off" },
        { Verb.Forbid, Condition.Like("**/register"), "must not match **/register" },
        { Verb.Require, Condition.Like("**/a", "**/b"), "must match one of **/a, **/b" },
        { Verb.Forbid, Condition.Present(true), "must not be set" },
        { Verb.Forbid, Condition.Present(false), "must be set" },
        { Verb.Require, Condition.Present(true), "must be set" },
        { Verb.Require, Condition.Present(false), "must not be set" },
        { Verb.Require, Condition.AtLeast(60.5m), "must be at least 60.5" },
        { Verb.Forbid, Condition.AtMost(-1), "must not be at most -1" },
        { Verb.Forbid, Condition.RouteTo("**/register"), "must not be a route to **/register" },
        { Verb.Require, Condition.RouteTo("**/a", "**/b"), "must be a route to one of **/a, **/b" },
        { Verb.Forbid, Condition.SameOriginAs("Gateway:PublicOrigin"), "must not have the same origin as Gateway:PublicOrigin" },
        { Verb.Require, Condition.All(Condition.AtLeast(1024), Condition.AtMost(65535)), "must be at least 1024 and at most 65535" },
        { Verb.Forbid, Condition.All(Condition.Present(true), Condition.Like("**/register")), "must not be set and match **/register" },
        { Verb.Require, Condition.All(Condition.Present(false), Condition.EqualTo(Literal.Null)), "must be unset and null" },
    };

    [Fact]
    public void The_source_is_the_one_the_configuration_gives()
    {
        var settings = new InMemorySettings { { "Key", "true", "the environment variable Key" }, { "Other", "true", "appsettings.json" } };

        Assert.Equal("the environment variable Key", Only(Verb.Forbid, Condition.EqualTo(Literal.True), settings).Source);
    }

    [Fact]
    public void The_source_of_a_section_is_that_of_the_settings_below_it() => Assert.Equal(
        "secrets.json", Only(Verb.Forbid, Condition.Present(true), new InMemorySettings { { "Key:Child", "x", "secrets.json" } }).Source);

    [Fact]
    public void A_missing_key_has_no_source() => Assert.Null(Only(Verb.Require, Condition.Present(true), new InMemorySettings()).Source);

    [Fact]
    public void A_finding_is_added_to_those_that_are_there()
    {
        var findings = new List<Finding>();
        new ConfigurationRule("Key", Verb.Forbid, Condition.EqualTo(Literal.True)).Judge(new InMemorySettings { { "Key", "1" } }, "Production", findings);
        new ConfigurationRule("Key", Verb.Require, Condition.EqualTo(Literal.False)).Judge(new InMemorySettings { { "Key", "1" } }, "Production", findings);

        Assert.Equal([Verb.Forbid, Verb.Require], findings.Select(finding => finding.Rule.Verb));
    }
}
