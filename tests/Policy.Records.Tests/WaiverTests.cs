namespace DecisionPolicies.Records.Tests;

/// <summary>Waivers. A waiver that is not fully understood is not applied.</summary>
public sealed class WaiverTests
{
    private const string Rules =
        "status: accepted\nrules:\n  - { configuration: \"A:B\", forbid: true }\n  - { configuration: \"C:*\", forbid: true }\nwaivers:\n  - ";

    // The waiver is on line 7 and starts at column 5.
    private static RecordFile WithWaiver(string waiver) => Reading.Of(Rules + waiver);

    [Theory]
    [InlineData("", new string[0])]
    [InlineData(", environments: [Staging, Test]", new[] { "Staging", "Test" })]
    [InlineData(", environments: \"Staging, Test\"", new[] { "Staging", "Test" })]
    public void A_waiver_names_a_rule_a_last_day_and_a_reason(string environments, string[] expected)
    {
        var file = WithWaiver($"{{ rule: \"C:*\", until: 2027-01-31, because: \"Ticket 1, 2.\"{environments} }}");

        Assert.Empty(Reading.Told(file));
        Assert.Equal(
            ValueList.Of(new Waiver("C:*", ValueList.Of(expected), new DateOnly(2027, 1, 31), "Ticket 1, 2.")), file.Record!.Decision.Waivers);
    }

    [Fact]
    public void A_waiver_finds_its_rule_without_case() =>
        Assert.Single(WithWaiver("{ rule: \"a:b\", until: 2027-01-31, because: x }").Record!.Decision.Waivers);

    [Theory]
    [InlineData("{ until: 2027-01-31, because: x }", "7,5: The waiver does not name a rule of this record. Rules: A:B, C:*.")]
    [InlineData("{ rule: \"A:C\", until: 2027-01-31, because: x }", "7,13: The waiver does not name a rule of this record. Rules: A:B, C:*.")]
    [InlineData("{ rule: \"C:0\", until: 2027-01-31, because: x }", "7,13: The waiver does not name a rule of this record. Rules: A:B, C:*.")]
    [InlineData("{ rule: \"A:B\", because: x }", "7,5: The waiver does not have a last day. Write the last day, as in 'until: 2027-01-31'.")]
    [InlineData("{ rule: \"A:B\", until: soon, because: x }", "7,27: 'soon' is not a date. Write the last day, as in 'until: 2027-01-31'.")]
    [InlineData("{ rule: \"A:B\", until: 2027-02-30, because: x }", "7,27: '2027-02-30' is not a date. Write the last day, as in 'until: 2027-01-31'.")]
    [InlineData(
        "{ rule: \"A:B\", until: 2027-01-31, because: x, environments: [] }",
        "7,65: 'environments' is empty. Name an environment, as in 'environments: [Production]', or remove 'environments' to mean all.")]
    [InlineData("{ rule: \"A:B\", until: 2027-01-31 }", "7,5: The waiver does not say why it was granted. Add the reason, as in 'because: …'.")]
    [InlineData("{ rule: \"A:B\", until: 2027-01-31, because: \"\" }", "7,48: The waiver does not say why it was granted. Add the reason, as in 'because: …'.")]
    public void A_waiver_that_cannot_be_understood_is_a_fault_and_not_applied(string waiver, string fault)
    {
        var file = WithWaiver(waiver);

        Assert.Equal(["DP1010 " + fault], Reading.Told(file));
        Assert.Empty(file.Record!.Decision.Waivers);
    }

    [Fact]
    public void A_waiver_of_a_record_without_rules_is_a_fault() => Assert.Equal(
        ["DP1010 4,13: The waiver does not name a rule of this record. The record does not have rules."],
        Reading.Told(Reading.Of("status: accepted\nwaivers:\n  - { rule: \"A:B\", until: 2027-01-31, because: x }")));

