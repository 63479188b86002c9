namespace DecisionPolicies.Records.Tests;

/// <summary>How a rule is written, and what is said of one that cannot be understood.</summary>
public sealed class RuleReadingTests
{
    private const string NoVerb = "The rule has neither 'forbid' nor 'require'. Write one of them.";
    private const string TwoVerbs = "The rule has both 'forbid' and 'require'. Keep one, or write two rules.";
    private const string NoEnvironment =
        "'environments' is empty. Name an environment, as in 'environments: [Production]', or remove 'environments' to mean all.";
    private const string NoSubject =
        "The rule does not have a subject. Write one, as in 'configuration: Queue:Count'. Subjects: configuration, endpoint, symbol, literal, package.";
    private const string NothingWritten = "'configuration' is empty. Write what the rule is about.";
    private const string Keys = "Allowed keys: configuration, forbid, require, except, when, environments, because, waivable.";

    [Theory]
    [InlineData("forbid", Verb.Forbid)]
    [InlineData("require", Verb.Require)]
    public void A_rule_has_a_key_and_a_verb(string verb, Verb expected) => Assert.Equal(
        new ConfigurationRule("Gateway:Mode", expected, Condition.EqualTo(Literal.String("mock"))),
        Reading.Rule("configuration: Gateway:Mode", verb + ": mock"));

    [Fact]
    public void To_forbid_null_is_to_forbid_a_key_that_is_set_to_null() => Assert.Equal(
        new ConfigurationRule("A:B", Verb.Forbid, Condition.EqualTo(Literal.Null)), Reading.Rule("configuration: A:B", "forbid: null"));

    [Fact]
    public void To_require_that_a_key_is_not_present_is_a_rule() => Assert.Equal(
        Condition.Present(false), Reading.Rule("configuration: A:B", "require: { present: false }").Condition);

    [Fact]
    public void A_rule_may_say_why() => Assert.Equal("It serves.", Reading.Rule("configuration: A:B", "forbid: true", "because: It serves.").Because);

    [Theory]
    [InlineData("[Production, Staging]", new[] { "Production", "Staging" })]
    [InlineData("Production, Staging", new[] { "Production", "Staging" })]
    [InlineData("Production", new[] { "Production" })]
    [InlineData("[Production, \" \"]", new[] { "Production" })]
    public void A_rule_may_name_its_environments(string yaml, string[] environments) =>
        Assert.Equal(ValueList.Of(environments), Reading.Rule("configuration: A:B", "forbid: true", "environments: " + yaml).Environments);

    // It is unclear whether none, all, or a lost one is meant.
    [Theory]
    [InlineData("[]")]
    [InlineData("~")]
    [InlineData("\"\"")]
    [InlineData("[\"\"]")]
    public void Environments_that_name_none_are_a_fault(string yaml) => Assert.Equal(
        ["DP2001 6,19: " + NoEnvironment], Reading.Told(Reading.OfRule("configuration: A:B", "forbid: true", "environments: " + yaml)));

    [Fact]
    public void A_rule_may_have_several_preconditions() => Assert.Equal(
        ValueList.Of(
            new Precondition("Routes:*:Kind", Condition.EqualTo(Literal.String("oauth"))),
            new Precondition("Enabled", Condition.EqualTo(Literal.True))),
        Reading.Rule("configuration: Routes:*:Path", "forbid: { like: a }", "when:", "  Routes:*:Kind: oauth", "  Enabled: { equals: true }").When);

    [Theory]
    [InlineData("Routes:catalogue:Path", "Routes:catalogue:Path")]
    [InlineData("[Routes:catalogue:Path, routes:users:path]", "Routes:catalogue:Path", "routes:users:path")]
    [InlineData("Routes:catalogue:**", "Routes:catalogue:**")]
    public void A_rule_may_except_keys_that_its_own_key_matches(string yaml, params string[] keys) => Assert.Equal(
        keys.Select(KeyPattern.Parse).ToValueList(),
        Reading.Rule("configuration: Routes:*:Path", "forbid: { like: a }", "except: " + yaml).Except);

