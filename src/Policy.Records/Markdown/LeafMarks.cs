namespace DecisionPolicies.Records.Markdown;

/// <summary>Recognizes a line that is a heading, a fence, a thematic break or an underline.</summary>
internal static class LeafMarks
{
    private const int DeepestHeading = 6;
    private const int ShortestFence = 3;
    private const int ShortestBreak = 3;

    /// <summary>The level of an ATX heading; 0 if a line is not one.</summary>
    public static int HeadingLevel(string text, int at, int end)
    {
        var level = CountOf(text, at, end);
        return level <= DeepestHeading && (at + level == end || text[at + level] is ' ' or '\t') ? level : 0;
    }

    /// <summary>The length of a fence that begins at a backtick or a tilde; 0 if a line does not begin one.</summary>
    public static int FenceLength(string text, int at, int end)
    {
        var length = CountOf(text, at, end);
        if (length < ShortestFence) return 0;
        // A line with more backticks later is prose that starts with code.
        return text[at] == '`' && text.IndexOf('`', at + length, end - at - length) >= 0 ? 0 : length;
    }

    /// <summary>Whether a line closes a fence: the same character, at least as often, and nothing else.</summary>
    public static bool ClosesFence(string text, int at, int end, char sign, int length)
    {
        if (at == end || text[at] != sign) return false;
        var count = CountOf(text, at, end);
        return count >= length && IsBlank(text, at + count, end);
    }

    /// <summary>Whether a line of <c>=</c> or <c>-</c> turns the text above it into a heading.</summary>
    public static bool IsUnderline(string text, int at, int end) => text[at] is '=' or '-' && IsBlank(text, at + CountOf(text, at, end), end);

    /// <summary>Whether a line is a thematic break: three or more of one character, with or without spaces between them.</summary>
    public static bool IsBreak(string text, int at, int end)
    {
        var sign = text[at];
        if (sign is not ('-' or '*' or '_')) return false;
        var count = 0;
        for (; at < end; at++)
        {
            if (text[at] == sign) count++;
            else if (text[at] is not (' ' or '\t')) return false;
        }
        return count >= ShortestBreak;
    }

    /// <summary>How often the character at a position is repeated.</summary>
    public static int CountOf(string text, int at, int end)
    {
        var next = at;
        while (next < end && text[next] == text[at]) next++;
        return next - at;
    }

    /// <summary>Whether the rest of a line is blank.</summary>
    public static bool IsBlank(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t') at++;
        return at == end;
    }
}
