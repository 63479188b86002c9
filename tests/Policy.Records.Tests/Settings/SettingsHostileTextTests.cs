using CsCheck;
using DecisionPolicies.Settings;

namespace DecisionPolicies.Records.Tests.Settings;

/// <summary>Texts that nobody writes by accident. None makes the reader throw, and none keeps it busy.</summary>
[Trait("Category", "Law")]
public sealed class SettingsHostileTextTests
{
    private const int Many = 300_000;

    public static TheoryData<string, string> LongTexts => new()
    {
        { "opening braces", string.Concat(Enumerable.Repeat("{\"a\":", Many)) },
        { "elements", "{\"a\":[" + string.Concat(Enumerable.Repeat("1,", Many)) + "]}" },
        { "names", "{" + string.Concat(Enumerable.Range(0, Many).Select(i => $"\"n{i}\":1,")) + "}" },
        { "objects below a long key", "{\"" + new string('k', 1000) + "\":[" + string.Concat(Enumerable.Repeat("{},", Many)) + "]}" },
        { "colons", "{\"" + new string(':', Many) + "\":1}" },
        { "comments", "{" + string.Concat(Enumerable.Repeat("/**/", Many)) + "}" },
        { "comments that do not end", string.Concat(Enumerable.Repeat("/*", Many)) },
        { "lines", "{" + new string('\n', Many) + "}" },
        { "escapes", "{\"a\":\"" + string.Concat(Enumerable.Repeat("\\u00e9", Many)) + "\"}" },
        { "halves of characters", "{\"a\":\"" + new string('\uD800', Many) + "\"}" },
        { "digits", "{\"a\":" + new string('1', Many) + "}" },
        { "quotes", new string('"', Many) },
        { "backslashes", "{\"a\":\"" + new string('\\', Many) },
    };

    [Theory]
    [MemberData(nameof(LongTexts))]
    public void A_long_text_is_read_or_refused(string name, string text)
    {
        var file = SettingsReader.Read(text);

        Assert.True(file.Fault is not null || file.Root.Children.Count > 0 || name is "comments" or "lines");
    }

    [Fact]
    public void Every_fault_is_placed_in_its_text() => Law.CheckWhere(Gen.OneOf(JsonGen.Damaged, JsonGen.Pieces, JsonGen.AnyText), 3000, text =>
    {
        if (SettingsReader.Read(text).Fault is not { } fault) return false;
        var lines = text.Split(["\r\n", "\r", "\n"], StringSplitOptions.None);
        Assert.InRange(fault.Place.Line, 1, lines.Length);
        Assert.InRange(fault.Place.Column, 1, lines[fault.Place.Line - 1].Length + 1);
        return true;
    });

    // As deep as a key may be: the engine walks keys from one to the next below, and a thread's stack can be small.
    [Fact]
    public void The_deepest_key_can_be_judged_on_a_small_stack()
    {
        var deep = new string(':', PatternLimit.Segments - 1) + "x";
        var settings = new SettingsLayers([new("a.json", SettingsReader.Read($"{{ \"{deep}\": 1 }}"))]);
        var findings = new List<Finding>();

        SmallStack.Run(() => new ConfigurationRule("**:x", Verb.Forbid, Condition.Present(true)).Judge(settings, "Production", findings));

        Assert.Equal(deep, Assert.Single(findings).Key);
    }
}
