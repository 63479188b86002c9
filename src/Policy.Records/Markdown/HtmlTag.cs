namespace DecisionPolicies.Records.Markdown;

/// <summary>Recognizes a complete tag on one line, opening or closing, with the attributes that CommonMark allows.</summary>
internal static class HtmlTag
{
    /// <summary>The position after a tag; 0 if the tag is incomplete.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the <c>&lt;</c> is.</param>
    /// <param name="end">Where the line ends.</param>
    public static int EndOf(string text, int at, int end)
    {
        var next = at + 1;
        var isClosing = next < end && text[next] == '/';
        if (isClosing) next++;
        if (next >= end || !IsLetter(text[next])) return 0;
        while (next < end && (IsLetterOrDigit(text[next]) || text[next] == '-')) next++;
        while (true)
        {
            var name = AfterSpace(text, next, end);
            if (name == end) return 0;
            if (text[name] == '>') return name + 1;
            if (isClosing) return 0;
            if (text[name] == '/') return name + 1 < end && text[name + 1] == '>' ? name + 2 : 0;
            if (name == next || (next = AfterAttribute(text, name, end)) == 0) return 0;
        }
    }

    /// <summary>The name of the tag at a position, opening or closing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the <c>&lt;</c> is.</param>
    public static string NameAt(string text, int at)
    {
        var start = at + 1;
        if (start < text.Length && text[start] == '/') start++;
        var end = start;
        while (end < text.Length && (IsLetterOrDigit(text[end]) || text[end] == '-')) end++;
        return text.Substring(start, end - start);
    }

    /// <summary>Whether a character is an ASCII letter.</summary>
    /// <param name="c">The character.</param>
    public static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    /// <summary>Whether a character is an ASCII letter or digit.</summary>
    /// <param name="c">The character.</param>
    public static bool IsLetterOrDigit(char c) => IsLetter(c) || c is >= '0' and <= '9';

    private static int AfterAttribute(string text, int at, int end)
    {
        if (!IsLetter(text[at]) && text[at] is not ('_' or ':')) return 0;
        while (at < end && (IsLetterOrDigit(text[at]) || text[at] is '_' or ':' or '.' or '-')) at++;
        var equals = AfterSpace(text, at, end);
        if (equals == end || text[equals] != '=') return at;
        var value = AfterSpace(text, equals + 1, end);
        if (value == end) return 0;
        if (text[value] is '"' or '\'')
        {
            var close = text.IndexOf(text[value], value + 1, end - value - 1);
            return close < 0 ? 0 : close + 1;
        }
        var after = value;
        while (after < end && text[after] is not (' ' or '\t' or '"' or '\'' or '=' or '<' or '>' or '`')) after++;
        return after == value ? 0 : after;
    }

    private static int AfterSpace(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t') at++;
        return at;
    }
}
