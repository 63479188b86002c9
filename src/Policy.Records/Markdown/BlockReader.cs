namespace DecisionPolicies.Records.Markdown;

/// <summary>
/// Reads the blocks of a text line by line, as CommonMark specifies: first the containers that a line continues, then the containers and
/// the block that it opens. It reads each line once, and never throws, whatever the text.
/// </summary>
internal sealed class BlockReader
{
    private readonly string _text;
    private readonly Containers _containers = new();
    private readonly OpenLeaf _leaf;
    private Block _container;
    private char _listSign;
    private bool _hasContainer;
    private bool _isAtEnd;
    private int _start;
    private int _line;

    /// <summary>Creates a reader that starts at a position of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The character at which the first line starts.</param>
    /// <param name="line">The number of that line.</param>
    public BlockReader(string text, int start, int line)
    {
        _text = text;
        _start = start;
        _line = line;
        _leaf = new(text);
    }

    /// <summary>The blocks read so far, except those in a list or quotation.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>The blocks in lists and quotations that hold text.</summary>
    public List<Block> Inner { get; } = [];

    /// <summary>Reads one more line; false after the last line.</summary>
    public bool Read()
    {
        if (_isAtEnd) return false;
        if (_start >= _text.Length)
        {
            CloseTo(0);
            CloseContainer();
            _isAtEnd = true;
            return true;
        }
        var end = _text.IndexOfAny(TextLine.Ends, _start);
        if (end < 0) end = _text.Length;
        Read(new LineCursor(_text, _start, end));
        _start = end + 1 < _text.Length && _text[end] == '\r' && _text[end + 1] == '\n' ? end + 2 : end + 1;
        _line++;
        return true;
    }

    private void Read(LineCursor cursor)
    {
        var isBlank = cursor.IsBlank;
        var matched = _containers.Depth == 0 ? 0 : _containers.Match(_text, ref cursor);
        // A block other than prose ends with its container; prose may continue lazily.
        if (matched < _containers.Depth && _leaf.Kind != BlockKind.Paragraph) CloseTo(matched);
        if (matched < _containers.Depth || !GoOn(cursor)) Open(ref cursor, matched);
        if (!isBlank && _containers.Depth > 0) _container = _container with { LastLine = _line, End = cursor.End };
    }

    // Whether the line belongs to open code or HTML.
    private bool GoOn(LineCursor cursor)
    {
        switch (_leaf.Kind)
        {
            case BlockKind.FencedCode:
                if (!cursor.IsBlank) _leaf.Extend(_line, _start, cursor);
                if (cursor.Indent < LineCursor.CodeIndent && _leaf.IsClosedBy(cursor)) CloseLeaf();
                return true;
            case BlockKind.Html when cursor.IsBlank && _leaf.Html >= HtmlKind.Element:
                CloseLeaf();
                return true;
            case BlockKind.Html:
                if (!cursor.IsBlank) _leaf.Extend(_line, _start, cursor);
                if (HtmlStart.IsEnded(_leaf.Html, _text, cursor.At, cursor.End)) CloseLeaf();
                return true;
            case BlockKind.IndentedCode when cursor.IsBlank:
                return true;
            case BlockKind.IndentedCode when cursor.Indent >= LineCursor.CodeIndent:
                _leaf.Extend(_line, _start, cursor);
                return true;
            case BlockKind.IndentedCode:
                CloseLeaf();
                return false;
            default:
                return false;
        }
    }

    private void Open(ref LineCursor cursor, int matched)
    {
        while (OpenContainer(ref cursor, ref matched)) { }
        if (cursor.IsBlank) CloseTo(matched);
        else if (!OpenLeaf(cursor, matched)) AddProse(cursor, matched);
    }

    private bool OpenContainer(ref LineCursor cursor, ref int matched)
    {
        if (cursor.IsBlank || cursor.Indent >= LineCursor.CodeIndent) return false;
        if (cursor.Char == '>') return OpenQuote(ref cursor, ref matched);
        var isMarker = cursor.Char is '-' or '+' or '*' or (>= '0' and <= '9');
        return isMarker && OpenItem(ref cursor, ref matched);
    }

    private bool OpenQuote(ref LineCursor cursor, ref int matched)
    {
        CloseTo(matched);
        if (_containers.IsFull) return false;
        OpenBlock(BlockKind.Quote, '>', cursor);
        Containers.SkipQuoteSign(_text, ref cursor);
        _containers.OpenQuote();
        matched = _containers.Depth;
        return true;
    }

