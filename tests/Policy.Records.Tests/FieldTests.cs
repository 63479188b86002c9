namespace DecisionPolicies.Records.Tests;

/// <summary>Lists, mappings, and what is said where a key holds something else.</summary>
public sealed class FieldTests
{
    private const string NoRules =
        "DP1007 3,8: 'rules' does not hold rules of this library, so nothing in it is enforced. A rule has one of: configuration, endpoint, symbol, "
        + "literal, package.";

    [Theory]
    [InlineData("[a, b]", new[] { "a", "b" })]
    [InlineData("\n  - a\n  - b", new[] { "a", "b" })]
    [InlineData("a, b", new[] { "a", "b" })]
    [InlineData("\"a,b , \"", new[] { "a", "b" })]
    [InlineData("a", new[] { "a" })]
    [InlineData("[\"a, b\"]", new[] { "a, b" })]
    [InlineData("[0027, true]", new[] { "0027", "true" })]
    [InlineData("[a, ~, b]", new[] { "a", "b" })]
    [InlineData("[]", new string[0])]
    [InlineData("", new string[0])]
    [InlineData("~", new string[0])]
    [InlineData("\"\"", new string[0])]
    public void A_list_of_names_may_be_written_in_one_line(string yaml, string[] names)
    {
        var record = Reading.Record($"status: accepted\ntags: {yaml}\naliases: {yaml}\ndecision-makers: {yaml}");

        Assert.Equal(
            [ValueList.Of(names), ValueList.Of(names), ValueList.Of(names)],
            new[] { record.Tags, record.Aliases, record.DecisionMakers });
    }

    [Theory]
    [InlineData("One thing, or two.", new[] { "One thing, or two." })]
    [InlineData("\n  - One, or two.\n  - Three.", new[] { "One, or two.", "Three." })]
    [InlineData("~", new string[0])]
    public void A_sentence_by_itself_is_a_list_of_one(string yaml, string[] sentences)
    {
        var record = Reading.Record($"status: accepted\ninstead: {yaml}\nallows: {yaml}\nrevisit:\n  when: {yaml.Replace("\n", "\n  ")}");

        Assert.Equal(
            [ValueList.Of(sentences), ValueList.Of(sentences), ValueList.Of(sentences)],
            new[] { record.Instead, record.Allows, record.Revisit!.When });
    }

    [Theory]
    [InlineData("title: [a]", "DP1007 3,8: 'title' must be text, but it is a list.")]
    [InlineData("id: [a]", "DP1007 3,5: 'id' must be text, but it is a list.")]
    [InlineData("name: { a: b }", "DP1007 3,7: 'name' must be text, but it is a mapping.")]
    [InlineData("date: {2023-11-10, 2023-11-11}", "DP1007 3,7: 'date' must be text, but it is a mapping.")]
    [InlineData("because:\n  - a\n  - b", "DP1007 4,3: 'because' must be text, but it is a list.")]
    [InlineData("link: []", "DP1007 3,7: 'link' must be text, but it is a list.")]
    [InlineData("tags: { a: b }", "DP1007 3,7: 'tags' must be a list of text, but it is a mapping.")]
    [InlineData("instead: [a, [b]]", "DP1007 3,14: In 'instead', each item must be text, but this one is a list.")]
    [InlineData("allows:\n  - a\n  - b: c", "DP1007 5,5: In 'allows', each item must be text, but this one is a mapping.")]
    [InlineData("revisit: [2027-08-02]", "DP1007 3,10: 'revisit' must be a mapping, but it is a list.")]
    [InlineData("amendments: none", "DP1007 3,13: 'amendments' must be a list of mappings, but it is text.")]
    [InlineData("amendments: [none]", "DP1007 3,14: In 'amendments', each item must be a mapping, but this one is text.")]
    [InlineData("rules: { configuration: a }", "DP2001 3,8: 'rules' must be a list of mappings, but it is a mapping.")]
    [InlineData("rules: \"true\"", NoRules)]
    [InlineData("rules: rules/0001.ts", NoRules)]
    [InlineData("rules: [Use only one queue, Never two]", NoRules)]
    [InlineData("rules: [{ id: no-two-queues, severity: error, pattern: Queue2 }]", NoRules)]
    [InlineData("rules: { isMultipleRules: true }", NoRules)]
    [InlineData(
        "rules:\n  - { configuration: \"A:B\", forbid: true }\n  - [x]",
        "DP2001 5,5: In 'rules', each item must be a mapping, but this one is a list.")]
    public void A_key_that_holds_the_wrong_type_is_a_fault(string frontMatter, string fault) =>
        Assert.Equal([fault], Reading.Told(Reading.Of("status: accepted\n" + frontMatter)));

    [Theory]
    [InlineData("revisit:\n  by: 2027-08-02\n  who: me", "DP1011 5,3: Unknown key 'who' in 'revisit'. Allowed keys: by, when.")]
    [InlineData(
        "amendments:\n  - { date: 2026-11-23, change: x, author: me }",
        "DP1011 4,36: Unknown key 'author' in an amendment. Allowed keys: date, change.")]
    [InlineData(
        "amendments:\n  - { date: 2026-11-23, change: Cites it, which is new }",
        "DP1011 4,43: Unknown key 'which is new' in an amendment. Allowed keys: date, change. Inside { }, text that contains a comma needs quotes.")]
    public void A_key_that_is_not_known_within_a_mapping_is_a_fault(string frontMatter, string fault) =>
        Assert.Equal([fault], Reading.Told(Reading.Of("status: accepted\n" + frontMatter)));

    [Fact]
    public void A_key_that_is_not_known_in_the_front_matter_is_another_tools() =>
        Assert.Empty(Reading.Told(Reading.Of("status: accepted\nnav_order: 3\nparent: { a: [b] }\ndomain: security\nfiles: ['**/*.cs']")));

    // "Rules" is not a key of another tool: its author believes that the decision is enforced.
    [Theory]
    [InlineData("Rules")]
    [InlineData("RULES")]
    public void Rules_are_not_lost_silently_because_of_a_capital_letter(string key)
    {
        var file = Reading.Of($"status: accepted\n{key}:\n  - {{ configuration: \"A:B\", forbid: true }}");

        Assert.True(file.Record?.Decision.Rules.Count == 1 || file.Faults.Count > 0);
    }
}
