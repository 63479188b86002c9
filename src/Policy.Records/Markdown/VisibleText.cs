namespace DecisionPolicies.Records.Markdown;

/// <summary>
/// The words of one line as a page shows them. Spaces replace the marks around them (emphasis, code, the targets of links and images, HTML
/// tags, text that is crossed out), so columns match the line.
/// </summary>
internal static class VisibleText
{
    // Statements are shorter. A longer line stays as it is written, so that it cannot keep the reader busy.
    private const int Longest = 2048;

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
                return Blank(shown, at, tag);
            case ']':
                var target = InlineSigns.EndOfTarget(line, at + 1, line.Length);
                return Blank(shown, at, Math.Max(target, at + 1));
            default:
                return at + 1;
        }
    }

    private static int Blank(char[] shown, int from, int to)
    {
        for (var at = from; at < to; at++) shown[at] = ' ';
        return to;
    }

    private static bool IsInWord(string line, int at) =>
        at > 0 && at + 1 < line.Length && char.IsLetterOrDigit(line[at - 1]) && char.IsLetterOrDigit(line[at + 1]);
}
