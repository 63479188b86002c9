namespace DecisionPolicies.Records.Markdown;

/// <summary>Finds the end of code inside prose: as many backticks as it begins with.</summary>
internal sealed class CodeSpans
{
    // More backticks in a row are text. Records never have so many, and the memory for all lengths must be bounded.
    private const int Longest = 80;

    private readonly string _text;
    private readonly int _start;
    private readonly int _end;
    private int[]? _last;

    /// <summary>Searches for code in a part of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the part starts.</param>
    /// <param name="end">Where it ends.</param>
    public CodeSpans(string text, int start, int end)
    {
        _text = text;
        _start = start;
        _end = end;
    }

    /// <summary>The position after code that begins at a backtick; if the code does not end, the position after the backticks, which are text.</summary>
    /// <param name="at">The first backtick.</param>
    /// <param name="length">How many backticks there are.</param>
    public int EndOf(int at, out int length)
    {
        length = LeafMarks.CountOf(_text, at, _end);
        var start = at + length;
        if (length > Longest || (_last is not null && _last[length] < start)) return start;
        for (var next = Next(start); next >= 0;)
        {
            var count = LeafMarks.CountOf(_text, next, _end);
            if (count == length) return next + count;
            next = Next(next + count);
        }
        // From now on, the last position of each length is known, so the text is searched only once for all lengths.
        _last ??= LastOfEach();
        return start;
    }

    private int Next(int at) => at < _end ? _text.IndexOf('`', at, _end - at) : -1;

    private int[] LastOfEach()
    {
        var last = new int[Longest + 1];
        for (var i = 0; i < last.Length; i++) last[i] = -1;
        for (var at = Next(_start); at >= 0;)
        {
            var count = LeafMarks.CountOf(_text, at, _end);
            if (count <= Longest) last[count] = at;
            at = Next(at + count);
        }
        return last;
    }
}
