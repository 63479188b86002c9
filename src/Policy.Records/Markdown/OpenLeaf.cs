namespace DecisionPolicies.Records.Markdown;

/// <summary>The block of text, code or HTML that the next line may continue. One instance serves one block after another.</summary>
/// <param name="text">The text.</param>
internal sealed class OpenLeaf(string text)
{
    // The lines of prose, without the indentation and container markers before them.
    private readonly List<ProseLine> _lines = [];
    private int _firstLine;
    private int _lastLine;
    private int _end;
    private bool _isSetext;
    private char _fence;
    private int _fenceLength;

    /// <summary>The kind of the block; null if no block is open.</summary>
    public BlockKind? Kind { get; private set; }

    /// <summary>The level of a heading.</summary>
    public int Level { get; set; }

    /// <summary>How HTML begins.</summary>
    public HtmlKind Html { get; set; }

    /// <summary>Opens a block.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="line">The number of the line.</param>
    /// <param name="start">The character at which the line starts.</param>
    /// <param name="cursor">The position in the line at which the block starts.</param>
    public void Open(BlockKind kind, int line, int start, LineCursor cursor)
    {
        (Kind, Level, Html, _isSetext) = (kind, 0, HtmlKind.None, false);
        _firstLine = line;
        _lines.Clear();
        _lines.Add(new(start, cursor.Next, cursor.End));
        (_lastLine, _end) = (line, cursor.End);
    }

    /// <summary>Adds a line.</summary>
    /// <param name="line">Its number.</param>
    /// <param name="start">The character at which it starts.</param>
    /// <param name="cursor">The position in it at which the block continues.</param>
    public void Extend(int line, int start, LineCursor cursor)
    {
        if (Kind == BlockKind.Paragraph) _lines.Add(new(start, cursor.Next, cursor.End));
        (_lastLine, _end) = (line, cursor.End);
    }

    /// <summary>Remembers the fence that opens code.</summary>
    public void OpenFence(char sign, int length) => (_fence, _fenceLength) = (sign, length);

    /// <summary>Whether a line is the fence that closes the code.</summary>
    public bool IsClosedBy(LineCursor cursor) => LeafMarks.ClosesFence(text, cursor.Next, cursor.End, _fence, _fenceLength);

    /// <summary>Removes link definitions from the start of a paragraph.</summary>
    /// <param name="blocks">Receives them.</param>
    /// <param name="isQuoted">Whether the paragraph is in a quotation.</param>
    /// <returns>Whether text is left. If not, no block is open any more.</returns>
    public bool TakeDefinitions(List<Block> blocks, bool isQuoted)
    {
        var count = LinkDefinitions.CountLines(text, _lines);
        if (count == 0) return true;
        Add(blocks, BlockKind.LinkDefinitions, 0, count, isQuoted);
        _lines.RemoveRange(0, count);
        _firstLine += count;
        if (_lines.Count == 0) Kind = null;
        return _lines.Count > 0;
    }

    /// <summary>Turns the paragraph into a heading.</summary>
    /// <param name="level">Its level.</param>
    /// <param name="line">The number of the line below the text.</param>
    /// <param name="cursor">That line.</param>
    public void MakeHeading(int level, int line, LineCursor cursor)
    {
        (Kind, Level, _isSetext) = (BlockKind.Heading, level, true);
        (_lastLine, _end) = (line, cursor.End);
    }

    /// <summary>Closes the block. Prose may turn out to be link definitions, or to end with a table.</summary>
    /// <param name="blocks">Receives it.</param>
    /// <param name="isQuoted">Whether it is in a quotation.</param>
    public void Close(List<Block> blocks, bool isQuoted)
    {
        if (Kind == BlockKind.Paragraph) CloseProse(blocks, isQuoted);
        else
        {
            var block = new Block(Kind!.Value, _firstLine, _lastLine, _lines[0].Start, _end);
            blocks.Add(block with { Level = (byte)Level, IsSetext = _isSetext, Html = Html, IsQuoted = isQuoted });
        }
        Kind = null;
    }

    private void CloseProse(List<Block> blocks, bool isQuoted)
    {
        if (!TakeDefinitions(blocks, isQuoted)) return;
        var table = PipeTable.FirstLine(text, _lines);
        Add(blocks, BlockKind.Paragraph, 0, table, isQuoted);
        Add(blocks, BlockKind.Table, table, _lines.Count, isQuoted);
    }

    private void Add(List<Block> blocks, BlockKind kind, int first, int end, bool isQuoted)
    {
        if (first < end) blocks.Add(new(kind, _firstLine + first, _firstLine + end - 1, _lines[first].Start, _lines[end - 1].End) { IsQuoted = isQuoted });
    }
}

/// <summary>A line of prose.</summary>
/// <param name="Start">The character at which the line starts.</param>
/// <param name="Text">The character at which its text starts.</param>
/// <param name="End">The character at which it ends, without the line end.</param>
internal readonly record struct ProseLine(int Start, int Text, int End);