    [Fact]
    public void A_precondition_that_can_never_hold_is_a_fault() => Assert.Equal(
        ["DP2004 6,31: 'Routes:**:Kind' matches only keys that exist, so it is never absent and the rule never applies. Write the key without '**'."],
        Reading.Told(Reading.OfRule("configuration: Routes:*:Path", "forbid: x", "when: { \"Routes:**:Kind\": { present: false } }")));

    [Theory]
    [InlineData(
        "Routes:*:Path",
        "Routes:catalogue:Paht",
        "DP2002 6,13: 'Routes:*:Path' and 'Routes:catalogue:Paht' do not share a key, so there is nothing to except. "
            + "Write a key that 'Routes:*:Path' matches.")]
    [InlineData(
        "Routes:*:Path",
        "Routes:*:Path",
        "DP2002 6,13: 'Routes:*:Path' excepts every key that 'Routes:*:Path' matches, so the rule never applies. Write a narrower exception.")]
    [InlineData(
        "Routes:*:Path",
        "Routes:**:Path",
        "DP2002 6,13: 'Routes:**:Path' excepts every key that 'Routes:*:Path' matches, so the rule never applies. Write a narrower exception.")]
    [InlineData("Routes:*:Path", "Routes::Path", "DP2002 6,13: The key 'Routes::Path' has an empty segment. Remove the extra ':'.")]
    [InlineData("Routes:Path", "Routes:Path", "DP2002 6,13: 'Routes:Path' is a single key, so there is nothing to except from it. Remove 'except'.")]
    [InlineData("Routes:*:Path", "[]", "DP2001 6,13: 'except' is empty. Write a key to which the rule does not apply, or remove 'except'.")]
    [InlineData("Routes:*:Path", "~", "DP2001 6,13: 'except' is empty. Write a key to which the rule does not apply, or remove 'except'.")]
    public void An_exception_that_would_never_apply_is_a_fault(string key, string except, string told) => Assert.Equal(
        [told], Reading.Told(Reading.OfRule("configuration: " + key, "forbid: true", "except: " + except)));

