namespace DecisionPolicies.Rules.Tests;

/// <summary>Rules that apply only when other keys hold something.</summary>
public sealed class PreconditionTests
{
    private static ConfigurationRule Rule(string key, params Precondition[] when) =>
        new(key, Verb.Forbid, Condition.Like("**/register")) { When = ValueList.Of(when) };

    [Theory]
    [InlineData("oauth", true)]
    [InlineData(" OAuth ", true)]
    [InlineData("catalogue", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_rule_applies_only_where_its_precondition_holds(string? kind, bool broken)
    {
        var settings = new InMemorySettings { { "Path", "/register" }, { "Kind", kind } };

        Assert.Equal(broken, Engine.Of(Rule("Path", new Precondition("Kind", Condition.EqualTo(Literal.String("oauth")))), settings).Count == 1);
    }

    [Fact]
    public void A_precondition_on_a_missing_key_does_not_hold() => Assert.Empty(Engine.Of(
        Rule("Path", new Precondition("Kind", Condition.EqualTo(Literal.String("oauth")))), new InMemorySettings { { "Path", "/register" } }));

    [Fact]
    public void A_precondition_may_ask_that_a_key_is_missing() => Assert.Single(Engine.Of(
        Rule("Path", new Precondition("Kind", Condition.Present(false))), new InMemorySettings { { "Path", "/register" } }));

    [Fact]
    public void Every_precondition_must_hold()
    {
        var settings = new InMemorySettings { { "Path", "/register" }, { "A", "true" }, { "B", "false" } };
        var a = new Precondition("A", Condition.EqualTo(Literal.True));
        var b = new Precondition("B", Condition.EqualTo(Literal.True));

        Assert.Empty(Engine.Of(Rule("Path", a, b), settings));
    }

    [Fact]
    public void A_wildcard_matches_the_same_segment_as_in_the_rules_key()
    {
        var settings = new InMemorySettings
        {
            { "Routes:catalogue:Path", "/servers/register" },
            { "Routes:catalogue:Kind", "catalogue" },
            { "Routes:login:Path", "/oauth/register" },
            { "Routes:login:Kind", "oauth" },
            { "Routes:plain:Path", "/register" },
        };

        Assert.Equal(
            ["Routes:login:Path"],
            Engine.Keys(Rule("Routes:*:Path", new Precondition("Routes:*:Kind", Condition.EqualTo(Literal.String("oauth")))), settings));
    }

    [Fact]
    public void What_any_segments_follow_is_bound_segment_by_segment_and_for_every_match()
    {
        var settings = new InMemorySettings
        {
            { "Routes:a:bc:Path", "/register" },
            { "Routes:ab:c:Path", "/register" },
            { "Routes:d:e:Path", "/register" },
            { "Kinds:ab:c:x:Kind", "oauth" },
            { "Kinds:d:e:x:y:Kind", "oauth" },
        };

        Assert.Equal(
            ["Routes:ab:c:Path", "Routes:d:e:Path"],
            Engine.Keys(Rule("Routes:*:*:Path", new Precondition("Kinds:*:*:**:Kind", Condition.EqualTo(Literal.String("oauth")))), settings).Order());
    }

    [Fact]
    public void Each_of_several_wildcards_matches_its_own_segment()
    {
        var settings = new InMemorySettings
        {
            { "Hosts:a:Routes:0:Path", "/register" },
            { "Hosts:b:Routes:0:Path", "/register" },
            { "Kinds:a:0", "plain" },
            { "Kinds:a:1", "oauth" },
            { "Kinds:b:0", "oauth" },
            { "Kinds:0:b", "plain" },
        };

        Assert.Equal(
            ["Hosts:b:Routes:0:Path"],
            Engine.Keys(Rule("Hosts:*:Routes:*:Path", new Precondition("Kinds:*:*", Condition.EqualTo(Literal.String("oauth")))), settings));
    }

    [Fact]
    public void A_precondition_may_speak_of_fewer_wildcards_than_the_rule()
    {
        var settings = new InMemorySettings
        {
            { "Hosts:a:Routes:0:Path", "/register" },
            { "Hosts:b:Routes:0:Path", "/register" },
            { "Hosts:b:Kind", "oauth" },
        };

        Assert.Equal(
            ["Hosts:b:Routes:0:Path"],
            Engine.Keys(Rule("Hosts:*:Routes:*:Path", new Precondition("Hosts:*:Kind", Condition.EqualTo(Literal.String("oauth")))), settings));
    }

    [Fact]
    public void If_a_precondition_matches_several_keys_one_is_enough()
    {
        var settings = new InMemorySettings { { "Path", "/register" }, { "Kinds:a:Kind", "plain" }, { "Kinds:b:Kind", "oauth" } };

        Assert.Single(Engine.Of(Rule("Path", new Precondition("Kinds:**:Kind", Condition.EqualTo(Literal.String("oauth")))), settings));
    }

    [Fact]
    public void A_segment_named_like_a_wildcard_matches_itself()
    {
        var settings = new InMemorySettings
        {
            { "Routes:*:Path", "/register" },
            { "Routes:*:Kind", "catalogue" },
            { "Routes:login:Kind", "oauth" },
        };

        Assert.Empty(Engine.Of(Rule("Routes:*:Path", new Precondition("Routes:*:Kind", Condition.EqualTo(Literal.String("oauth")))), settings));
    }
}
