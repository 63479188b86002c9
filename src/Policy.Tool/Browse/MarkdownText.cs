using System.Text;
using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Tool.Browse;

/// <summary>Escapes text of a record for Markdown, so that it contains neither markup nor HTML, and a comment mentions no one.</summary>
internal static class MarkdownText
{
    private static readonly char[] _marksInHeading = [.. "\\`*_~[]<#"];

    /// <summary>Text in one line of a page: a reader sees it unchanged.</summary>
    /// <param name="text">Any text.</param>
    public static string OfPage(string text) => Escaped(DisplayText.Visible(text).Trim(), isStart: true);

    /// <summary>
    /// Text in one line of a comment on a forge, which notifies no one and links to nothing: what a forge would make a reference is shown as
    /// code, as in <c>`@name`</c> and <c>`#12`</c>.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string OfComment(string text) => OfComment(text, word => LiveReference.IsIn(word) || LiveReference.IsTicketIn(word));

    /// <summary>The id of a record in a comment: it may look like the key of a ticket, and stays as it is.</summary>
    /// <param name="id">The id.</param>
    public static string OfId(string id) => OfComment(id, LiveReference.IsIn);

    /// <summary>Text after the number sign of a heading: reading the heading returns the same text.</summary>
    /// <param name="text">Any text, in one line.</param>
    public static string OfHeading(string text)
    {
        if (IsRead($"# {text}")) return text;
        var escaped = string.Concat(text.Select(c => _marksInHeading.Contains(c) ? $"\\{c}" : c.ToString()));
        return IsRead($"# {escaped}") ? escaped : text;

        bool IsRead(string heading)
        {
            var body = MarkdownBody.Of(heading);
            return body.Blocks.Select(body.WordsOf).FirstOrDefault() == text;
        }
    }

    private static string OfComment(string text, Func<string, bool> isLive) => string.Join(' ', DisplayText.Visible(text).Trim().Split(' ').Select(
        (word, index) => isLive(word) ? CodeSpan.Around(word, around => Escaped(around, isStart: false)) : Escaped(word, isStart: index == 0)));

    private static string Escaped(string text, bool isStart)
    {
        var escaped = new StringBuilder(text.Length);
        var number = text.TakeWhile(char.IsAsciiDigit).Count();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            var next = at + 1 < text.Length ? text[at + 1] : ' ';
            if (c == '<') escaped.Append("&lt;");
            // Otherwise a character reference would be read as the character.
            else if (c == '&' && (char.IsAsciiLetter(next) || next == '#')) escaped.Append("&amp;");
            else if (IsMarkup(text, at) || (isStart && at == number && BeginsBlock(c, number))) escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }
        return escaped.ToString();
    }

    // '_' between letters, as in client_id, and '~' after a slash are not markup; a backslash would break a URL.
    private static bool IsMarkup(string text, int at) => text[at] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '|' => true,
        '_' => at == 0 || at + 1 == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]),
        '~' => at == 0 || text[at - 1] != '/',
        _ => false,
    };

    // A heading, a quotation, a list or a rule; "1." and "1)" also begin a list.
    private static bool BeginsBlock(char c, int number) => number == 0 ? c is '#' or '>' or '-' or '+' or '=' : c is '.' or ')';
}