    [Fact]
    public void A_waiver_may_name_one_of_the_keys_that_a_rule_matches() => Assert.Equal(
        "Routes:login:Path",
        Assert.Single(Reading.Record("status: accepted\nrules:\n  - { configuration: \"Routes:*:Path\", forbid: x }\n"
            + "waivers:\n  - { rule: \"Routes:*:Path\", key: \"Routes:login:Path\", until: 2027-01-31, because: x }").Waivers).Key);

    [Theory]
    [InlineData(
        "\"Routes:Path\"",
        "'Routes:*:Path' does not match 'Routes:Path', so the waiver would cover nothing. Write a key that the rule matches, or remove 'key'.")]
    [InlineData("\"Routes:*:Path\"", "'Routes:*:Path' contains a wildcard, but a waiver covers one key or all keys. Write the key in full, or remove 'key'.")]
    [InlineData("~", "'key' is empty. Write a key that the rule matches, or remove 'key' to cover all of them.")]
    [InlineData("\"\"", "'key' is empty. Write a key that the rule matches, or remove 'key' to cover all of them.")]
    public void A_waiver_of_a_key_that_its_rule_does_not_match_is_a_fault(string key, string fault) => Assert.Equal(
        ["DP1010 6,35: " + fault],
        Reading.Told(Reading.Of("status: accepted\nrules:\n  - { configuration: \"Routes:*:Path\", forbid: x }\n"
            + $"waivers:\n  - {{ rule: \"Routes:*:Path\", key: {key}, until: 2027-01-31, because: x }}")));

    [Fact]
    public void A_waiver_of_a_key_that_two_rules_are_about_is_a_fault() => Assert.Equal(
        ["DP1010 6,13: The record has more than one rule about A:B, so the waiver would cover all of them. Combine their conditions in one rule."],
        Reading.Told(Reading.Of(
            "status: accepted\nrules: [{ configuration: \"A:B\", forbid: true }, { configuration: \"a:b\", forbid: x }]\n"
                + "# a comment\nwaivers:\n  - { rule: \"A:B\", until: 2027-01-31, because: x }")));

    [Theory]
    [InlineData("waivers: [~]", "DP1010 4,11: In 'waivers', each item must be a mapping, but this one is null.")]
    [InlineData("waivers: all of them", "DP1010 4,10: 'waivers' must be a list of mappings, but it is text.")]
    [InlineData("waivers: { rule: a }", "DP1010 4,10: 'waivers' must be a list of mappings, but it is a mapping.")]
    public void Waivers_that_are_not_a_list_of_mappings_are_a_fault(string line, string fault) =>
        Assert.Equal([fault], Reading.Told(Reading.Of("status: accepted\nrules: [{ symbol: T:A }]\n" + line)));

    [Theory]
    [InlineData("waivers: none")]
    [InlineData("waivers: N/A")]
    [InlineData("waivers: [none]")]
    [InlineData("waivers: see the wiki")]
    public void A_record_without_rules_may_say_anything_under_waivers(string line) => Assert.Empty(Reading.Record("status: accepted\n" + line).Waivers);

    [Fact]
    public void A_key_that_a_waiver_does_not_have_is_a_fault() => Assert.Equal(
        ["DP1011 7,63: Unknown key 'enviroments' in a waiver. Did you mean 'environments'? "
            + "Allowed keys: rule, key, environments, from, until, because, decision."],
        Reading.Told(WithWaiver("{ rule: \"A:B\", until: 2027-01-31, because: \"Ticket 12\",   enviroments: [Staging] }")));

    // Both would be exceptions in every environment, where one was meant.
    [Theory]
    [InlineData("{ rule: \"A:B\", until: 2027-01-31, because: x, enviroments: [Staging] }")]
    [InlineData("{ rule: \"A:B\", until: 2027-01-31, because: x, environments: { Staging: y } }")]
    [InlineData("{ rule: \"A:B\", until: 2027-01-31, because: x, environments: [[Staging]] }")]
    public void A_waiver_whose_environments_cannot_be_read_is_not_applied(string waiver) => Assert.Empty(WithWaiver(waiver).Record!.Decision.Waivers);
}
