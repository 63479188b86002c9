namespace DecisionPolicies.Records.Markdown;

/// <summary>
/// Finds the table at the end of a paragraph: from the first line with a cell edge on, each line has one, and the second line is a rule of
/// dashes. An edge is a <c>|</c> that is neither escaped nor in code.
/// </summary>
internal static class PipeTable
{
    /// <summary>The index of the first line of the table; the number of lines if there is no table.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">The lines of the paragraph.</param>
    public static int FirstLine(string text, List<ProseLine> lines)
    {
        var end = lines[lines.Count - 1].End;
        if (lines.Count < 2 || text.IndexOf('|', lines[0].Text, end - lines[0].Text) < 0) return lines.Count;
        var code = new CodeSpans(text, lines[0].Text, end);
        var head = -1;
        var row = 0;
        var after = 0;
        for (var line = 0; line < lines.Count; row++)
        {
            var first = line;
            var hasEdge = HasEdge(text, lines, ref line, ref after, code);
            if (head < 0 && hasEdge) (head, row) = (first, 0);
            else if (head >= 0 && (!hasEdge || (row == 1 && !IsRule(text, lines[first])))) return lines.Count;
        }
        return head >= 0 && row > 1 ? head : lines.Count;
    }

    /// <summary>Whether a line of dashes and edges continues a paragraph rather than beginning a list.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the line's text starts.</param>
    /// <param name="end">Where the line ends.</param>
    public static bool IsRule(string text, int at, int end)
    {
        var hasEdge = false;
        for (; at < end; at++)
        {
            if (text[at] == '|') hasEdge = true;
            else if (text[at] is not ('-' or ':' or ' ')) return false;
        }
        return hasEdge;
    }

    // Whether a row has an edge. A row is one line, or several if code spans them.
    private static bool HasEdge(string text, List<ProseLine> lines, ref int line, ref int after, CodeSpans code)
    {
        var hasEdge = false;
        var at = Math.Max(after, lines[line].Text);
        while (true)
        {
            if (at >= lines[line].End)
            {
                after = at;
                line++;
                if (line == lines.Count || at <= lines[line].Start) return hasEdge;
                at = Math.Max(at, lines[line].Text);
                continue;
            }
            hasEdge |= text[at] == '|';
            if (text[at] == '\\') at += 2;
            else if (text[at] == '`') at = code.EndOf(at, out _);
            else at++;
        }
    }

    private static bool IsRule(string text, ProseLine line)
    {
        var at = line.Text;
        if (at < line.End && text[at] == '|') at++;
        for (var cells = 0; ; cells++)
        {
            while (at < line.End && text[at] is ' ' or '\t') at++;
            if (at == line.End) return cells > 0;
            if (text[at] == ':') at++;
            if (at == line.End || text[at] != '-') return false;
            at += LeafMarks.CountOf(text, at, line.End);
            if (at < line.End && text[at] == ':') at++;
            while (at < line.End && text[at] is ' ' or '\t') at++;
            if (at == line.End) return true;
            if (text[at] != '|') return false;
            at++;
        }
    }
}
