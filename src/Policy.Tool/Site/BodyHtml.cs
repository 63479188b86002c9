using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DecisionPolicies.Tool.Site;

/// <summary>
/// Renders HTML in a record as its words, without the tags that only arrange them. An image is named, a comment is left out, and every
/// other tag is shown as text.
/// </summary>
internal static partial class BodyHtml
{
    /// <summary>Makes a renderer do this.</summary>
    /// <param name="renderer">The renderer.</param>
    public static void Install(HtmlRenderer renderer)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlBlockRenderer>(new Block());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlInlineRenderer>(new Inside());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new Wide());
        if (renderer.ObjectRenderers.FindExact<CodeBlockRenderer>() is { } code) code.OutputAttributesOnPre = true;
    }

    [GeneratedRegex(@"\A<br\s*/?>\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?(?:p|br|div|span|center|details|summary|b|i|u|em|strong|small|sub|sup|kbd)(?:\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Arrangement();

    [GeneratedRegex(@"<img\s[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Image();

    [GeneratedRegex("""\s(?<name>alt|src)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)')""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ImageWords();

    // The result is still text, which the caller escapes.
    private static string Words(string html) => Arrangement().Replace(Image().Replace(WithoutComments(html), NameOf), "").Trim();

    // A comment that does not end is text. A pattern would look for its end again at each start of another.
    private static string WithoutComments(string html)
    {
        var words = new StringBuilder();
        for (var start = 0; ;)
        {
            var comment = html.IndexOf("<!--", start, StringComparison.Ordinal);
            var end = comment < 0 ? -1 : html.IndexOf("-->", comment + 4, StringComparison.Ordinal);
            if (end < 0) return words.Append(html, start, html.Length - start).ToString();
            words.Append(html, start, comment - start);
            start = end + 3;
        }
    }

    private static string NameOf(Match image)
    {
        var words = ImageWords()
            .Matches(image.Value)
            .OrderBy(match => match.Groups["name"].Value, StringComparer.OrdinalIgnoreCase)
            .Select(match => match.Groups["value"].Value.Trim());
        return $"image: {string.Join(", ", words.Where(word => word.Length > 0))}";
    }

    private sealed class Block : HtmlObjectRenderer<HtmlBlock>
    {
        protected override void Write(HtmlRenderer renderer, HtmlBlock block)
        {
            var words = Words(block.Lines.ToString());
            if (words.Length == 0) return;
            renderer.EnsureLine();
            renderer.Write("<p class=\"markup\">").WriteEscape(words).WriteLine("</p>");
        }
    }

    private sealed class Inside : HtmlObjectRenderer<HtmlInline>
    {
        protected override void Write(HtmlRenderer renderer, HtmlInline inline)
        {
            if (Break().IsMatch(inline.Tag)) renderer.WriteLine("<br>");
            else renderer.WriteEscape(Words(inline.Tag));
        }
    }

    // A table that is wider than the page scrolls inside its own frame.
    private sealed class Wide : HtmlObjectRenderer<Table>
    {
        private readonly HtmlTableRenderer _table = new();
        private int _count;

        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.EnsureLine();
            renderer.WriteLine($"<div class=\"wide\" role=\"region\" aria-label=\"Table {++_count}\" tabindex=\"0\">");
            _table.Write(renderer, table);
            renderer.EnsureLine();
            renderer.WriteLine("</div>");
        }
    }
}
