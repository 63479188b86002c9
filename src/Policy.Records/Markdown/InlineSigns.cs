namespace DecisionPolicies.Records.Markdown;

/// <summary>The inline markup that more than one reader needs.</summary>
internal static class InlineSigns
{
    /// <summary>The start of a comment.</summary>
    public const string CommentStart = "<!--";

    private const string CommentEnd = "-->";

    /// <summary>Whether a backslash can escape a character.</summary>
    /// <param name="c">The character.</param>
    public static bool IsPunctuation(char c) => c is (>= '!' and <= '/') or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~');

    /// <summary>Whether a comment begins at a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    /// <param name="end">Where the text ends.</param>
    public static bool IsComment(string text, int at, int end) =>
        end - at >= CommentStart.Length && string.CompareOrdinal(text, at, CommentStart, 0, CommentStart.Length) == 0;

    /// <summary>The position after a comment that begins at a position; 0 if there is no comment.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    /// <param name="end">Where the text ends.</param>
    public static int EndOfComment(string text, int at, int end)
    {
        if (!IsComment(text, at, end)) return 0;
        // "<!-->" and "<!--->" are comments, too.
        var close = text.IndexOf(CommentEnd, at + 2, end - at - 2, StringComparison.Ordinal);
        return close < 0 ? 0 : close + CommentEnd.Length;
    }

    /// <summary>The position after a link in angle brackets, such as <c>&lt;https://example.org&gt;</c>; 0 if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the <c>&lt;</c> is.</param>
    /// <param name="end">Where the text ends.</param>
    public static int EndOfAutolink(string text, int at, int end)
    {
        var hasScheme = false;
        for (var next = at + 1; next < end; next++)
        {
            if (text[next] == '>') return hasScheme ? next + 1 : 0;
            if (text[next] <= ' ' || text[next] == '<') return 0;
            hasScheme |= text[next] is ':' or '@' && next > at + 1;
        }
        return 0;
    }

    /// <summary>The position after the target of a link, <c>(target "title")</c>; 0 if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the parenthesis is.</param>
    /// <param name="end">Where the text ends.</param>
    public static int EndOfTarget(string text, int at, int end)
    {
        if (at >= end || text[at] != '(') return 0;
        var target = AfterSpace(text, at + 1, end);
        var after = target < end && text[target] == '<' ? EndOfAngle(text, target, end) : EndOfWord(text, target, end);
        if (after == 0) return 0;
        var title = AfterSpace(text, after, end);
        if (title < end && title > after && text[title] is '"' or '\'' or '(')
        {
            title = EndOfTitle(text, title, end);
            if (title == 0) return 0;
            title = AfterSpace(text, title, end);
        }
        return title < end && text[title] == ')' ? title + 1 : 0;
    }

    private static int EndOfAngle(string text, int at, int end)
    {
        for (at++; at < end && text[at] is not ('<' or '\r' or '\n'); at++)
        {
            if (text[at] == '>') return at + 1;
            if (text[at] == '\\' && at + 1 < end && IsPunctuation(text[at + 1])) at++;
        }
        return 0;
    }

    private static int EndOfWord(string text, int at, int end)
    {
        for (var open = 0; at < end && text[at] > ' '; at++)
        {
            if (text[at] == '(') open++;
            if (text[at] == ')' && --open < 0) return at;
            if (text[at] == '\\' && at + 1 < end && IsPunctuation(text[at + 1])) at++;
        }
        return at;
    }

    private static int EndOfTitle(string text, int at, int end)
    {
        var close = text[at] == '(' ? ')' : text[at];
        for (at++; at < end; at++)
        {
            if (text[at] == close) return at + 1;
            if (text[at] == '\\' && at + 1 < end && IsPunctuation(text[at + 1])) at++;
        }
        return 0;
    }

    private static int AfterSpace(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t' or '\r' or '\n') at++;
        return at;
    }
}
