namespace DecisionPolicies.Records.Markdown;

/// <summary>Finds link definitions at the start of a paragraph: <c>[label]: target "title"</c>, which may span several lines.</summary>
internal static class LinkDefinitions
{
    private const int LongestLabel = 999;

    /// <summary>The number of lines at the start of a paragraph that are definitions.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">The lines of the paragraph.</param>
    public static int CountLines(string text, List<ProseLine> lines)
    {
        var count = 0;
        while (count < lines.Count && text[lines[count].Text] == '[' && CountOf(text, lines, count) is var more and > 0) count += more;
        return count;
    }

    // The number of lines of the definition that begins at a line; 0 if none begins there.
    private static int CountOf(string text, List<ProseLine> lines, int first)
    {
        var at = new ProseCursor(text, lines, first);
        if (!SkipLabel(ref at) || at.Char != ':') return 0;
        at.Next();
        at.SkipSpace(lineEnds: true);
        if (!SkipTarget(ref at)) return 0;
        var (target, afterTarget) = (at, at.At);
        at.SkipSpace(lineEnds: false);
        var isWithoutTitle = at.IsAtLineEnd;
        if (isWithoutTitle) target = at;
        at.SkipSpace(lineEnds: true);
        // If the title is invalid, the definition ends before it, provided that the target ends its line.
        var isTitle = at.Line > target.Line || at.At > afterTarget;
        if (isTitle && SkipTitle(ref at))
        {
            at.SkipSpace(lineEnds: false);
            if (at.IsAtLineEnd) return at.Line - first + 1;
        }
        return isWithoutTitle ? target.Line - first + 1 : 0;
    }

    private static bool SkipLabel(ref ProseCursor at)
    {
        var isBlank = true;
        for (var length = 0; length <= LongestLabel; length++)
        {
            at.Next();
            if (at.Char == ']')
            {
                at.Next();
                return !isBlank;
            }
            if (at.IsAtEnd || at.Char == '[') return false;
            isBlank &= char.IsWhiteSpace(at.Char);
            if (at.Char == '\\' && !at.IsAtLineEnd) at.Next();
            if (at.IsAtEnd) return false;
        }
        return false;
    }

    private static bool SkipTarget(ref ProseCursor at)
    {
        if (at.IsAtEnd) return false;
        if (at.Char == '<')
        {
            for (at.Next(); !at.IsAtLineEnd && at.Char != '<'; at.Next())
            {
                if (at.Char == '>')
                {
                    at.Next();
                    return true;
                }
                if (at.Char == '\\') at.SkipEscape();
            }
            return false;
        }
        var (start, open) = (at.At, 0);
        for (; !at.IsAtLineEnd && at.Char > ' ' && at.Char != '\u007F'; at.Next())
        {
            if (at.Char == '(') open++;
            if (at.Char == ')') open--;
            if (open < 0) return false;
            if (at.Char == '\\') at.SkipEscape();
        }
        return open == 0 && at.At > start;
    }

    private static bool SkipTitle(ref ProseCursor at)
    {
        if (at.IsAtEnd || at.Char is not ('"' or '\'' or '(')) return false;
        var close = at.Char == '(' ? ')' : at.Char;
        for (at.Next(); !at.IsAtEnd; at.Next())
        {
            if (at.Char == close)
            {
                at.Next();
                return true;
            }
            if (at.Char == '(' && close == ')') return false;
            if (at.Char == '\\') at.SkipEscape();
        }
        return false;
    }
}
