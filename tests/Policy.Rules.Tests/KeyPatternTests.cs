namespace DecisionPolicies.Rules.Tests;

/// <summary>Which texts are keys, and what is said of the others.</summary>
public sealed class KeyPatternTests
{
    [Theory]
    [InlineData("", "The key is empty. Write one, as in 'Gateway:Registration:Enabled'.")]
    [InlineData("  \t", "The key is empty. Write one, as in 'Gateway:Registration:Enabled'.")]
    [InlineData("A::B", "The key 'A::B' has an empty segment. Remove the extra ':'.")]
    [InlineData(":A", "The key ':A' has an empty segment. Remove the extra ':'.")]
    [InlineData(" A: ", "The key 'A:' has an empty segment. Remove the extra ':'.")]
    [InlineData("A: B", "The key 'A: B' has white space next to a ':'. Remove it.")]
    [InlineData("A__B", "The key 'A__B' has '__', which separates segments only in environment variables. Write ':'.")]
    [InlineData("A:B*", "In the key 'A:B*', 'B*' mixes a wildcard with text. Write '*' as a segment of its own.")]
    [InlineData("A:***:B", "In the key 'A:***:B', '***' mixes a wildcard with text. Write '*' as a segment of its own.")]
    [InlineData("A:**:**:B", "The key 'A:**:**:B' has '**' more than once. Keep one; it matches any number of segments.")]
    [InlineData("**:A:**", "The key '**:A:**' has '**' more than once. Keep one; it matches any number of segments.")]
    [InlineData("*", "The key '*' has only wildcards. Write at least one segment that is not a wildcard.")]
    [InlineData("**:*", "The key '**:*' has only wildcards. Write at least one segment that is not a wildcard.")]
    public void A_text_that_is_not_a_key_is_explained(string text, string fault)
    {
        Assert.False(KeyPattern.TryParse(text, out var pattern, out var told));
        Assert.Equal((null, fault), (pattern, told));
    }

    [Fact]
    public void A_rule_on_a_text_that_is_not_a_key_cannot_be_made() => Assert.Equal(
        "The key 'A::B' has an empty segment. Remove the extra ':'.",
        Assert.Throws<FormatException>(() => new ConfigurationRule("A::B", Verb.Forbid, Condition.Present(true))).Message);

    [Fact]
    public void A_precondition_on_a_text_that_is_not_a_key_cannot_be_made() => Assert.Equal(
        "The key is empty. Write one, as in 'Gateway:Registration:Enabled'.", Assert.Throws<FormatException>(
            () => new Precondition("", Condition.Present(true))).Message);

    // No configuration has such a key, so the rule would be dead in silence.
    [Theory]
    [InlineData("Gateway: Registration")]
    [InlineData("Gateway :Registration")]
    public void White_space_around_a_segment_is_a_fault(string text) => Assert.False(KeyPattern.TryParse(text, out _, out _));

    [Theory]
    [InlineData("Enabled", true, 0)]
    [InlineData("  Gateway:Registration:Enabled ", true, 0)]
    [InlineData("Logging:LogLevel:Microsoft.Hosting", true, 0)]
    [InlineData("A_B:c d:é", true, 0)]
    [InlineData("Servers:*", false, 1)]
    [InlineData("*:a:*:b", false, 2)]
    [InlineData("Servers:**:Kind", false, 0)]
    [InlineData("**:*:Kind", false, 1)]
    public void A_key_knows_whether_it_is_exact_and_how_many_wildcards_it_has(string text, bool isExact, int wildcards)
    {
        var key = KeyPattern.Parse(text);

        Assert.Equal((text.Trim(), isExact, wildcards), (key.Text, key.IsExact, key.Wildcards));
    }

    [Theory]
    [InlineData("A:*:C", "A:B:C", true, false)]
    [InlineData("A:B:C", "A:*:C", true, true)]
    [InlineData("A:*:C", "a:*:c", true, true)]
    [InlineData("A:*:C", "A:**:C", true, true)]
    [InlineData("A:**:C", "A:*:C", true, false)]
    [InlineData("**:Path", "Routes:x:**", true, false)]
    [InlineData("**:Path", "*:Path", true, false)]
    [InlineData("A:*", "A:*:C", false, false)]
    [InlineData("A:*", "B:*", false, false)]
    [InlineData("A:**:C", "A", false, false)]
    [InlineData("A:**:C", "A:C", true, false)]
    [InlineData("A:**:C", "A:b:D", false, false)]
    [InlineData("A:**:C", "A:b:C:D", false, false)]
    [InlineData("A:**", "A", true, false)]
    [InlineData("A", "A:**", true, true)]
    [InlineData("A:C", "A:**:A:C", false, false)]
    [InlineData("A:**", "B:C", false, false)]
    public void Two_patterns_may_have_keys_in_common_and_one_may_cover_the_other(string a, string b, bool overlap, bool covers)
    {
        Assert.Equal(overlap, KeyPattern.Parse(a).Overlaps(KeyPattern.Parse(b)));
        Assert.Equal(overlap, KeyPattern.Parse(b).Overlaps(KeyPattern.Parse(a)));
        Assert.Equal(covers, KeyPattern.Parse(b).Covers(KeyPattern.Parse(a)));
    }

    // Only the rule's own segments need to be known, so that a section of which the name is decided at run time counts as well.
    [Theory]
    [InlineData("A:B", "", "Below")]
    [InlineData("A:B", "A", "Below")]
    [InlineData("A:B", "X", "None")]
    [InlineData("A:B", "A:B", "Key")]
    [InlineData("A:B", "a:b", "Key")]
    [InlineData("A:B", "A:X", "None")]
    [InlineData("A:B", "A:B:C", "Above")]
    [InlineData("A:B", "A:X:C", "None")]
    [InlineData("A:B", "?", "Below")]
    [InlineData("A:B", "?:B", "Key")]
    [InlineData("A:B", "?:X", "None")]
    [InlineData("A:B", "A:?:?", "Above")]
    [InlineData("A:*:C", "A", "Below")]
    [InlineData("A:*:C", "A:x", "Below")]
    [InlineData("A:*:C", "A:x:C", "Key")]
    [InlineData("A:*:C", "A:?:C", "Key")]
    [InlineData("A:*:C", "A:x:X", "None")]
    [InlineData("A:*:C", "A:x:C:d", "Above")]
    [InlineData("A:**", "", "Below")]
    [InlineData("A:**", "A", "Key, Below")]
    [InlineData("A:**", "A:b", "Above, Key, Below")]
    [InlineData("A:**", "X:b", "None")]
    [InlineData("A:**:C", "A", "Below")]
    [InlineData("A:**:C", "A:b", "Below")]
    [InlineData("A:**:C", "A:C", "Key, Below")]
    [InlineData("A:**:C", "A:b:C", "Key, Below")]
    [InlineData("A:**:C", "A:C:b", "Above, Below")]
    [InlineData("A:**:C", "A:?:?:?", "Above, Key, Below")]
    [InlineData("**:C", "", "Below")]
    [InlineData("**:C", "C", "Key, Below")]
    public void A_pattern_says_which_keys_it_may_match_around_a_key_with_unknown_segments(string pattern, string path, string reach) =>
        Assert.Equal(reach,
            KeyPattern.Parse(pattern).Reach([.. path.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(segment => segment == "?" ? null : segment)])
                .ToString());
}
