namespace DecisionPolicies.Records.Markdown;

/// <summary>A place in a paragraph that goes forward, from line to line without what is before the text of each.</summary>
internal struct ProseCursor
{
    private readonly string _text;
    private readonly List<ProseLine> _lines;

    public ProseCursor(string text, List<ProseLine> lines, int line)
    {
        _text = text;
        _lines = lines;
        Line = line;
        At = lines[line].Text;
    }

    /// <summary>The line, by its number in the paragraph.</summary>
    public int Line { get; private set; }

    /// <summary>The character in the text.</summary>
    public int At { get; private set; }

    /// <summary>Whether the line ends here.</summary>
    public readonly bool IsAtLineEnd => At >= _lines[Line].End;

    /// <summary>Whether the paragraph ends here.</summary>
    public readonly bool IsAtEnd => IsAtLineEnd && Line == _lines.Count - 1;

    /// <summary>The character here; a line feed at the end of a line.</summary>
    public readonly char Char => IsAtLineEnd ? '\n' : _text[At];

    /// <summary>Goes one character on, if only to the next line.</summary>
    public void Next()
    {
        if (!IsAtLineEnd) At++;
        else if (Line < _lines.Count - 1) At = _lines[++Line].Text;
    }

    /// <summary>Goes past a backslash, where a sign follows that it takes the meaning from.</summary>
    public void SkipEscape()
    {
        if (At + 1 < _lines[Line].End && InlineSigns.IsPunctuation(_text[At + 1])) At++;
    }

    /// <summary>Goes past spaces and tabs, and past one line end where that is wanted.</summary>
    /// <param name="lineEnds">Whether it is.</param>
    public void SkipSpace(bool lineEnds)
    {
        while (!IsAtLineEnd && _text[At] is ' ' or '\t') At++;
        if (!lineEnds || !IsAtLineEnd || IsAtEnd) return;
        Next();
        while (!IsAtLineEnd && _text[At] is ' ' or '\t') At++;
    }
}
