using System.Globalization;

namespace DecisionPolicies.Rules.Tests;

/// <summary>Text of a record or a configuration, made harmless to show.</summary>
public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Gateway:Registration:Enabled = true")]
    [InlineData("grün, 漢字")]
    [InlineData("a \U0001F642 b")]
    [InlineData("\U0001F642\U0001F642")]
    [InlineData("a\u00A0b\u202Fc \uFFFC\uFFFD \uE000")]
    public void Harmless_text_stays_as_it_is(string text) => Assert.Same(text, DisplayText.Neutralise(text));

    [Theory]
    [InlineData("\U0001F469\u200D\U0001F4BB an emoji of two")]
    [InlineData("\U0001F469\U0001F3FD\u200D\U0001F680 and a colour")]
    [InlineData("\u2764\uFE0F\u200D\U0001F525 and a form")]
    [InlineData("\u26A0\uFE0F a symbol as an emoji, \u2714\uFE0E and as a text")]
    [InlineData("1\uFE0F\u20E3 a key")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 Persian")]
    [InlineData("\u0915\u094D\u200D\u0937 Hindi")]
    [InlineData("\u845B\U000E0100\u57CE a name in Japanese")]
    public void What_a_script_or_an_emoji_needs_stays_as_it_is(string text) => Assert.Same(text, DisplayText.Neutralise(text));

    [Theory]
    [InlineData('\r')]
    [InlineData('\n')]
    [InlineData('\t')]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void What_would_break_a_line_becomes_a_space(char c) => Assert.Equal("a b", DisplayText.Neutralise($"a{c}b"));

    [Theory]
    [InlineData("a\0b", @"a\u0000b")]
    [InlineData("a\u001B[2Jb", @"a\u001B[2Jb")]
    [InlineData("a\u007F\u009B", @"a\u007F\u009B")]
    [InlineData("a\uFFFE\uFFFF", @"a\uFFFE\uFFFF")]
    [InlineData("a\u202Eb\u2066", @"a\u202Eb\u2066")]
    [InlineData("a\u200Bb", @"a\u200Bb")]
    [InlineData("\uFEFFa", @"\uFEFFa")]
    [InlineData("a\u00ADb\u034F", @"a\u00ADb\u034F")]
    [InlineData("a\u2065\u2800", @"a\u2065\u2800")]
    [InlineData("\u115F\u1160\u3164\uFFA0", @"\u115F\u1160\u3164\uFFA0")]
    [InlineData("a\uFE0Fb", @"a\uFE0Fb")]
    [InlineData("\u26A0\uFE0F\uFE0F", "\u26A0\uFE0F\\uFE0F")]
    [InlineData("\U0001F600\U000E0100", "\U0001F600\\U000E0100")]
    [InlineData("a\u200Db", @"a\u200Db")]
    [InlineData("\u0645\u200C", "\u0645\\u200C")]
    [InlineData("\u0645\u200D\u200D\u0645", "\u0645\\u200D\\u200D\u0645")]
    [InlineData("a\uFE0F\u200D\U0001F600", "a\\uFE0F\\u200D\U0001F600")]
    [InlineData("\U0001F3F4\U000E0067\U000E007F", "\U0001F3F4\\U000E0067\\U000E007F")]
    public void What_cannot_be_seen_is_shown_as_an_escape(string text, string shown)
    {
        Assert.Equal(shown, DisplayText.Neutralise(text));
        Assert.Equal(shown, DisplayText.Neutralise(shown));
    }

    [Fact]
    public void No_format_character_passes_between_letters()
    {
        for (var scalar = 0; scalar <= 0x10FFFF; scalar++)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(scalar) != UnicodeCategory.Format) continue;
            var text = char.ConvertFromUtf32(scalar);
            var escape = scalar > char.MaxValue ? $"\\U{scalar:X8}" : $"\\u{scalar:X4}";
            Assert.Equal($"a{escape}b", DisplayText.Visible($"a{text}b"));
            Assert.Equal("ab", DisplayText.WithoutInvisible($"a{text}b"));
        }
    }

    // Theory data cannot hold halves of characters.
    [Fact]
    public void Half_a_character_is_shown_as_an_escape()
    {
        Assert.Equal(@"\uD83Da", DisplayText.Neutralise("\uD83Da"));
        Assert.Equal(@"a\uD83D", DisplayText.Neutralise("a\uD83D"));
        Assert.Equal(@"\uDE42\uD83D", DisplayText.Neutralise("\uDE42\uD83D"));
    }
}
