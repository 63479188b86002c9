namespace DecisionPolicies.Records.Tests;

/// <summary>How a rule is written, and what is said of one that cannot be understood.</summary>
public sealed class RuleReadingTests
{
    private const string NoVerb = "The rule has neither 'forbid' nor 'require'. Write one of them.";
    private const string TwoVerbs = "The rule has both 'forbid' and 'require'. Keep one, or write two rules.";
    private const string NoEnvironment = "'environments' names no environment. Name one, as in 'environments: [Production]', or remove it for all.";
    private const string NoSubject = "The rule has no subject. Write one, as in 'configuration: Gateway:Registration:Enabled'. Subjects are: configuration, endpoint, symbol, literal, package.";
    private const string NothingWritten = "Nothing is written in 'configuration'. Write what the rule speaks about.";
    private const string Keys = "It has: configuration, forbid, require, except, when, environments, because.";

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

    // Meant for none, for all, or for one that got lost: nobody can tell.
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
    public void A_rule_may_except_keys_that_its_own_stands_for(string yaml, params string[] keys) => Assert.Equal(
        keys.Select(KeyPattern.Parse).ToValueList(),
        Reading.Rule("configuration: Routes:*:Path", "forbid: { like: a }", "except: " + yaml).Except);

    [Fact]
    public void A_precondition_that_can_never_hold_is_a_fault() => Assert.Equal(
        ["DP2004 6,31: 'Routes:**:Kind' stands only for keys that exist, so it never is absent and the rule never applies. Write the key without '**'."],
        Reading.Told(Reading.OfRule("configuration: Routes:*:Path", "forbid: x", "when: { \"Routes:**:Kind\": { present: false } }")));

