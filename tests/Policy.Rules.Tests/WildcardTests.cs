namespace DecisionPolicies.Rules.Tests;

/// <summary>Which keys of a configuration a rule's key matches.</summary>
public sealed class WildcardTests
{
    [Theory]
    [InlineData("Servers:0", "Servers:0", "Servers:00", "Servers:000")]
    [InlineData("Servers:00", "Servers:00", "Servers:0", "Servers:000")]
    [InlineData("Servers:10", "Servers:10", "Servers:010")]
    [InlineData("Servers:0:Url")]
    [InlineData("Servers:*", "Servers:0", "Servers:00", "Servers:000", "Servers:1", "Servers:10", "Servers:010", "Servers:0x")]
    public void An_index_is_meant_in_every_spelling(string key, params string[] broken)
    {
        var settings = new InMemorySettings
        {
            { "Servers:0", "x" }, { "Servers:00", "x" }, { "Servers:000", "x" }, { "Servers:1", "x" }, { "Servers:10", "x" }, { "Servers:010", "x" },
            { "Servers:0x", "x" },
        };

        Assert.Equal(broken, Engine.Keys(new ConfigurationRule(key, Verb.Forbid, Condition.Present(true)), settings));
    }

    [Fact]
    public void An_exception_means_every_spelling_of_an_index_too() => Assert.Equal(
        ["Servers:1"],
        Engine.Keys(
            new ConfigurationRule("Servers:*", Verb.Forbid, Condition.Present(true)) { Except = [KeyPattern.Parse("Servers:0")] },
            new InMemorySettings { { "Servers:0", "x" }, { "Servers:00", "x" }, { "Servers:1", "x" } }));

    private static readonly InMemorySettings _servers = new()
    {
        { "Servers:0:Kind", "oauth" },
        { "Servers:1:Kind", "plain" },
        { "Servers:main:Kind", "oauth" },
        { "Servers:main:Nested:Kind", "oauth" },
        { "Other:0:Kind", "oauth" },
        { "Kind", "oauth" },
    };

    [Theory]
    [InlineData("Kind", new[] { "Kind" })]
    [InlineData("Servers:0:Kind", new[] { "Servers:0:Kind" })]
    [InlineData("Servers:1:Kind", new string[0])]
    [InlineData("Servers:*:Kind", new[] { "Servers:0:Kind", "Servers:main:Kind" })]
    [InlineData("*:0:Kind", new[] { "Servers:0:Kind", "Other:0:Kind" })]
    [InlineData("Servers:*:*:Kind", new[] { "Servers:main:Nested:Kind" })]
    [InlineData("Servers:main:**", new[] { "Servers:main:Kind", "Servers:main:Nested:Kind" })]
    [InlineData("Servers:**:Kind", new[] { "Servers:0:Kind", "Servers:main:Kind", "Servers:main:Nested:Kind" })]
    [InlineData("**:Nested:Kind", new[] { "Servers:main:Nested:Kind" })]
    [InlineData("**:Servers:0:Kind", new[] { "Servers:0:Kind" })]
    [InlineData("Nowhere:*:Kind", new string[0])]
    [InlineData("Servers:*", new string[0])]
    public void A_key_matches(string key, string[] broken) => Assert.Equal(
        broken.Order(StringComparer.Ordinal),
        Engine.Keys(new(key, Verb.Forbid, Condition.EqualTo(Literal.String("oauth"))), _servers).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("SERVERS:MAIN:KIND")]
    [InlineData("servers:*:kind")]
    [InlineData("servers:**:NESTED:kind")]
    public void Keys_are_compared_without_case(string key) =>
        Assert.NotEmpty(Engine.Keys(new(key, Verb.Forbid, Condition.EqualTo(Literal.String("oauth"))), _servers));

    [Fact]
    public void What_follows_a_wildcard_may_be_missing()
    {
        var settings = new InMemorySettings { { "Servers:a:Audience", "x" }, { "Servers:b:Url", "y" } };

        Assert.Equal(["Servers:b:Audience"], Engine.Keys(new("Servers:*:Audience", Verb.Require, Condition.Present(true)), settings));
    }

    [Fact]
    public void A_wildcard_that_matches_nothing_demands_nothing() =>
        Assert.Empty(Engine.Of(new("Nowhere:*:Audience", Verb.Require, Condition.Present(true)), _servers));

