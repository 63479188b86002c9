using CsCheck;

namespace DecisionPolicies.Tool.Tests.Site;

/// <summary>Whatever a record says, its page runs no script, loads nothing, and holds only elements of our own choice.</summary>
[Trait("Category", "Law")]
public sealed class HostileTextTests : IDisposable
{
    private static readonly HashSet<string> _elements =
    [
        "html", "head", "meta", "link", "title", "style", "script", "body", "header", "main", "article", "section", "nav", "footer", "figure", "figcaption",
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td",
        "a", "time", "code", "pre", "em", "strong", "del", "br", "hr", "blockquote", "label", "input", "select", "option", "button",
        "svg", "g", "rect", "text", "path", "defs", "marker",
    ];

    private static readonly HashSet<string> _attributes =
    [
        "lang", "charset", "name", "content", "http-equiv", "rel", "href", "class", "id",
        "tabindex", "role", "hidden", "for", "type", "value", "autocomplete", "spellcheck",
        "scope", "title", "datetime", "start", "data-status", "data-words", "aria-label", "aria-labelledby", "aria-current",
        "width", "height", "viewBox", "x", "y", "rx", "d", "refX", "refY", "markerWidth", "markerHeight", "orient", "marker-end",
    ];

    private static readonly string[] _pieces =
    [
        "<script>alert(1)</script>", "</script>", "</style>", "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>", "<!--", "-->", "<![CDATA[", "<?x", "<a href=\"javascript:alert(1)\">",
        "[a](javascript:alert(1))", "[a](JaVaScRiPt&#58;alert(1))", "[a](java\tscript:alert(1))", "[a](data:text/html,x)",
        "[a](//example.org)", "[a](vbscript:x)", "[a](\\\\example.org)", "<javascript:alert(1)>", "![a](javascript:x)",
        "[a]: javascript:alert(1)", "[a]", "[a][a]", "[a](x \"on\\\"load=1\")", "{onclick=alert(1)}", "{#id .class}", "```js onload=1\n", "```\n",
        "~~~\"><b>\n", "\" onclick=\"x", "' onclick='x", ">", "<", "&", "&lt;", "&#0;", "`", "*", "_", "~~", "|", "\n|--|\n", "\n", "# ", "- ", "1. ", "> ",
        "\0", "\u202E", "\u2066", "\u001B[2J", "\uD800", "\uFFFF", "\u0085", "\u2028", "www.example.org",
        "https://example.org/\"><script>", "http://[", "a@example.org", "[^1]", "[^1]: x", ":::", "$$", "^^", "==", "word", " ",
    ];

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_text_stays_text()
    {
        var text = Gen.Int[0, _pieces.Length - 1].Select(index => _pieces[index]).Array[0, 12].Select(string.Concat);
        Law.Check(Gen.Select(text, text, text), 300, texts =>
        {
            var (title, because, body) = texts;
            _folder.WithRecord(
                "0001-one",
                $"status: accepted\ntitle: {Quoted(title)}\nbecause: {Quoted(because)}\ntags: [{Quoted(title)}]\n"
                    + $"aliases: [{Quoted(because)}]\ninstead: [{Quoted(title)}]\nlink: {Quoted(because)}\nsupersedes: [ADR-0002]",
                body)
                .WithRecord("0002-two", "status: superseded by ADR-0001");
            var run = _folder.Run("site", "out");
            Assert.True(run.Exit is 0 or 1, run.Error);
            foreach (var file in Directory.EnumerateFiles(_folder.Full("out"), "*.html"))
            {
                AssertHarmless(File.ReadAllText(file), System.IO.Path.GetFileName(file) == "index.html");
            }
        });
    }

    private static void AssertHarmless(string html, bool isIndex)
    {
        Assert.DoesNotMatch("[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", html);
        var page = PageMarkup.Of(html);
        Assert.Subset(_elements, page.Elements.Select(element => element.Name).ToHashSet());
        Assert.Subset(_attributes, page.Elements.SelectMany(element => element.Attributes.Keys).ToHashSet());
        Assert.Equal(isIndex ? 1 : 0, page.Named("script").Count());
        Assert.Single(page.Named("style"));
        Assert.Single(page.Named("h1"));
        foreach (var link in page.Named("a")) Assert.Matches(@"\A(#|https?://|mailto:|[\w.-]+\.html(#|\z))", link["href"]);
        Assert.Equal(page.Elements.Count(element => element["id"] is not null),
            page.Elements.Select(element => element["id"]).OfType<string>().Distinct(StringComparer.Ordinal).Count());
    }

    // A double-quoted scalar of YAML can hold anything but half a character.
    private static string Quoted(string text) =>
        "\""
            + string.Concat(text.Select(c =>
                char.IsAsciiLetterOrDigit(c) || c is ' ' or '<' or '>' or '=' or '(' or ')' ? c.ToString() : $"\\u{(int)(char.IsSurrogate(c) ? '?' : c):X4}"))
            + "\"";
}
