using System.Text;

namespace DecisionPolicies.Records.Markdown;

/// <summary>Escapes text of a record for Markdown, so that it contains neither markup nor HTML.</summary>
internal static class EscapedText
{
    /// <summary>Text in one line of a page: a reader sees it unchanged.</summary>
    /// <param name="text">Any text.</param>
    public static string OfLine(string text) => Of(DisplayText.Visible(text).Trim(), isStart: true);

    /// <summary>A part of a line.</summary>
    /// <param name="text">The text, in which every character can be seen.</param>
    /// <param name="isStart">Whether it begins the line, where more characters have a meaning.</param>
    public static string Of(string text, bool isStart)
    {
        var escaped = new StringBuilder(text.Length);
        var number = text.TakeWhile(IsDigit).Count();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            var next = at + 1 < text.Length ? text[at + 1] : ' ';
            if (c == '<') escaped.Append("&lt;");
            // Otherwise a character reference would be read as the character.
            else if (c == '&' && (next is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '#')) escaped.Append("&amp;");
            else if (IsMarkup(text, at) || (isStart && at == number && BeginsBlock(c, number))) escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }
        return escaped.ToString();
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

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
