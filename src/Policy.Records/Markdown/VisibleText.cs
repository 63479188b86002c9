namespace DecisionPolicies.Records.Markdown;

/// <summary>
/// The words of one line as a page shows them. Spaces replace the marks around them (emphasis, code, the targets of links and images, HTML
/// tags, text that is crossed out), so columns match the line.
/// </summary>
internal static class VisibleText
{
    /// <summary>The length of the longest line whose marks are hidden. Statements are shorter, and a longer line must not keep the reader busy.</summary>
    public const int Longest = 2048;

    // Tags that a page does not show. Any other is a word, such as "<status>" in a template.
    private static readonly HashSet<string> _tags = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "big", "br", "center", "code", "dd", "details", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
        "img", "ins", "kbd", "label", "li", "mark", "ol", "p", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th",
        "thead", "tr", "tt", "u", "ul", "var",
    };

    // Tags around text that no longer holds.
    private static readonly HashSet<string> _deleted = new(StringComparer.OrdinalIgnoreCase) { "del", "s", "strike" };

    private static readonly char[] _signs = ['\\', '`', '*', '_', '~', '<', '[', ']', '!'];

    /// <summary>The visible text, as long as the line.</summary>
    /// <param name="line">The line.</param>
    public static string Of(string line)
    {
        if (line.Length > Longest || line.IndexOfAny(_signs) < 0) return line;
        var shown = line.ToCharArray();
        for (var at = 0; at < line.Length;) at = Hide(line, shown, at);
        return new(shown);
    }

    // Hides the mark at a position, and returns the position after it.
    private static int Hide(string line, char[] shown, int at)
    {
        switch (line[at])
        {
            case '\\' when at + 1 == line.Length:
            case '`' or '*' or '[':
            case '_' when !IsInWord(line, at):
            case '!' when at + 1 < line.Length && line[at + 1] == '[':
                return Blank(shown, at, at + 1);
            case '\\' when InlineSigns.IsPunctuation(line[at + 1]):
                return Blank(shown, at, at + 1) + 1;
            case '~' when at + 1 < line.Length && line[at + 1] == '~':
                var close = line.IndexOf("~~", at + 2, StringComparison.Ordinal);
                return Blank(shown, at, close < 0 ? at + 2 : close + 2);
            case '<' when HtmlTag.EndOf(line, at, line.Length) is var tag and > 0:
                var name = HtmlTag.NameAt(line, at);
                if (_tags.Contains(name)) return Blank(shown, at, tag);
                return _deleted.Contains(name) ? Blank(shown, at, EndOfDeleted(line, tag, name)) : tag;
            case ']':
                var target = InlineSigns.EndOfTarget(line, at + 1, line.Length);
                return Blank(shown, at, Math.Max(target, at + 1));
            default:
                return at + 1;
        }
    }

    // The position after the closing tag. Without one, the rest of the line is deleted.
    private static int EndOfDeleted(string line, int from, string name)
    {
        if (from > 1 && line[from - 2] == '/') return from;
        var close = line.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? line.Length : Math.Max(HtmlTag.EndOf(line, close, line.Length), close + 2);
    }

    private static int Blank(char[] shown, int from, int to)
    {
        for (var at = from; at < to; at++) shown[at] = ' ';
        return to;
    }

    private static bool IsInWord(string line, int at) =>
        at > 0 && at + 1 < line.Length && char.IsLetterOrDigit(line[at - 1]) && char.IsLetterOrDigit(line[at + 1]);
}
