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
    [InlineData("\u2065\u206A\u202F\uFFFC\uFFFD")]
    public void Harmless_text_stays_as_it_is(string text) => Assert.Equal(text, DisplayText.Neutralise(text));

    [Theory]
    [InlineData('\r')]
    [InlineData('\n')]
    [InlineData('\t')]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void What_would_break_a_line_becomes_a_space(char c) => Assert.Equal("a b", DisplayText.Neutralise($"a{c}b"));

    [Theory]
    [InlineData('\0')]
    [InlineData('\u001B')]
    [InlineData('\u007F')]
    [InlineData('\u009B')]
    [InlineData('\uFFFE')]
    [InlineData('\uFFFF')]
    public void What_could_drive_a_terminal_is_replaced(char c) => Assert.Equal("a\uFFFDb", DisplayText.Neutralise($"a{c}b"));

    [Theory]
    [InlineData('\u061C')]
    [InlineData('\u200E')]
    [InlineData('\u200F')]
    [InlineData('\u202A')]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    public void What_would_reorder_the_text_is_replaced(char c) => Assert.Equal("a\uFFFDb", DisplayText.Neutralise($"a{c}b"));

    // Theory data cannot hold halves of characters.
    [Fact]
    public void Half_a_character_is_replaced()
    {
        Assert.Equal("\uFFFDa", DisplayText.Neutralise("\uD83Da"));
        Assert.Equal("a\uFFFD", DisplayText.Neutralise("a\uD83D"));
        Assert.Equal("\uFFFD\uFFFD", DisplayText.Neutralise("\uDE42\uD83D"));
    }
}
