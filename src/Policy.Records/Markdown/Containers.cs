namespace DecisionPolicies.Records.Markdown;

/// <summary>The open quotations and list items, outermost first.</summary>
internal sealed class Containers
{
    // Deeper nesting is text, so the cost of a line is bounded.
    private const int Deepest = 100;

    private Container[] _open = [];

    /// <summary>How many are open.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether no more may be opened.</summary>
    public bool IsFull => Depth == Deepest;

    /// <summary>Whether one of them is a quotation.</summary>
    public bool HasQuote
    {
        get
        {
            for (var i = 0; i < Depth; i++)
            {
                if (_open[i].IsQuote) return true;
            }
            return false;
        }
    }

    /// <summary>How many of them a line belongs to, by its markers and indentation. The cursor moves past these.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cursor">The start of the line.</param>
    public int Match(string text, ref LineCursor cursor)
    {
        for (var i = 0; i < Depth; i++)
        {
            if (!Matches(_open[i], text, ref cursor)) return i;
        }
        return Depth;
    }

    /// <summary>Moves past the marker of a quotation and the space that belongs to it.</summary>
    public static void SkipQuoteSign(string text, ref LineCursor cursor)
    {
        cursor.SkipTo(1);
        if (cursor.At < cursor.End && text[cursor.At] is ' ' or '\t') cursor.SkipColumns(1);
    }

    /// <summary>Opens a quotation.</summary>
    public void OpenQuote() => Open(new(IsQuote: true, 0, IsEmpty: false));

    /// <summary>Opens an item.</summary>
    /// <param name="width">The indentation of the lines that belong to it.</param>
    /// <param name="isEmpty">Whether nothing follows its marker.</param>
    public void OpenItem(int width, bool isEmpty) => Open(new(IsQuote: false, width, isEmpty));

    /// <summary>Records that the innermost container has content.</summary>
    public void Fill()
    {
        if (Depth > 0) _open[Depth - 1].IsEmpty = false;
    }

    /// <summary>Closes the innermost containers.</summary>
    /// <param name="depth">How many stay open.</param>
    public void CloseTo(int depth) => Depth = depth;

    private static bool Matches(Container container, string text, ref LineCursor cursor)
    {
        if (container.IsQuote)
        {
            if (cursor.Indent >= LineCursor.CodeIndent || cursor.Char != '>') return false;
            SkipQuoteSign(text, ref cursor);
            return true;
        }
        // An item may begin with one blank line, but not with two.
        if (cursor.IsBlank) return !container.IsEmpty;
        if (cursor.Indent < container.Width) return false;
        cursor.SkipColumns(container.Width);
        return true;
    }

    private void Open(Container container)
    {
        Fill();
        if (Depth == _open.Length) Array.Resize(ref _open, Math.Max(Depth * 2, 4));
        _open[Depth++] = container;
    }

    private record struct Container(bool IsQuote, int Width, bool IsEmpty);
}
