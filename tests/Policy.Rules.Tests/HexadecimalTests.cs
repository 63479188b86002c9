namespace DecisionPolicies.Rules.Tests;

/// <summary>
/// Hexadecimal with the top bit of a signed type set is negative to an option of that type and positive to a wider one. A rule
/// does not know the type, so it is broken where either reading breaks it.
/// </summary>
public sealed class HexadecimalTests
{
    [Theory]
    [InlineData("0xFF", "255", "-1")]
    [InlineData("0x80", "128", "-128")]
    [InlineData("0xFFFF", "65535", "-1")]
    [InlineData("0x8000", "32768", "-32768")]
    [InlineData("0xFFFFFFFF", "4294967295", "-1")]
    [InlineData("0x80000000", "2147483648", "-2147483648")]
    [InlineData("0xFFFFFFFFFFFFFFFF", "18446744073709551615", "-1")]
    [InlineData("0x8000000000000000", "9223372036854775808", "-9223372036854775808")]
    [InlineData("0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "340282366920938463463374607431768211455", "-1")]
    [InlineData(" &hfffe ", "65534", "-2")]
    [InlineData("#+0xFFFFFFFE", "4294967294", "-2")]
    [InlineData("0x0000FF", "255", "-1")]
    public void A_forbidden_number_is_recognised_in_both_readings(string value, string positive, string negative)
    {
        Assert.True(Engine.Holds(Condition.EqualTo(Literal.Number(positive)), value));
        Assert.True(Engine.Holds(Condition.EqualTo(Literal.Number(negative)), value));
    }

    [Theory]
    [InlineData("0x7F")]
    [InlineData("0x100")]
    [InlineData("0x7FFF")]
    [InlineData("0x10000")]
    [InlineData("0x7FFFFFFF")]
    [InlineData("0x100000000")]
    [InlineData("0x7FFFFFFFFFFFFFFF")]
    [InlineData("0x10000000000000000")]
    [InlineData("0x1FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    [InlineData("255")]
    [InlineData("FF")]
    public void What_no_signed_type_reads_as_negative_is_not(string value) => Assert.False(Engine.Holds(Condition.AtMost(-1), value));

    [Theory]
    [InlineData("0x100")]
    [InlineData("0x10000")]
    [InlineData("0x100000000")]
    [InlineData("0x10000000000000000")]
    public void The_first_number_that_a_type_is_too_narrow_for_is_not_read_as_nought(string value) =>
        Assert.False(Engine.Holds(Condition.EqualTo(Literal.Number("0")), value));

    [Theory]
    [InlineData("0xFFFFFFFF", true)]
    [InlineData("0x7FFFFFFF", false)]
    public void A_required_least_is_missed_where_one_reading_misses_it(string value, bool missed) => Assert.Equal(
        missed, Engine.Of(new("Key", Verb.Require, Condition.AtLeast(1)), new InMemorySettings { { "Key", value } }).Count == 1);

    // Whatever the option's type is, both bounds are about one number.
    [Fact]
    public void Operators_that_must_all_hold_are_judged_in_one_reading() =>
        Assert.False(Engine.Holds(Condition.All(Condition.AtLeast(1), Condition.AtMost(100)), "0xFFFFFFFF"));

    [Fact]
    public void A_required_hexadecimal_number_is_met_by_itself() => Assert.Empty(
        Engine.Of(new("Key", Verb.Require, Condition.EqualTo(Literal.Number("0xFF"))), new InMemorySettings { { "Key", "#ff" } }));

    [Fact]
    public void A_required_hexadecimal_number_is_not_met_by_its_negative_reading() => Assert.Single(
        Engine.Of(new("Key", Verb.Require, Condition.EqualTo(Literal.Number("0xFF"))), new InMemorySettings { { "Key", "-1" } }));

    [Fact]
    public void A_precondition_holds_where_one_reading_meets_it()
    {
        var rule = new ConfigurationRule("Key", Verb.Forbid, Condition.Present(true))
        {
            When = ValueList.Of(new Precondition("Timeout", Condition.EqualTo(Literal.Number("-1")))),
        };

        Assert.Single(Engine.Of(rule, new InMemorySettings { { "Key", "x" }, { "Timeout", "0xFFFFFFFF" } }));
    }

    [Fact]
    public void A_rule_that_both_readings_break_is_broken_once() => Assert.Single(
        Engine.Of(new("Key", Verb.Forbid, Condition.Present(true)), new InMemorySettings { { "Key", "0xFFFFFFFF" } }));

    [Theory]
    [MemberData(nameof(Facts))]
    public void The_finding_says_which_reading_breaks_the_rule(Verb verb, Condition condition, string fact) => Assert.Equal(
        fact, Assert.Single(Engine.Of(new("Key", verb, condition), new InMemorySettings { { "Key", "0xFFFFFFFF" } })).Fact());

    public static TheoryData<Verb, Condition, string> Facts => new()
    {
        { Verb.Forbid, Condition.EqualTo(Literal.Number("-1")), "Key = -1 (in another spelling)" },
        { Verb.Require, Condition.AtLeast(1), "Key is set (value withheld; its hexadecimal can be read as a negative number)" },
        { Verb.Require, Condition.AtMost(100), "Key is set (value withheld)" },
    };
}