    [Theory]
    [InlineData("when: {}")]
    [InlineData("because: x")]
    public void A_rule_without_preconditions_has_none(string line) => Assert.Empty(Reading.Rule("configuration: A:B", "forbid: true", line).When);

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("True")]
    [InlineData("FALSE")]
    public void A_boolean_is_the_flag_of_archgate(string flag) => Assert.Empty(Reading.Record("status: accepted\nrules: " + flag).Rules);

    [Theory]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("~")]
    public void A_record_need_not_have_rules(string yaml) => Assert.Empty(Reading.Record("status: accepted\nrules: " + yaml).Rules);

    [Theory]
    [InlineData(
        new[] { "configuration: A:B", "forbid: true", "evironments: [Production]" },
        "DP2001 6,5: Unknown key 'evironments' in a rule. Did you mean 'environments'? " + Keys)]
    [InlineData(new[] { "configuration: A:B", "Forbid: true" }, "DP2001 5,5: Unknown key 'Forbid' in a rule. Did you mean 'forbid'? " + Keys)]
    [InlineData(new[] { "{ configuration: A, forbid: a, b }" }, "DP2001 4,36: Unknown key 'b' in a rule. " + Keys)]
    [InlineData(new[] { "configuration: A:B", "forbid: true", "require: true" }, "DP2001 4,5: " + TwoVerbs)]
    [InlineData(new[] { "configuration: A:B" }, "DP2001 4,5: " + NoVerb)]
    [InlineData(new[] { "configuration: A:B", "because: x" }, "DP2001 4,5: " + NoVerb)]
    [InlineData(new[] { "forbid: true" }, "DP2001 4,5: " + NoSubject)]
    [InlineData(new[] { "configuration:", "forbid: true" }, "DP2001 4,5: " + NothingWritten)]
    [InlineData(new[] { "configuration: \"\"", "forbid: true" }, "DP2002 4,20: The key is empty. Write one, as in 'Gateway:Registration:Enabled'.")]
    [InlineData(new[] { "configuration: A::B", "forbid: true" }, "DP2002 4,20: The key 'A::B' has an empty segment. Remove the extra ':'.")]
    [InlineData(
        new[] { "configuration: A__B", "forbid: true" },
        "DP2002 4,20: The key 'A__B' has '__', which separates segments only in environment variables. Write ':'.")]
    [InlineData(
        new[] { "configuration: A:B*", "forbid: true" },
        "DP2002 4,20: In the key 'A:B*', 'B*' mixes a wildcard with text. Write '*' as a segment of its own.")]
    [InlineData(
        new[] { "configuration: \"**\"", "forbid: true" },
        "DP2002 4,20: The key '**' has only wildcards. Write at least one segment that is not a wildcard.")]
    [InlineData(
        new[] { "configuration: A:B", "forbid: true", "when: { \"A:C*\": x }" },
        "DP2002 6,13: In the key 'A:C*', 'C*' mixes a wildcard with text. Write '*' as a segment of its own.")]
    [InlineData(
        new[] { "configuration: A:B", "forbid: true", "when: { \"A:*:C\": x }" },
        "DP2002 6,13: 'A:*:C' has more '*' than 'A:B'. Each '*' under 'when' matches the same segment as one in the rule's key. Remove the extra '*'.")]
    [InlineData(
        new[] { "configuration: A:*:B", "forbid: true", "when:", "  A:*:C:*: x" },
        "DP2002 7,7: 'A:*:C:*' has more '*' than 'A:*:B'. Each '*' under 'when' matches the same segment as one in the rule's key. Remove the extra '*'.")]
    [InlineData(new[] { "configuration: A:B", "forbid: true", "when: { C: [] }" }, "DP2003 6,16: The list of values is empty. Write at least one value.")]
    [InlineData(
        new[] { "configuration: A:B", "forbid: { present: false }" },
        "DP2004 5,13: An absent key never breaks 'forbid'. To require the key, write 'require: { present: true }'.")]
    public void A_rule_that_cannot_be_understood_is_a_fault_and_no_rule(string[] lines, string fault)
    {
        var file = Reading.OfRule(lines);

        Assert.Equal([fault], Reading.Told(file));
        Assert.Empty(file.Record!.Decision.Rules);
    }

    [Fact]
    public void A_list_of_keys_is_not_a_key_and_leaves_no_rule_out_silently()
    {
        var file = Reading.OfRule("configuration: [A:B, A:C]", "forbid: true");

        Assert.Contains(file.Faults, fault => fault.Kind == FaultKind.UnreadableRule);
        Assert.Empty(file.Record!.Decision.Rules);
    }

    [Theory]
    [InlineData("when: oauth", "DP1007 6,11: 'when' must be a mapping, but it is text.")]
    [InlineData("because: [x]", "DP1007 6,14: 'because' must be text, but it is a list.")]
    [InlineData("environments: [Production, { Staging: x }]", "DP1007 6,32: In 'environments', each item must be text, but this one is a mapping.")]
    public void A_field_of_the_wrong_type_leaves_no_half_of_a_rule(string line, string fault)
    {
        var file = Reading.OfRule("configuration: A:B", "forbid: true", line);

        Assert.Equal([fault, "DP2001 4,5: Part of this rule cannot be read, so the rule would not do what it says."], Reading.Told(file));
        Assert.Empty(file.Record!.Decision.Rules);
    }

    [Fact]
    public void A_when_that_was_left_open_is_a_fault() => Assert.Equal(
        ["DP2001 6,10: 'when' is empty. Write a key and a condition, as in when: { \"Key:Name\": value }, or remove 'when'."],
        Reading.Told(Reading.OfRule("configuration: A:B", "forbid: true", "when:")));

    [Fact]
    public void A_rule_that_cannot_be_understood_does_not_take_the_others_with_it()
    {
        var file = Reading.Of("""
            status: accepted
            rules:
              - { configuration: "A", forbid: true }
              - { configuration: "B" }
              - { configuration: "C", forbid: { is: x } }
              - { configuration: "D", require: true }
            """);

        Assert.Equal(["A", "D"], file.Record!.Decision.Rules.Cast<ConfigurationRule>().Select(rule => rule.Key.Text));
        Assert.Equal([(5, 5), (6, 37)], file.Faults.Select(fault => (fault.Place.Line, fault.Place.Column)));
    }
}
