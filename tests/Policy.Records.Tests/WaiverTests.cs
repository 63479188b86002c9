namespace DecisionPolicies.Records.Tests;

/// <summary>Dated exceptions. What is not fully understood is no exception.</summary>
public sealed class WaiverTests
{
    private const string Rules = "status: accepted\nrules:\n  - { configuration: \"A:B\", forbid: true }\n  - { configuration: \"C:*\", forbid: true }\nwaivers:\n  - ";

    // The waiver stands on line 7 and starts at column 5.
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
    [InlineData("{ until: 2027-01-31, because: x }", "7,5: The waiver names no rule of this record. Its rules are: A:B, C:*.")]
    [InlineData("{ rule: \"A:C\", until: 2027-01-31, because: x }", "7,13: The waiver names no rule of this record. Its rules are: A:B, C:*.")]
    [InlineData("{ rule: \"C:0\", until: 2027-01-31, because: x }", "7,13: The waiver names no rule of this record. Its rules are: A:B, C:*.")]
    [InlineData("{ rule: \"A:B\", because: x }", "7,5: The waiver has no last day. Write the last day, as in 'until: 2027-01-31'.")]
    [InlineData("{ rule: \"A:B\", until: soon, because: x }", "7,27: 'soon' is not a date. Write the last day, as in 'until: 2027-01-31'.")]
    [InlineData("{ rule: \"A:B\", until: 2027-02-30, because: x }", "7,27: '2027-02-30' is not a date. Write the last day, as in 'until: 2027-01-31'.")]
    [InlineData("{ rule: \"A:B\", until: 2027-01-31, because: x, environments: [] }", "7,65: 'environments' names no environment. Name one, as in 'environments: [Production]', or remove it for all.")]
    [InlineData("{ rule: \"A:B\", until: 2027-01-31 }", "7,5: The waiver does not say why it was granted. Write it, as in 'because: …'.")]
    [InlineData("{ rule: \"A:B\", until: 2027-01-31, because: \"\" }", "7,48: The waiver does not say why it was granted. Write it, as in 'because: …'.")]
    public void A_waiver_that_cannot_be_understood_is_a_fault_and_no_exception(string waiver, string fault)
    {
        var file = WithWaiver(waiver);

        Assert.Equal(["DP1010 " + fault], Reading.Told(file));
        Assert.Empty(file.Record!.Decision.Waivers);
    }

    [Fact]
    public void A_waiver_of_a_record_without_rules_is_a_fault() => Assert.Equal(
        ["DP1010 4,13: The waiver names no rule of this record. The record has no rules."],
        Reading.Told(Reading.Of("status: accepted\nwaivers:\n  - { rule: \"A:B\", until: 2027-01-31, because: x }")));

    [Fact]
    public void A_waiver_may_name_one_of_the_keys_that_a_rule_stands_for() => Assert.Equal(
        "Routes:login:Path",
        Assert.Single(Reading.Record("status: accepted\nrules:\n  - { configuration: \"Routes:*:Path\", forbid: x }\nwaivers:\n  - { rule: \"Routes:*:Path\", key: \"Routes:login:Path\", until: 2027-01-31, because: x }").Waivers).Key);

    [Theory]
    [InlineData("\"Routes:Path\"", "'Routes:*:Path' does not stand for 'Routes:Path', so the waiver would except nothing. Write a key that it stands for, or remove 'key'.")]
    [InlineData("\"Routes:*:Path\"", "'Routes:*:Path' has a wildcard, and a waiver excepts one key or all. Write the key in full, or remove 'key'.")]
    [InlineData("~", "'key' names no key. Write one that the rule's stands for, or remove 'key' to except them all.")]
    [InlineData("\"\"", "'key' names no key. Write one that the rule's stands for, or remove 'key' to except them all.")]
    public void A_waiver_of_a_key_that_its_rule_does_not_stand_for_is_a_fault(string key, string fault) => Assert.Equal(
        ["DP1010 6,35: " + fault],
        Reading.Told(Reading.Of($"status: accepted\nrules:\n  - {{ configuration: \"Routes:*:Path\", forbid: x }}\nwaivers:\n  - {{ rule: \"Routes:*:Path\", key: {key}, until: 2027-01-31, because: x }}")));

    [Fact]
    public void A_waiver_of_a_key_that_two_rules_are_about_is_a_fault() => Assert.Equal(
        ["DP1010 6,13: The record has more than one rule about A:B, so the waiver would cover them all. Write their conditions into one rule."],
        Reading.Told(Reading.Of(
            "status: accepted\nrules: [{ configuration: \"A:B\", forbid: true }, { configuration: \"a:b\", forbid: x }]\n# a comment\nwaivers:\n  - { rule: \"A:B\", until: 2027-01-31, because: x }")));

    [Theory]
    [InlineData("waivers: [~]", "DP1010 3,11: 'waivers' expects a mapping in each place of the list, and this is null.")]
    [InlineData("waivers: none", "DP1010 3,10: 'waivers' expects a list of mappings, and this is text.")]
    [InlineData("waivers: { rule: a }", "DP1010 3,10: 'waivers' expects a list of mappings, and this is a mapping.")]
    public void Waivers_that_are_no_list_of_mappings_are_a_fault(string line, string fault) =>
        Assert.Equal([fault], Reading.Told(Reading.Of("status: accepted\n" + line)));

    [Fact]
    public void A_key_that_a_waiver_does_not_have_is_a_fault() => Assert.Equal(
        ["DP1011 7,63: A waiver has no key 'enviroments'. Did you mean 'environments'? It has: rule, key, environments, until, because."],
        Reading.Told(WithWaiver("{ rule: \"A:B\", until: 2027-01-31, because: \"Ticket 12\",   enviroments: [Staging] }")));

    // Both would be exceptions in every environment, where one was meant.
    [Theory]
    [InlineData("{ rule: \"A:B\", until: 2027-01-31, because: x, enviroments: [Staging] }")]
    [InlineData("{ rule: \"A:B\", until: 2027-01-31, because: x, environments: { Staging: y } }")]
    [InlineData("{ rule: \"A:B\", until: 2027-01-31, because: x, environments: [[Staging]] }")]
    public void A_waiver_whose_environments_cannot_be_read_is_no_exception(string waiver) => Assert.Empty(WithWaiver(waiver).Record!.Decision.Waivers);
}
