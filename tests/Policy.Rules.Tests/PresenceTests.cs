namespace DecisionPolicies.Rules.Tests;

/// <summary>Absent, null, empty, text and keys below: five states that a rule can distinguish.</summary>
public sealed class PresenceTests
{
    private static readonly ConfigurationRule _forbidden = new("Section:Key", Verb.Forbid, Condition.Present(true));
    private static readonly ConfigurationRule _required = new("Section:Key", Verb.Require, Condition.Present(true));

    private static readonly Dictionary<string, InMemorySettings> _states = new()
    {
        ["absent"] = new() { { "Section:Other", "x" } },
        ["null"] = new() { { "Section:Key", null } },
        ["empty"] = new() { { "Section:Key", "" } },
        ["blank"] = new() { { "Section:Key", " \t" } },
        ["text"] = new() { { "Section:Key", "x" } },
        ["keys below"] = new() { { "Section:Key:Child", "x" } },
        ["empty, with keys below"] = new() { { "Section:Key", "" }, { "Section:Key:Child", "x" } },
        ["null, with keys below"] = new() { { "Section:Key", null }, { "Section:Key:Child", "x" } },
        ["a longer name"] = new() { { "Section:KeyOther:Child", "x" } },
    };

    [Theory]
    [InlineData("absent", false)]
    [InlineData("null", false)]
    [InlineData("empty", false)]
    [InlineData("blank", false)]
    [InlineData("text", true)]
    [InlineData("keys below", true)]
    [InlineData("empty, with keys below", true)]
    [InlineData("null, with keys below", true)]
    [InlineData("a longer name", false)]
    public void A_key_is_present_where_it_holds_text_or_keys_below_it(string state, bool present) =>
        Assert.Equal(present, Engine.Of(_forbidden, _states[state]).Count == 1);

    [Theory]
    [InlineData("absent", true)]
    [InlineData("null", true)]
    [InlineData("empty", true)]
    [InlineData("text", false)]
    [InlineData("keys below", false)]
    public void A_required_key_is_missed_where_it_holds_nothing(string state, bool missed) =>
        Assert.Equal(missed, Engine.Of(_required, _states[state]).Count == 1);

    [Theory]
    [InlineData("absent", false)]
    [InlineData("null", false)]
    [InlineData("empty", false)]
    [InlineData("text", true)]
    [InlineData("keys below", true)]
    public void To_require_that_a_key_is_not_present_is_to_forbid_it(string state, bool broken) =>
        Assert.Equal(broken, Engine.Of(new("Section:Key", Verb.Require, Condition.Present(false)), _states[state]).Count == 1);

    [Theory]
    [MemberData(nameof(EveryCondition))]
    public void An_absent_key_never_breaks_forbid(Condition condition) =>
        Assert.Empty(Engine.Of(new("Section:Key", Verb.Forbid, condition), _states["absent"]));

    [Theory]
    [MemberData(nameof(ConditionsOnAValue))]
    public void An_absent_key_breaks_require(Condition condition) =>
        Assert.Equal(["Section:Key"], Engine.Keys(new("Section:Key", Verb.Require, condition), _states["absent"]));

    [Theory]
    [MemberData(nameof(ConditionsOnAValue))]
    public void A_key_with_only_keys_below_it_breaks_require_of_a_value(Condition condition) =>
        Assert.Equal(["Section:Key"], Engine.Keys(new("Section:Key", Verb.Require, condition), _states["keys below"]));

    // Only null is bound to the default of a type.
    [Theory]
    [InlineData("absent")]
    [InlineData("keys below")]
    public void A_required_default_is_missed_where_nothing_sets_it(string state) => Assert.All(
        new[] { "false", "0", "00:00:00", "0001-01-01", "00000000-0000-0000-0000-000000000000" },
        text => Assert.Single(Engine.Of(new("Section:Key", Verb.Require, Condition.EqualTo(Literal.String(text))), _states[state])));

    [Theory]
    [InlineData("empty")]
    [InlineData("keys below")]
    public void Neither_empty_nor_a_section_is_a_forbidden_value(string state) => Assert.All(
        new[]
        {
            Condition.EqualTo(Literal.False), Condition.EqualTo(Literal.Number("0")), Condition.Like("**"), Condition.AtMost(0),
            Condition.SameOriginAs("Section:Key"),
        },
        condition => Assert.Empty(Engine.Of(new("Section:Key", Verb.Forbid, condition), _states[state])));

    public static TheoryData<Condition, bool> ReadingsOfNull => new()
    {
        { Condition.EqualTo(Literal.False), true },
        { Condition.EqualTo(Literal.Number("0")), true },
        { Condition.EqualTo(Literal.Number("0x0")), true },
        { Condition.EqualTo(Literal.Number("-0.0")), true },
        { Condition.EqualTo(Literal.String("false")), true },
        { Condition.EqualTo(Literal.String("0")), true },
        { Condition.EqualTo(Literal.String("00:00:00")), true },
        { Condition.EqualTo(Literal.String("{00000000-0000-0000-0000-000000000000}")), true },
        { Condition.EqualTo(Literal.String("0001-01-01T00:00:00")), true },
        { Condition.In(Literal.True, Literal.False), true },
        { Condition.AtMost(0), true },
        { Condition.AtLeast(0), true },
        { Condition.AtLeast(-1), true },
        { Condition.All(Condition.AtLeast(-1), Condition.AtMost(1)), true },
        { Condition.EqualTo(Literal.True), false },
        { Condition.EqualTo(Literal.Number("1")), false },
        { Condition.EqualTo(Literal.String("off")), false },
        { Condition.EqualTo(Literal.String("null")), false },
        { Condition.EqualTo(Literal.String("00:00:01")), false },
        { Condition.AtLeast(1), false },
        { Condition.AtMost(-1), false },
        { Condition.Like("**"), false },
        { Condition.Like("0"), false },
        { Condition.Present(true), false },
        { Condition.SameOriginAs("Section:Key"), false },
    };

    [Theory]
    [MemberData(nameof(ReadingsOfNull))]
    public void Null_is_also_the_default_of_a_value_type(Condition condition, bool isBroken) =>
        Assert.Equal(isBroken, Engine.Of(new("Section:Key", Verb.Forbid, condition), _states["null"]).Count > 0);

    [Fact]
    public void A_finding_of_the_default_says_so() => Assert.Equal(
        "Section:Key is null (a value type then has its default)",
        Engine.Of(new("Section:Key", Verb.Forbid, Condition.EqualTo(Literal.False)), _states["null"]).Single().Fact());

    [Fact]
    public void Null_and_empty_are_distinct()
    {
        Assert.Empty(Engine.Of(new("Section:Key", Verb.Forbid, Condition.EqualTo(Literal.Null)), _states["empty"]));
        Assert.Empty(Engine.Of(new("Section:Key", Verb.Forbid, Condition.EqualTo(Literal.String(""))), _states["null"]));
    }

    public static TheoryData<Condition> EveryCondition => [.. ConditionsOnAValue, Condition.Present(false)];

    public static TheoryData<Condition> ConditionsOnAValue =>
    [
        Condition.EqualTo(Literal.Null),
        Condition.EqualTo(Literal.True),
        Condition.EqualTo(Literal.False),
        Condition.EqualTo(Literal.Number("0")),
        Condition.EqualTo(Literal.String("")),
        Condition.In(Literal.Null, Literal.String("x")),
        Condition.Like("**"),
        Condition.AtLeast(0),
        Condition.AtMost(0),
        Condition.SameOriginAs("Section:Other"),
        Condition.All(Condition.Present(true), Condition.Like("*")),
    ];
}
