namespace DecisionPolicies.Records.Tests;

/// <summary>How a condition is written: a scalar, a list, or a mapping of operators.</summary>
public sealed class ConditionReadingTests
{
    private const string Operators = "equals, in, like, present, at-least, at-most, same-origin-as, route-to";

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_is_read(string yaml, Condition condition) =>
        Assert.Equal(condition, Reading.Rule("configuration: A:B", "require: " + yaml).Condition);

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_precondition_is_read_the_same_way(string yaml, Condition condition) =>
        Assert.Equal(condition, Assert.Single(Reading.Rule("configuration: A:B", "forbid: true", "when:", "  C:D: " + yaml).When).Condition);

    public static TheoryData<string, Condition> Conditions => new()
    {
        { "true", Condition.EqualTo(Literal.True) },
        { "True", Condition.EqualTo(Literal.True) },
        { "TRUE", Condition.EqualTo(Literal.True) },
        { "false", Condition.EqualTo(Literal.False) },
        { "FALSE", Condition.EqualTo(Literal.False) },
        { "\"true\"", Condition.EqualTo(Literal.String("true")) },
        { "'false'", Condition.EqualTo(Literal.String("false")) },
        { "!!str true", Condition.EqualTo(Literal.String("true")) },
        { "\"yes\"", Condition.EqualTo(Literal.String("yes")) },
        { "'off'", Condition.EqualTo(Literal.String("off")) },
        { "null", Condition.EqualTo(Literal.Null) },
        { "~", Condition.EqualTo(Literal.Null) },
        { "\"null\"", Condition.EqualTo(Literal.String("null")) },
        { "\"\"", Condition.EqualTo(Literal.String("")) },
        { "8080", Condition.EqualTo(Literal.Number("8080")) },
        { "-1", Condition.EqualTo(Literal.Number("-1")) },
        { "+1.50", Condition.EqualTo(Literal.Number("+1.50")) },
        { ".5", Condition.EqualTo(Literal.Number(".5")) },
        { "1e3", Condition.EqualTo(Literal.Number("1e3")) },
        { "0027", Condition.EqualTo(Literal.Number("0027")) },
        { "\"8080\"", Condition.EqualTo(Literal.String("8080")) },
        { "1_000", Condition.EqualTo(Literal.String("1_000")) },
        { "1,000", Condition.EqualTo(Literal.String("1,000")) },
        { "2026-08-02", Condition.EqualTo(Literal.String("2026-08-02")) },
        { "00:01:00", Condition.EqualTo(Literal.String("00:01:00")) },
        { "oauth", Condition.EqualTo(Literal.String("oauth")) },
        { "two words # and a comment", Condition.EqualTo(Literal.String("two words")) },
        { "[a]", Condition.In(Literal.String("a")) },
        { "[a, 1, true, ~, \"\"]", Condition.In(Literal.String("a"), Literal.Number("1"), Literal.True, Literal.Null, Literal.String("")) },
        { "{ equals: true }", Condition.EqualTo(Literal.True) },
        { "{ equals: ~ }", Condition.EqualTo(Literal.Null) },
        { "{ in: [a, 1] }", Condition.In(Literal.String("a"), Literal.Number("1")) },
        { "{ like: \"**/register\" }", Condition.Like("**/register") },
        { "{ like: [\"**/a \", \"**/b\"] }", Condition.Like("**/a", "**/b") },
        { "{ present: true }", Condition.Present(true) },
        { "{ present: False, like: a }", Condition.All(Condition.Present(false), Condition.Like("a")) },
        { "{ at-least: 60 }", Condition.AtLeast(60) },
        { "{ at-least: \"60\" }", Condition.AtLeast(60) },
        { "{ at-most: -0.5 }", Condition.AtMost(-0.5m) },
        { "{ same-origin-as: Gateway:PublicOrigin }", Condition.SameOriginAs("Gateway:PublicOrigin") },
        { "{ route-to: \"**/register\" }", Condition.RouteTo("**/register") },
        { "{ route-to: [\"**/a\", \"**/b \"] }", Condition.RouteTo("**/a", "**/b") },
        { "{ same-origin-as: Origins:* }", Condition.SameOriginAs("Origins:*") },
        { "{ at-least: 1024, at-most: 65535 }", Condition.All(Condition.AtLeast(1024), Condition.AtMost(65535)) },
    };

    // The core schema of YAML 1.2 has hexadecimal integers; as text, this would match no other spelling of 8080.
    [Fact]
    public void A_hexadecimal_number_is_a_number() => Assert.Equal(
        Condition.EqualTo(Literal.Number("0x1F90")), Reading.Rule("configuration: A:B", "forbid: 0x1F90").Condition);

    [Fact]
    public void A_bound_may_be_hexadecimal_too() =>
        Assert.Equal(Condition.AtLeast(16), Reading.Rule("configuration: A:B", "forbid: { at-least: 0x10 }").Condition);

