namespace DecisionPolicies.Rules.Tests;

/// <summary>A mapping of several operators.</summary>
public sealed class SeveralOperatorsTests
{
    private static readonly Condition _between = Condition.All(Condition.AtLeast(1024), Condition.AtMost(65535));

    [Theory]
    [InlineData("1024", true)]
    [InlineData("65535", true)]
    [InlineData("80", false)]
    [InlineData("70000", false)]
    public void All_operators_must_hold(string value, bool holds) => Assert.Equal(holds, Engine.Holds(_between, value));

    [Theory]
    [InlineData("8080", false)]
    [InlineData("80", true)]
    [InlineData("70000", true)]
    public void To_require_several_is_missed_where_one_fails(string value, bool broken) =>
        Assert.Equal(broken, Engine.Of(new("Port", Verb.Require, _between), new InMemorySettings { { "Port", value } }).Count == 1);
}
