namespace DecisionPolicies.Rules.Tests;

/// <summary>The limits of keys, patterns and depths. Up to each, everything works, on a small stack too; beyond it, an error says so.</summary>
public sealed class LimitTests
{
    private static string Key(int segments) => string.Join(":", Enumerable.Repeat("A", segments));

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, "The key has 65 segments. The limit is 64.")]
    [InlineData(512, "The key has 512 segments. The limit is 64.")]
    [InlineData(12_000, "The key is 23,999 characters long. The limit is 1,024.")]
    public void A_key_has_at_most_64_segments(int segments, string? expected)
    {
        KeyPattern.TryParse(Key(segments), out _, out var fault);

        Assert.Equal(expected, fault);
    }

    [Theory]
    [InlineData(1024, null)]
    [InlineData(1025, "The key is 1,025 characters long. The limit is 1,024.")]
    public void A_key_has_at_most_1024_characters(int length, string? expected)
    {
        KeyPattern.TryParse(new string('x', length), out _, out var fault);

        Assert.Equal(expected, fault);
    }

    public static TheoryData<string> Long => [Key(12_000), new string('x', 1025), string.Join("/", Enumerable.Repeat("a", 65))];

    [Theory]
    [MemberData(nameof(Long))]
    public void A_pattern_has_the_same_limits(string pattern)
    {
        Assert.Throws<FormatException>(() => Condition.Like("*", pattern));
        Assert.Throws<FormatException>(() => Condition.RouteTo("*", pattern));
        Assert.Throws<FormatException>(() => EndpointPattern.Parse("GET /" + pattern));
    }

    [Fact]
    public void A_pattern_that_is_too_long_is_called_a_pattern() =>
        Assert.Equal("The pattern is 1,025 characters long. The limit is 1,024.", Glob.FaultOf(new('x', 1025)));

    [Fact]
    public void A_symbol_has_at_most_1024_characters()
    {
        Assert.NotNull(SymbolId.Parse("T:" + new string('x', 1022)));
        Assert.Throws<FormatException>(() => SymbolId.Parse("T:" + new string('x', 1023)));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("*")]
    [InlineData("**")]
    public void A_key_of_the_most_segments_works_on_a_small_stack(string first) => SmallStack.Run(() =>
    {
        var pattern = KeyPattern.Parse($"{first}:{Key(63)}");
        var any = KeyPattern.Parse($"{Key(63)}:**");
        var settings = Settings(64);

        Assert.Equal(Key(64), Assert.Single(Engine.Keys(new(pattern, Verb.Forbid, Condition.EqualTo(Literal.True)), settings)));
        Assert.True(pattern.Overlaps(any));
        Assert.True(any.Overlaps(pattern));
        Assert.Equal(KeyReach.Key, pattern.Reach(Key(64).Split(':')) & KeyReach.Key);
        Assert.True(pattern.Matches(Key(64)));
        Assert.False(pattern.Matches(Key(20_000) + ":B"));
        Assert.Equal(first == "**" ? KeyReach.Below : KeyReach.None, pattern.Reach([.. Key(20_000).Split(':'), "B"]) & KeyReach.Below);
    });

    [Fact]
    public void A_search_through_any_segments_goes_down_to_the_limit() => SmallStack.Run(() =>
        Assert.Equal([Key(64)], Engine.Keys(new("**:A", Verb.Forbid, Condition.EqualTo(Literal.True)), Settings(64))));

    [Theory]
    [InlineData(66)]
    [InlineData(20_000)]
    public void A_key_that_a_search_does_not_reach_breaks_the_rule(int depth) => SmallStack.Run(() =>
    {
        var finding = Assert.Single(Engine.Of(new("**:A", Verb.Forbid, Condition.EqualTo(Literal.True)), Settings(depth)));

        Assert.Equal((Key(64), SettingState.TooDeep), (finding.Key, finding.State));
        Assert.Equal($"{Key(64)} has settings below it that are too deep to be judged (more than 64 segments)", finding.Fact());
    });

    [Theory]
    [InlineData(Verb.Forbid)]
    [InlineData(Verb.Require)]
    public void What_is_too_deep_to_be_found_is_never_taken_for_nothing(Verb verb) => SmallStack.Run(() => Assert.Contains(
        Engine.Of(new("A", verb, Condition.Present(true)), Settings(20_000)), finding => finding.State == SettingState.TooDeep));

    [Fact]
    public void A_precondition_that_does_not_reach_a_key_breaks_the_rule() => SmallStack.Run(() =>
    {
        var when = new Precondition("**:Kind", Condition.EqualTo(Literal.True));

        Assert.Contains(
            Engine.Of(new("A", Verb.Forbid, Condition.Present(true)) { When = ValueList.Of(when) }, Settings(20_000)),
            finding => finding.State == SettingState.TooDeep);
    });

    [Fact]
    public void Of_several_places_that_are_too_deep_the_first_is_named() => Assert.Equal(
        "A", Assert.Single(Engine.Of(
            new("**:X", Verb.Forbid, Condition.Present(true)),
            new InMemorySettings { { Key(70), "1" }, { "B" + Key(70)[1..], "1" } })).Key[..1]);

    [Fact]
    public void Nothing_at_the_last_level_is_nothing() => Assert.Empty(
        Engine.Of(new("A", Verb.Forbid, Condition.Present(true)), new InMemorySettings { { Key(65), null } }));

    [Fact]
    public void A_judgement_forgets_that_another_one_was_cut_off()
    {
        Assert.NotEmpty(Engine.Of(new("**:A", Verb.Forbid, Condition.EqualTo(Literal.True)), Settings(66)));
        Assert.Empty(Engine.Of(new("**:A", Verb.Forbid, Condition.EqualTo(Literal.False)), Settings(60)));
    }

    [Fact]
    public void A_route_of_very_many_optional_segments_is_compared_on_a_small_stack() => SmallStack.Run(() =>
    {
        var route = "/register" + string.Concat(Enumerable.Repeat(".{x?}", 20_000));

        Assert.True(Engine.Holds(Condition.RouteTo("/register"), route));
        Assert.False(Engine.Holds(Condition.RouteTo("/connect"), route));
        Assert.False(Engine.Holds(Condition.RouteTo("/connect"), "/.{x?}"));
    });

    // One key of that many segments, which is true.
    private static DeepSettings Settings(int depth) => new(Key(depth));

    private sealed class DeepSettings(string only) : ISettings
    {
        public bool TryRead(string key, out string? value)
        {
            var isSet = key == only;
            value = isSet ? "true" : null;
            return isSet;
        }

        public IReadOnlyList<string> Children(string? key) =>
            key is null ? ["A"] : only.Length > key.Length && only.StartsWith(key, StringComparison.Ordinal) && only[key.Length] == ':' ? ["A"] : [];

        public string Below(string? key, string segment) => key is null ? segment : $"{key}:{segment}";

        public string? SourceOf(string key) => null;
    }
}
