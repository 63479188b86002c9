namespace DecisionPolicies.Records.Markdown;

/// <summary>The quotations and items of lists that are open, the outermost first.</summary>
internal sealed class Containers
{
    // Deeper nesting is text: a line costs no more than this, whatever is above it.
    private const int Deepest = 100;

    private Container[] _open = [];

    /// <summary>How many are open.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether one more may be opened.</summary>
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

    /// <summary>How many of them a line belongs to by its own signs and indentation, which the cursor goes past.</summary>
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

    /// <summary>Goes past the sign of a quotation and the space that belongs to it.</summary>
    public static void SkipQuoteSign(string text, ref LineCursor cursor)
    {
        cursor.SkipTo(1);
        if (cursor.At < cursor.End && text[cursor.At] is ' ' or '\t') cursor.SkipColumns(1);
    }

    /// <summary>Opens a quotation.</summary>
    public void OpenQuote() => Open(new(IsQuote: true, 0, IsEmpty: false));

    /// <summary>Opens an item.</summary>
    /// <param name="width">How far the lines that belong to it are indented.</param>
    /// <param name="isEmpty">Whether nothing follows its marker.</param>
    public void OpenItem(int width, bool isEmpty) => Open(new(IsQuote: false, width, isEmpty));

    /// <summary>Notes that the innermost one has content.</summary>
    public void Fill()
    {
        if (Depth > 0) _open[Depth - 1].IsEmpty = false;
    }

    /// <summary>Closes the innermost ones.</summary>
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
        // An item may begin with one blank line, not with two.
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
