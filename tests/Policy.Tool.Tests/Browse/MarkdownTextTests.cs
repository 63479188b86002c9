using DecisionPolicies.Records.Markdown;
using Markdig;

namespace DecisionPolicies.Tool.Tests.Browse;

/// <summary>Text of a record stays text in Markdown.</summary>
public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("plain words, client_id and https://example.org/~a/b_c?x=1&y=2#z")]
    [InlineData("*a* _b_ __c__ `d` ~~e~~ [f](g) ![h](i) <j> <!-- k --> | l \\ m")]
    [InlineData("# heading")]
    [InlineData("> quotation")]
    [InlineData("- list")]
    [InlineData("+ list")]
    [InlineData("12. list")]
    [InlineData("3) list")]
    [InlineData("===")]
    [InlineData("---")]
    [InlineData("&amp; &lt; &#35; & &x")]
    [InlineData("<script>alert(1)</script>")]
    public void A_reader_sees_the_text_unchanged(string text)
    {
        var html = Markdown.ToHtml(EscapedText.OfLine(text)).Trim();
        Assert.Equal($"<p>{System.Net.WebUtility.HtmlEncode(text).Replace("&#39;", "'", StringComparison.Ordinal)}</p>", html);
    }
}