    [Theory]
    [InlineData("{}", 13, "The condition is empty. Operators: " + Operators + ".")]
    [InlineData("[]", 13, "The list of values is empty. Write at least one value.")]
    [InlineData("[a, [b]]", 17, "In a list of values, each item must be a single value, but this one is a list.")]
    [InlineData("[{ like: a }]", 14, "In a list of values, each item must be a single value, but this one is a mapping.")]
    [InlineData("{ starts-with: a }", 15, "Unknown operator 'starts-with'. Operators: " + Operators + ".")]
    [InlineData("{ Equals: a }", 15, "Unknown operator 'Equals'. Did you mean 'equals'? Operators: " + Operators + ".")]
    [InlineData("{ like: a, matches: b }", 24, "Unknown operator 'matches'. Operators: " + Operators + ".")]
    [InlineData("{ equals: [a] }", 23, "'equals' requires a single value, but this is a list.")]
    [InlineData("{ equals: { a: b } }", 23, "'equals' requires a single value, but this is a mapping.")]
    [InlineData("{ in: a }", 19, "'in' requires a list.")]
    [InlineData("{ in: [] }", 19, "The list of values is empty. Write at least one value.")]
    [InlineData("{ like: [] }", 21, "'like' requires a pattern or a list of patterns.")]
    [InlineData("{ like: \"\" }", 21, "'like' requires a pattern or a list of patterns.")]
    [InlineData("{ like: [a, \" \"] }", 21, "'like' requires a pattern or a list of patterns.")]
    [InlineData("{ like: [a, [b]] }", 21, "'like' requires a pattern or a list of patterns.")]
    [InlineData("{ like: { a: b } }", 21, "'like' requires a pattern or a list of patterns.")]
    [InlineData("{ present: yes }", 24, "'present' requires true or false.")]
    [InlineData("{ present: \"true\" }", 24, "'present' requires true or false.")]
    [InlineData("{ present: ~ }", 24, "'present' requires true or false.")]
    [InlineData("{ at-least: many }", 25, "'at-least' requires a number.")]
    [InlineData("{ at-most: ~ }", 24, "'at-most' requires a number.")]
    [InlineData("{ at-most: [1] }", 24, "'at-most' requires a single value, but this is a list.")]
    [InlineData("{ same-origin-as: A::B }", 31, "The key 'A::B' has an empty segment. Remove the extra ':'.")]
    [InlineData("{ same-origin-as: \"*\" }", 31, "The key '*' has only wildcards. Write at least one segment that is not a wildcard.")]
    public void A_condition_that_cannot_be_understood_is_a_fault(string yaml, int column, string message)
    {
        var file = Reading.OfRule("configuration: A:B", "forbid: " + yaml);

        Assert.Equal([$"DP2003 5,{column}: {message}"], Reading.Told(file));
        Assert.Empty(file.Record!.Decision.Rules);
    }

    // To .NET's people these are booleans, and to YAML 1.2 text that matches no other spelling.
    [Theory]
    [InlineData("yes", "yes", 13)]
    [InlineData("No", "No", 13)]
    [InlineData("ON", "ON", 13)]
    [InlineData("[a, off]", "off", 17)]
    [InlineData("{ equals: yes }", "yes", 23)]
    [InlineData("{ in: [no, a] }", "no", 20)]
    public void A_boolean_of_older_YAML_is_a_fault(string yaml, string word, int column) => Assert.Equal(
        [$"DP2003 5,{column}: '{word}' is not a boolean in YAML 1.2. Write true or false, which match every usual spelling, or quote it if you mean the text."],
        Reading.Told(Reading.OfRule("configuration: A:B", "forbid: " + yaml)));

    // "'not' expects a single value" would suggest that there is such an operator.
    [Theory]
    [InlineData("{ not: { equals: a } }", "not")]
    [InlineData("{ any-of: [a, b] }", "any-of")]
    public void An_unknown_operator_is_reported_as_such_whatever_it_holds(string yaml, string name) => Assert.Equal(
        [$"DP2003 5,15: Unknown operator '{name}'. Operators: {Operators}."],
        Reading.Told(Reading.OfRule("configuration: A:B", "forbid: " + yaml)));

    // They would become the pattern "null" and the key "~", which nothing ever matches.
    [Theory]
    [InlineData("{ like: null }")]
    [InlineData("{ like: [a, ~] }")]
    [InlineData("{ same-origin-as: ~ }")]
    public void A_null_is_neither_a_pattern_nor_a_key(string yaml) => Assert.Equal(
        [FaultKind.UnreadableCondition], Reading.OfRule("configuration: A:B", "forbid: " + yaml).Faults.Select(fault => fault.Kind));

    // A rule that forbids null says null. An empty value is unfinished, and nothing would be enforced.
    [Theory]
    [InlineData("forbid:")]
    [InlineData("forbid: { equals: }")]
    [InlineData("forbid: true\n    when:\n      C:D:")]
    public void A_condition_that_was_left_open_is_a_fault(string lines) => Assert.Equal(
        [FaultKind.UnreadableCondition], Reading.OfRule("configuration: A:B", lines).Faults.Select(fault => fault.Kind));

    [Theory]
    [InlineData("0o10", "4,")]
    [InlineData("[1, 0o10]", "4,")]
    public void An_octal_number_is_a_fault_because_configuration_is_not_read_that_way(string yaml, string line)
    {
        var told = Assert.Single(Reading.Told(Reading.OfRule("{ configuration: A:B, forbid: " + yaml + " }")));

        Assert.StartsWith("DP2003 " + line, told);
        Assert.EndsWith(
            "'0o10' is an octal number in YAML 1.2, but configuration is not read that way. Write it in decimal, or quote it if you mean the text.", told);
    }
}
