namespace DecisionPolicies.Tool.Configuration;

/// <summary>Where the lines of a text begin. Lines and columns count from 1.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [0];

    /// <summary>Finds the lines of a text, whatever ends them: LF, CRLF or CR.</summary>
    /// <param name="text">The text.</param>
    public LineIndex(string text)
    {
        Text = text;
        for (var at = text.AsSpan().IndexOfAny('\r', '\n'); at >= 0;)
        {
            var next = at + (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1);
            _starts.Add(next);
            var further = text.AsSpan(next).IndexOfAny('\r', '\n');
            at = further < 0 ? -1 : next + further;
        }
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The number of lines; after a line end at the end comes an empty line.</summary>
    public int Count => _starts.Count;

    /// <summary>The text of a line, without its end; empty outside the text.</summary>
    /// <param name="line">The line's number.</param>
    public ReadOnlySpan<char> this[int line] => line < 1 || line > Count
        ? default
        : Text.AsSpan(_starts[line - 1], (line < Count ? _starts[line] : Text.Length) - _starts[line - 1]).TrimEnd("\r\n");

    /// <summary>The character at a place, or null outside the text.</summary>
    /// <param name="line">The line's number.</param>
    /// <param name="column">The column.</param>
    public int? Offset(int line, int column) =>
        line >= 1 && line <= Count && column >= 1 && _starts[line - 1] + column - 1 <= Text.Length ? _starts[line - 1] + column - 1 : null;

    /// <summary>The place of a part of the text.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="end">The character after it.</param>
    public Place PlaceAt(int start, int end)
    {
        var (line, column) = At(start);
        var (endLine, endColumn) = At(Math.Max(start, end));
        return new(line, column, endLine, endColumn);
    }

    private (int Line, int Column) At(int offset)
    {
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        // A line end belongs to its line, but is not a column of it.
        return (line + 1, Math.Min(offset - _starts[line], this[line + 1].Length) + 1);
    }
}
