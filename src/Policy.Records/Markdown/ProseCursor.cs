namespace DecisionPolicies.Records.Markdown;

/// <summary>A position in a paragraph that moves forward. It skips the characters before the text of each line.</summary>
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

    /// <summary>The index of the line in the paragraph.</summary>
    public int Line { get; private set; }

    /// <summary>The index in the text.</summary>
    public int At { get; private set; }

    /// <summary>Whether the line ends here.</summary>
    public readonly bool IsAtLineEnd => At >= _lines[Line].End;

    /// <summary>Whether the paragraph ends here.</summary>
    public readonly bool IsAtEnd => IsAtLineEnd && Line == _lines.Count - 1;

    /// <summary>The character here; a line feed at the end of a line.</summary>
    public readonly char Char => IsAtLineEnd ? '\n' : _text[At];

    /// <summary>Moves to the next character, or from the end of a line to the next line.</summary>
    public void Next()
    {
        if (!IsAtLineEnd) At++;
        else if (Line < _lines.Count - 1) At = _lines[++Line].Text;
    }

    /// <summary>Moves past a backslash that escapes the next character.</summary>
    public void SkipEscape()
    {
        if (At + 1 < _lines[Line].End && InlineSigns.IsPunctuation(_text[At + 1])) At++;
    }

    /// <summary>Moves past spaces and tabs and, optionally, one line end.</summary>
    /// <param name="lineEnds">Whether to move past a line end.</param>
    public void SkipSpace(bool lineEnds)
    {
        while (!IsAtLineEnd && _text[At] is ' ' or '\t') At++;
        if (!lineEnds || !IsAtLineEnd || IsAtEnd) return;
        Next();
        while (!IsAtLineEnd && _text[At] is ' ' or '\t') At++;
    }
}
