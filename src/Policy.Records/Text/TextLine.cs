namespace DecisionPolicies.Records;

/// <summary>One line of a file. LF, CRLF or CR ends it.</summary>
/// <param name="Number">The line's number, from 1.</param>
/// <param name="Whole">The text that contains the line.</param>
/// <param name="Start">The character at which it starts.</param>
/// <param name="Length">The length of the line, without the line end.</param>
/// <param name="Next">The character at which the next line starts.</param>
internal readonly record struct TextLine(int Number, string Whole, int Start, int Length, int Next)
{
    /// <summary>The characters that end a line.</summary>
    public static readonly char[] Ends = ['\r', '\n'];

    /// <summary>Whether a search for a line did not find one.</summary>
    public bool IsNone => Whole is null;

    /// <summary>Its text, without the line end. It is created on each call, because most lines never need it.</summary>
    public string Text => Whole.Substring(Start, Length);

    /// <summary>Whether the line starts with a text.</summary>
    /// <param name="text">The text.</param>
    public bool StartsWith(string text) => Length >= text.Length && string.CompareOrdinal(Whole, Start, text, 0, text.Length) == 0;

    /// <summary>Whether the line contains a text.</summary>
    /// <param name="text">The text.</param>
    public bool Contains(string text) => Whole.IndexOf(text, Start, Length, StringComparison.Ordinal) >= 0;

    /// <summary>The lines of a text from a position on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The character at which the first line starts.</param>
    /// <param name="number">The number of that line.</param>
    public static IEnumerable<TextLine> Of(string text, int start, int number)
    {
        while (start < text.Length)
        {
            var end = text.IndexOfAny(Ends, start);
            if (end < 0) end = text.Length;
            var isCrLf = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            var next = Math.Min(end + (isCrLf ? 2 : 1), text.Length);
            yield return new(number++, text, start, end - start, next);
            start = next;
        }
    }

    /// <summary>How many line ends a text has.</summary>
    /// <param name="text">The text.</param>
    public static int CountEnds(string text)
    {
        var count = 0;
        for (var at = text.IndexOfAny(Ends); at >= 0; at = text.IndexOfAny(Ends, at + 1))
        {
            // CRLF counts once, at its second half.
            if (text[at] == '\n' || at + 1 == text.Length || text[at + 1] != '\n') count++;
        }
        return count;
    }

    /// <summary>The place of a part of the line.</summary>
    /// <param name="index">Where in the line it starts, from 0.</param>
    /// <param name="length">How long it is.</param>
    public Place Place(int index, int length) => new(Number, index + 1, Number, index + length + 1);
}
