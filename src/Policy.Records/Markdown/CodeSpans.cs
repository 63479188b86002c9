namespace DecisionPolicies.Records.Markdown;

/// <summary>Finds where code inside prose ends: at as many backticks as it begins with.</summary>
internal sealed class CodeSpans
{
    // More backticks in a row are text: no record has them, and the places of all lengths must not take memory without bound.
    private const int Longest = 80;

    private readonly string _text;
    private readonly int _start;
    private readonly int _end;
    private int[]? _last;

    /// <summary>Looks for code in a part of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the part starts.</param>
    /// <param name="end">Where it ends.</param>
    public CodeSpans(string text, int start, int end)
    {
        _text = text;
        _start = start;
        _end = end;
    }

    /// <summary>The character after code that begins at a backtick; after the backticks where it has no end, and they are text.</summary>
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
        // From now on it is known which lengths do not come again, so that the text is looked through once for all of them.
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
