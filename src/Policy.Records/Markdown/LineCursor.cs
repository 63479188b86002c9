namespace DecisionPolicies.Records.Markdown;

/// <summary>A position in a line that moves forward. It counts columns, because a tab extends to the next multiple of four.</summary>
internal struct LineCursor
{
    /// <summary>The indentation from which text is code.</summary>
    public const int CodeIndent = 4;

    private const int TabWidth = 4;

    private readonly string _text;

    public LineCursor(string text, int start, int end)
    {
        _text = text;
        At = start;
        End = end;
        Look();
    }

    /// <summary>The index at which the line ends.</summary>
    public int End { get; }

    /// <summary>The index of the cursor.</summary>
    public int At { get; private set; }

    /// <summary>Its column, from 0. It may be inside a tab.</summary>
    public int Column { get; private set; }

    /// <summary>The index of the next character that is not a space or a tab, or the end of the line.</summary>
    public int Next { get; private set; }

    /// <summary>The number of columns before it.</summary>
    public int Indent { get; private set; }

    /// <summary>Whether the rest of the line is blank.</summary>
    public readonly bool IsBlank => Next == End;

    /// <summary>The next character that is not a space or a tab; NUL at the end of the line.</summary>
    public readonly char Char => Next < End ? _text[Next] : '\0';

    /// <summary>Moves to the next character that is not a space or a tab, and past some characters that are not tabs.</summary>
    /// <param name="length">How many.</param>
    public void SkipTo(int length)
    {
        Column += Indent + length;
        At = Next + length;
        Look();
    }

    /// <summary>Moves past spaces and parts of tabs.</summary>
    /// <param name="columns">How many columns.</param>
    public void SkipColumns(int columns)
    {
        for (; columns > 0 && At < End; columns--)
        {
            // The cursor leaves a tab with its last column.
            if (_text[At] != '\t' || Column % TabWidth == TabWidth - 1) At++;
            Column++;
        }
        Look();
    }

    private void Look()
    {
        var (next, column) = (At, Column);
        for (; next < End; next++)
        {
            if (_text[next] == ' ') column++;
            else if (_text[next] == '\t') column += TabWidth - (column % TabWidth);
            else break;
        }
        Next = next;
        Indent = column - Column;
    }
}
