namespace DecisionPolicies.Records;

/// <summary>One line of a file, whatever ends it: LF, CRLF or CR.</summary>
/// <param name="Number">The line's number, from 1.</param>
/// <param name="Start">The character at which it starts.</param>
/// <param name="Text">Its text, without the line end.</param>
/// <param name="Next">The character at which the next line starts.</param>
internal readonly record struct TextLine(int Number, int Start, string Text, int Next)
{
    private static readonly char[] _lineEnds = ['\r', '\n'];

    /// <summary>The lines of a text from a place on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The character at which the first line starts.</param>
    /// <param name="number">The number of that line.</param>
    public static IEnumerable<TextLine> Of(string text, int start, int number)
    {
        while (start < text.Length)
        {
            var end = text.IndexOfAny(_lineEnds, start);
            if (end < 0) end = text.Length;
            var isCrLf = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            var next = Math.Min(end + (isCrLf ? 2 : 1), text.Length);
            yield return new(number++, start, text.Substring(start, end - start), next);
            start = next;
        }
    }

    /// <summary>How many line ends a text has.</summary>
    /// <param name="text">The text.</param>
    public static int CountEnds(string text)
    {
        var count = 0;
        for (var at = text.IndexOfAny(_lineEnds); at >= 0; at = text.IndexOfAny(_lineEnds, at + 1))
        {
            // CRLF is counted at its second half.
            if (text[at] == '\n' || at + 1 == text.Length || text[at + 1] != '\n') count++;
        }
        return count;
    }

    /// <summary>The lines that are prose: those of fenced code blocks are left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The character at which the first line starts.</param>
    /// <param name="number">The number of that line.</param>
    public static IEnumerable<TextLine> OfProse(string text, int start, int number)
    {
        var fence = "";
        foreach (var line in Of(text, start, number))
        {
            var marks = FenceOf(line.Text.TrimStart());
            if (fence.Length == 0 && marks.Length == 0) yield return line;
            else if (fence.Length == 0) fence = marks;
            // A fence is closed by one that is as long and stands alone.
            else if (marks.StartsWith(fence, StringComparison.Ordinal) && line.Text.Trim() == marks) fence = "";
        }
    }

    private static string FenceOf(string line)
    {
        var mark = line.Length > 0 ? line[0] : ' ';
        if (mark is not ('`' or '~')) return "";
        var marks = line.Substring(0, line.TakeWhile(c => c == mark).Count());
        // A line with more backticks further on is prose that starts with code.
        return marks.Length < 3 || (mark == '`' && line.IndexOf('`', marks.Length) >= 0) ? "" : marks;
    }

    /// <summary>The place of a stretch of the line.</summary>
    /// <param name="index">Where in the line it starts, from 0.</param>
    /// <param name="length">How long it is.</param>
    public Place Place(int index, int length) => new(Number, index + 1, Number, index + length + 1);
}
