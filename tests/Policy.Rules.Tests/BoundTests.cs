namespace DecisionPolicies.Rules.Tests;

/// <summary>at-least and at-most.</summary>
public sealed class BoundTests
{
    [Theory]
    [InlineData("60", true)]
    [InlineData("60.0", true)]
    [InlineData(" 61 ", true)]
    [InlineData("0x3C", true)]
    [InlineData("6e1", true)]
    [InlineData("59.999", false)]
    [InlineData("-60", false)]
    [InlineData("0x3B", false)]
    [InlineData("sixty", false)]
    [InlineData("00:01:00", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void At_least_holds_from_its_bound_on(string? value, bool holds) => Assert.Equal(holds, Engine.Holds(Condition.AtLeast(60), value));

    [Theory]
    [InlineData("60", true)]
    [InlineData("59.999", true)]
    [InlineData("-60", true)]
    [InlineData("0x3C", true)]
    [InlineData("60.001", false)]
    [InlineData("0x3D", false)]
    [InlineData("sixty", false)]
    [InlineData("", false)]
    [InlineData(null, true)]
    public void At_most_holds_up_to_its_bound(string? value, bool holds) => Assert.Equal(holds, Engine.Holds(Condition.AtMost(60), value));

    // They bind to a double, so a limit at the end of decimal is not a limit.
    [Theory]
    [InlineData("1e30")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("Infinity")]
    [InlineData("0x10000000000000000")]
    [InlineData("\u00A01e30\u00A0")]
    public void A_number_that_no_decimal_holds_is_still_at_least(string value) => Assert.True(Engine.Holds(Condition.AtLeast(60), value));

    [Theory]
    [InlineData("-1e30")]
    [InlineData("-Infinity")]
    public void A_number_that_no_decimal_holds_is_still_at_most(string value) => Assert.True(Engine.Holds(Condition.AtMost(60), value));

    // They are 60 once they are bound to a double.
    [Theory]
    [InlineData("59.99999999999999999999")]
    [InlineData("60.00000000000000000001")]
    public void A_number_with_the_same_double_as_the_bound_is_at_the_bound(string value)
    {
        Assert.True(Engine.Holds(Condition.AtLeast(60), value));
        Assert.True(Engine.Holds(Condition.AtMost(60), value));
    }

    [Theory]
    [InlineData("sixty")]
    [InlineData("NaN")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_a_number_does_not_meet_a_required_bound(string? value) =>
        Assert.Single(Engine.Of(new("Key", Verb.Require, Condition.AtLeast(60)), new InMemorySettings { { "Key", value } }));
}
