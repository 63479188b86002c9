namespace DecisionPolicies.Records.Markdown;

/// <summary>Recognizes where an HTML block begins and ends.</summary>
internal static class HtmlStart
{
    private static readonly string[] _verbatim = ["pre", "script", "style", "textarea"];
    private static readonly string[] _verbatimEnds = ["</pre>", "</script>", "</style>", "</textarea>"];

    private static readonly HashSet<string> _elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3",
        "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes",
        "ol", "optgroup", "option", "p", "param", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title",
        "tr", "track", "ul",
    };

    private static readonly int _longestElement = _elements.Max(name => name.Length);

    /// <summary>The kind of block that begins at a <c>&lt;</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the <c>&lt;</c> is.</param>
    /// <param name="end">Where the line ends.</param>
    public static HtmlKind Of(string text, int at, int end)
    {
        var next = at + 1;
        if (next >= end) return HtmlKind.None;
        if (text[next] == '?') return HtmlKind.Instruction;
        if (text[next] == '!')
        {
            if (Is(text, next, end, "!--")) return HtmlKind.Comment;
            if (Is(text, next, end, "![CDATA[")) return HtmlKind.CharacterData;
            return next + 1 < end && HtmlTag.IsLetter(text[next + 1]) ? HtmlKind.Declaration : HtmlKind.None;
        }
        var isClosing = text[next] == '/';
        if (isClosing) next++;
        var name = next;
        while (name < end && name - next <= _longestElement && HtmlTag.IsLetterOrDigit(text[name])) name++;
        var isWhole = name == end || text[name] is ' ' or '\t' or '>';
        var word = text.Substring(next, name - next);
        if (isWhole && !isClosing && _verbatim.Contains(word, StringComparer.OrdinalIgnoreCase)) return HtmlKind.Verbatim;
        if ((isWhole || Is(text, name, end, "/>")) && _elements.Contains(word)) return HtmlKind.Element;
        return HtmlTag.EndOf(text, at, end) is var close and > 0 && LeafMarks.IsBlank(text, close, end) ? HtmlKind.OtherElement : HtmlKind.None;
    }

    /// <summary>Whether a line ends an HTML block that does not end at a blank line.</summary>
    /// <param name="kind">How the block began.</param>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the line, or the HTML in it, starts.</param>
    /// <param name="end">Where the line ends.</param>
    public static bool IsEnded(HtmlKind kind, string text, int start, int end) => kind switch
    {
        HtmlKind.Verbatim => _verbatimEnds.Any(tag => text.IndexOf(tag, start, end - start, StringComparison.OrdinalIgnoreCase) >= 0),
        HtmlKind.Comment => text.IndexOf("-->", start, end - start, StringComparison.Ordinal) >= 0,
        HtmlKind.Instruction => text.IndexOf("?>", start, end - start, StringComparison.Ordinal) >= 0,
        HtmlKind.Declaration => text.IndexOf('>', start, end - start) >= 0,
        HtmlKind.CharacterData => text.IndexOf("]]>", start, end - start, StringComparison.Ordinal) >= 0,
        _ => false,
    };

    private static bool Is(string text, int at, int end, string sign) => end - at >= sign.Length && string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;
}