    [Fact]
    public void Two_stars_do_not_demand_a_key_below_the_very_value_that_meets_the_demand()
    {
        var settings = new InMemorySettings { { "Gateway:Enabled", "true" } };

        Assert.Empty(Engine.Keys(new("Gateway:**:Enabled", Verb.Require, Condition.EqualTo(Literal.True)), settings));
    }

    [Fact]
    public void An_exact_key_is_looked_up_and_nothing_is_walked()
    {
        var settings = new InMemorySettings { { "A:B", "x" } };

        Engine.Of(new("A:B", Verb.Forbid, Condition.EqualTo(Literal.String("x"))), settings);

        Assert.Equal(0, settings.Walks);
    }

    [Fact]
    public void Only_the_keys_below_the_literal_prefix_are_walked()
    {
        var settings = new InMemorySettings { { "A:B:0:C", "x" }, { "A:B:1:C", "x" }, { "Z:0:C", "x" } };

        Engine.Of(new("A:B:*:C", Verb.Forbid, Condition.EqualTo(Literal.String("x"))), settings);

        Assert.Equal(1, settings.Walks);
    }

    [Fact]
    public void Two_stars_walk_each_key_no_more_than_twice()
    {
        var settings = new InMemorySettings { { string.Join(':', Enumerable.Repeat("n", 20)), "x" } };

        Engine.Of(new("n:**:Leaf", Verb.Forbid, Condition.EqualTo(Literal.True)), settings);

        Assert.InRange(settings.Walks, 20, 40);
    }

    [Theory]
    [InlineData("**:Enabled")]
    [InlineData("*:Enabled")]
    public void A_key_whose_text_is_empty_is_not_the_root(string key)
    {
        // An environment variable such as __CF_USER_TEXT_ENCODING has an empty first segment.
        var settings = new InMemorySettings { { ":CF_USER_TEXT_ENCODING", "x" }, { ":Enabled", "true" }, { "", "x" } };

        Assert.Equal([":Enabled"], Engine.Keys(new(key, Verb.Forbid, Condition.EqualTo(Literal.True)), settings));
    }

    [Fact]
    public void A_wildcard_for_one_segment_does_not_reach_the_root()
    {
        var settings = new InMemorySettings { { ":X", "x" }, { "Enabled", "true" } };

        Assert.Empty(Engine.Keys(new("*:Enabled", Verb.Forbid, Condition.EqualTo(Literal.True)), settings));
    }

    [Fact]
    public void A_section_whose_values_are_all_taken_back_is_not_present()
    {
        var settings = new InMemorySettings { { "Endpoint:Path", "" }, { "Endpoint:Old:Path", null } };

        Assert.Empty(Engine.Keys(new("Endpoint", Verb.Forbid, Condition.Present(true)), settings));
    }

    [Theory]
    [InlineData("Routes:*:Path", "Routes:catalogue:Path")]
    [InlineData("Routes:*:Path", "ROUTES:Catalogue:path")]
    [InlineData("**:Path", "Routes:catalogue:Path")]
    [InlineData("**:Path", "Routes:catalogue:**")]
    public void A_rule_does_not_speak_about_a_key_that_it_excepts(string key, string except)
    {
        var settings = new InMemorySettings { { "Routes:catalogue:Path", "/register" }, { "Routes:login:Path", "/register" } };
        var rule = new ConfigurationRule(key, Verb.Forbid, Condition.EqualTo(Literal.String("/register"))) { Except = ValueList.Of(KeyPattern.Parse(except)) };

        Assert.Equal(["Routes:login:Path"], Engine.Keys(rule, settings));
    }

    [Theory]
    [InlineData("A:*", "A:b", true)]
    [InlineData("A:*", "a:B", true)]
    [InlineData("A:*", "A", false)]
    [InlineData("A:*", "A:b:c", false)]
    [InlineData("A:*", "B:b", false)]
    [InlineData("A:**", "A", true)]
    [InlineData("A:**", "A:b:c", true)]
    [InlineData("A:**:C", "A:b:c", true)]
    [InlineData("A:**:C", "A:C", true)]
    [InlineData("A:**:C", "A", false)]
    [InlineData("A:**:C", "A:b:d", false)]
    [InlineData("**:C", "C", true)]
    [InlineData("**:A:*:C", "x:y:a:b:c", true)]
    public void A_pattern_matches_the_keys_that_its_segments_fit(string pattern, string key, bool matches) =>
        Assert.Equal(matches, KeyPattern.Parse(pattern).Matches(key));
}