    private bool OpenItem(ref LineCursor cursor, ref int matched)
    {
        var isInParagraph = _leaf.Kind == BlockKind.Paragraph && matched == _containers.Depth;
        var isGoingOn = isInParagraph && (LeafMarks.IsUnderline(_text, cursor.Next, cursor.End) || PipeTable.IsRule(_text, cursor.Next, cursor.End));
        if (isGoingOn || LeafMarks.IsBreak(_text, cursor.Next, cursor.End)) return false;
        var marker = ListMarker.Of(_text, cursor.Next, cursor.End);
        if (marker.Length == 0) return false;
        var after = cursor;
        after.SkipTo(marker.Length);
        // A line of text that happens to begin with a number, or a marker alone, does not end its paragraph.
        if (isInParagraph && (after.IsBlank || !marker.IsFirst)) return false;

        CloseTo(matched);
        if (_containers.IsFull) return false;
        OpenBlock(BlockKind.List, marker.Sign, cursor);
        // Of five columns or more, one belongs to the marker, and the rest makes code.
        var isCode = after.IsBlank || after.Indent > LineCursor.CodeIndent;
        var width = cursor.Indent + marker.Length + (isCode ? 1 : after.Indent);
        after.SkipColumns(isCode ? 1 : after.Indent);
        _containers.OpenItem(width, after.IsBlank);
        cursor = after;
        matched = _containers.Depth;
        return true;
    }

    private bool OpenLeaf(LineCursor cursor, int matched)
    {
        if (cursor.Indent >= LineCursor.CodeIndent)
        {
            // Below prose, it is prose, even if the line does not belong to the container.
            if (_leaf.Kind == BlockKind.Paragraph) return false;
            Start(BlockKind.IndentedCode, cursor, matched);
            return true;
        }
        var (at, end) = (cursor.Next, cursor.End);
        switch (cursor.Char)
        {
            case '#' when LeafMarks.HeadingLevel(_text, at, end) is var level and > 0:
                Start(BlockKind.Heading, cursor, matched);
                _leaf.Level = level;
                CloseLeaf();
                return true;
            case '`' or '~' when LeafMarks.FenceLength(_text, at, end) is var length and > 0:
                Start(BlockKind.FencedCode, cursor, matched);
                _leaf.OpenFence(cursor.Char, length);
                return true;
            case '<' when HtmlStart.Of(_text, at, end) is var html and > HtmlKind.None:
                // HTML of the last kind does not interrupt prose.
                if (html == HtmlKind.OtherElement && _leaf.Kind == BlockKind.Paragraph) return false;
                Start(BlockKind.Html, cursor, matched);
                _leaf.Html = html;
                if (HtmlStart.IsEnded(html, _text, at, end)) CloseLeaf();
                return true;
            case '=' or '-' when _leaf.Kind == BlockKind.Paragraph && matched == _containers.Depth && LeafMarks.IsUnderline(_text, at, end):
                if (!_leaf.TakeDefinitions(Target, _containers.HasQuote)) return OpenLeaf(cursor, matched);
                _leaf.MakeHeading(_text[at] == '=' ? 1 : 2, _line, cursor);
                CloseLeaf();
                return true;
            case '-' or '*' or '_' when LeafMarks.IsBreak(_text, at, end):
                Start(BlockKind.ThematicBreak, cursor, matched);
                CloseLeaf();
                return true;
            default:
                return false;
        }
    }

    private void AddProse(LineCursor cursor, int matched)
    {
        if (_leaf.Kind != BlockKind.Paragraph) Start(BlockKind.Paragraph, cursor, matched);
        else _leaf.Extend(_line, _start, cursor);
    }

    private void Start(BlockKind kind, LineCursor cursor, int matched)
    {
        CloseTo(matched);
        if (matched == 0) CloseContainer();
        _containers.Fill();
        _leaf.Open(kind, _line, _start, cursor);
    }

    // An item with the same marker continues a list; anything else outside a container ends it.
    private void OpenBlock(BlockKind kind, char sign, LineCursor cursor)
    {
        if (_containers.Depth > 0 || (_hasContainer && kind == BlockKind.List && sign == _listSign)) return;
        CloseContainer();
        _container = new(kind, _line, _line, _start, cursor.End) { InnerStart = Inner.Count };
        (_hasContainer, _listSign) = (true, kind == BlockKind.List ? sign : '\0');
    }

    private void CloseTo(int depth)
    {
        CloseLeaf();
        _containers.CloseTo(depth);
    }

    private void CloseContainer()
    {
        if (_hasContainer) Blocks.Add(_container with { InnerCount = Inner.Count - _container.InnerStart });
        _hasContainer = false;
    }

    private void CloseLeaf()
    {
        if (_leaf.Kind is not null) _leaf.Close(Target, _containers.HasQuote);
    }

    private List<Block> Target => _containers.Depth == 0 ? Blocks : Inner;
}
