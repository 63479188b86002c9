namespace DecisionPolicies.Rules.Tests;

/// <summary>Rules that apply only in some host environments.</summary>
public sealed class EnvironmentTests
{
    private static readonly InMemorySettings _broken = new() { { "Key", "true" } };

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    [InlineData("")]
    public void A_rule_without_environments_applies_in_all(string environment) =>
        Assert.Single(Engine.Of(new("Key", Verb.Forbid, Condition.EqualTo(Literal.True)), _broken, environment));

    [Theory]
    [InlineData("Production", true)]
    [InlineData("PRODUCTION", true)]
    [InlineData("staging", true)]
    [InlineData("Development", false)]
    [InlineData("Prod", false)]
    [InlineData("", false)]
    public void A_rule_with_environments_applies_only_there(string environment, bool applies)
    {
        var rule = new ConfigurationRule("Key", Verb.Forbid, Condition.EqualTo(Literal.True)) { Environments = ValueList.Of("Production", "Staging") };

        Assert.Equal(applies, Engine.Of(rule, _broken, environment).Count == 1);
    }
}
