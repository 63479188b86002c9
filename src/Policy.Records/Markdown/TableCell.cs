namespace DecisionPolicies.Records.Markdown;

/// <summary>A cell of a table.</summary>
/// <param name="Line">The line that holds it.</param>
/// <param name="Start">The index of its text in the line.</param>
/// <param name="Length">The length of its text.</param>
internal readonly record struct TableCell(ShownLine Line, int Start, int Length)
{
    /// <summary>Its text, with its marks.</summary>
    public string Text => Line.Text.Substring(Start, Length);

    /// <summary>The place of its text.</summary>
    public Place Place => Line.Line.Place(Start, Length);

    /// <summary>The rows of a table, without the line of dashes.</summary>
    /// <param name="body">The text that contains the table.</param>
    /// <param name="table">The table.</param>
    public static List<List<TableCell>> RowsOf(MarkdownBody body, Block table) =>
        ShownLine.Of(body, table).Where((_, index) => index != 1).Select(CellsOf).ToList();

    private static List<TableCell> CellsOf(ShownLine line)
    {
        var cells = new List<TableCell>();
        var text = line.Text;
        var (start, end) = (0, text.Length);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start < end && text[start] == '|') start++;
        if (end > start && text[end - 1] == '|' && text[end - 2] != '\\') end--;
        for (var at = start; at <= end; at++)
        {
            if (at < end && (text[at] != '|' || text[at - 1] == '\\')) continue;
            var (from, to) = (start, at);
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
            cells.Add(new(line, from, to - from));
            start = at + 1;
        }
        return cells;
    }
}