    [Theory]
    [InlineData("Routes:*:Path", "Routes:catalogue:Paht", "DP2002 6,13: 'Routes:*:Path' and 'Routes:catalogue:Paht' have no key in common, so there is nothing to except. Write a key that 'Routes:*:Path' stands for.")]
    [InlineData("Routes:*:Path", "Routes:*:Path", "DP2002 6,13: 'Routes:*:Path' excepts every key that 'Routes:*:Path' stands for, so nothing is left of the rule. Write fewer.")]
    [InlineData("Routes:*:Path", "Routes:**:Path", "DP2002 6,13: 'Routes:**:Path' excepts every key that 'Routes:*:Path' stands for, so nothing is left of the rule. Write fewer.")]
    [InlineData("Routes:*:Path", "Routes::Path", "DP2002 6,13: The key 'Routes::Path' has an empty segment.")]
    [InlineData("Routes:Path", "Routes:Path", "DP2002 6,13: 'Routes:Path' is a single key, so there is nothing to except from it. Remove 'except'.")]
    [InlineData("Routes:*:Path", "[]", "DP2001 6,13: 'except' names no key. Write one that the rule does not speak about, or remove it.")]
    [InlineData("Routes:*:Path", "~", "DP2001 6,13: 'except' names no key. Write one that the rule does not speak about, or remove it.")]
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
    [InlineData(new[] { "configuration: A:B", "forbid: true", "evironments: [Production]" }, "DP2001 6,5: A rule has no key 'evironments'. Did you mean 'environments'? " + Keys)]
    [InlineData(new[] { "configuration: A:B", "Forbid: true" }, "DP2001 5,5: A rule has no key 'Forbid'. Did you mean 'forbid'? " + Keys)]
    [InlineData(new[] { "{ configuration: A, forbid: a, b }" }, "DP2001 4,36: A rule has no key 'b'. " + Keys)]
    [InlineData(new[] { "configuration: A:B", "forbid: true", "require: true" }, "DP2001 4,5: " + TwoVerbs)]
    [InlineData(new[] { "configuration: A:B" }, "DP2001 4,5: " + NoVerb)]
    [InlineData(new[] { "configuration: A:B", "because: x" }, "DP2001 4,5: " + NoVerb)]
    [InlineData(new[] { "{}" }, "DP2001 4,5: " + NoSubject)]
    [InlineData(new[] { "forbid: true" }, "DP2001 4,5: " + NoSubject)]
    [InlineData(new[] { "configuration:", "forbid: true" }, "DP2001 4,5: " + NothingWritten)]
    [InlineData(new[] { "configuration: \"\"", "forbid: true" }, "DP2002 4,20: The key is empty.")]
    [InlineData(new[] { "configuration: A::B", "forbid: true" }, "DP2002 4,20: The key 'A::B' has an empty segment.")]
    [InlineData(new[] { "configuration: A__B", "forbid: true" }, "DP2002 4,20: The key 'A__B' has '__', which separates segments only in environment variables; write ':'.")]
    [InlineData(new[] { "configuration: A:B*", "forbid: true" }, "DP2002 4,20: In the key 'A:B*', 'B*' mixes a wildcard with text; '*' stands for a whole segment.")]
    [InlineData(new[] { "configuration: \"**\"", "forbid: true" }, "DP2002 4,20: The key '**' names nothing; give it at least one segment that is no wildcard.")]
    [InlineData(new[] { "configuration: A:B", "forbid: true", "when: { \"A:C*\": x }" }, "DP2002 6,13: In the key 'A:C*', 'C*' mixes a wildcard with text; '*' stands for a whole segment.")]
    [InlineData(new[] { "configuration: A:B", "forbid: true", "when: { \"A:*:C\": x }" }, "DP2002 6,13: 'A:*:C' has more '*' than 'A:B', whose '*' they stand for.")]
    [InlineData(new[] { "configuration: A:*:B", "forbid: true", "when:", "  A:*:C:*: x" }, "DP2002 7,7: 'A:*:C:*' has more '*' than 'A:*:B', whose '*' they stand for.")]
    [InlineData(new[] { "configuration: A:B", "forbid: true", "when: { C: [] }" }, "DP2003 6,16: The list of values is empty. Write at least one.")]
    [InlineData(new[] { "configuration: A:B", "forbid: { present: false }" }, "DP2004 5,13: An absent key never breaks 'forbid'. To demand the key, write 'require: { present: true }'.")]
    public void A_rule_that_cannot_be_understood_is_a_fault_and_no_rule(string[] lines, string fault)
    {
        var file = Reading.OfRule(lines);

        Assert.Equal([fault], Reading.Told(file));
        Assert.Empty(file.Record!.Decision.Rules);
    }

    [Fact]
    public void A_list_of_keys_is_no_key_and_leaves_no_rule_out_in_silence()
    {
        var file = Reading.OfRule("configuration: [A:B, A:C]", "forbid: true");

        Assert.Contains(file.Faults, fault => fault.Kind == FaultKind.UnreadableRule);
        Assert.Empty(file.Record!.Decision.Rules);
    }

    [Theory]
    [InlineData("when: oauth", "DP1007 6,11: 'when' expects a mapping, and this is text.")]
    [InlineData("because: [x]", "DP1007 6,14: 'because' expects text, and this is a list.")]
    [InlineData("environments: [Production, { Staging: x }]", "DP1007 6,32: 'environments' expects text in each place of the list, and this is a mapping.")]
    public void A_field_of_the_wrong_type_leaves_no_half_of_a_rule(string line, string fault)
    {
        var file = Reading.OfRule("configuration: A:B", "forbid: true", line);

        Assert.Equal([fault, "DP2001 4,5: A part of this rule cannot be read, so the rule would not do what it says."], Reading.Told(file));
        Assert.Empty(file.Record!.Decision.Rules);
    }

    [Fact]
    public void A_when_that_was_left_open_is_a_fault() => Assert.Equal(
        ["DP2001 6,10: 'when' says nothing. Write a key and a condition, as in when: { \"Key:Name\": value }, or remove it."],
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
