namespace DecisionPolicies.Records.Markdown;

/// <summary>Determines which asterisks, underscores and tildes are marks, by CommonMark's rules for opening and closing emphasis.</summary>
internal sealed class Emphasis
{
    private readonly List<Run> _runs = [];

    /// <summary>The number of runs that wait for a partner.</summary>
    public int Count => _runs.Count;

    /// <summary>Adds a run of one character.</summary>
    /// <param name="sign">The character.</param>
    /// <param name="place">The position of the run.</param>
    /// <param name="count">The length of the run.</param>
    /// <param name="before">The character before.</param>
    /// <param name="after">The character after.</param>
    public void Add(char sign, int place, int count, char before, char after)
    {
        // Two tildes are strikethrough; any other number of tildes is text.
        if (sign == '~' && count != 2) return;
        var (isBeforeSpace, isBeforeSign) = (char.IsWhiteSpace(before), IsSign(before));
        var (isAfterSpace, isAfterSign) = (char.IsWhiteSpace(after), IsSign(after));
        var isLeft = !isAfterSpace && (!isAfterSign || isBeforeSpace || isBeforeSign);
        var isRight = !isBeforeSpace && (!isBeforeSign || isAfterSpace || isAfterSign);
        var opens = sign == '_' ? isLeft && (!isRight || isBeforeSign) : isLeft;
        var closes = sign == '_' ? isRight && (!isLeft || isAfterSign) : isRight;
        if (opens || closes) _runs.Add(new(sign, place, count, count, opens, closes));
    }

    /// <summary>Pairs the runs, which then no longer wait.</summary>
    /// <param name="first">The first run that may be paired.</param>
    /// <param name="marks">Receives the positions of the marks.</param>
    public void Match(int first, HashSet<int> marks)
    {
        for (var close = first; close < _runs.Count; close++)
        {
            while (_runs[close] is { Closes: true, Left: > 0 } && OpenerOf(close, first) is var open and >= 0) Pair(open, ref close, marks);
        }
        _runs.RemoveRange(first, _runs.Count - first);
    }

    private void Pair(int open, ref int close, HashSet<int> marks)
    {
        var (opener, closer) = (_runs[open], _runs[close]);
        var count = opener.Left >= 2 && closer.Left >= 2 ? 2 : 1;
        for (var i = 0; i < count; i++)
        {
            // An opener is used up from its end, a closer from its start.
            marks.Add(opener.Place + opener.Left - 1 - i);
            marks.Add(closer.Place + closer.Count - closer.Left + i);
        }
        _runs[open] = opener with { Left = opener.Left - count };
        _runs[close] = closer with { Left = closer.Left - count };
        // A run between them cannot have a partner outside.
        _runs.RemoveRange(open + 1, close - open - 1);
        close = open + 1;
    }

    private int OpenerOf(int close, int first)
    {
        var closer = _runs[close];
        for (var i = close - 1; i >= first; i--)
        {
            var run = _runs[i];
            if (run.Sign != closer.Sign || !run.Opens || run.Left == 0) continue;
            // "The rule of three": *a**b* is not split in the middle.
            var isBoth = run.Closes || closer.Opens;
            if (run.Sign != '~' && isBoth && (run.Count + closer.Count) % 3 == 0 && !(run.Count % 3 == 0 && closer.Count % 3 == 0)) continue;
            return i;
        }
        return -1;
    }

    private static bool IsSign(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    private readonly record struct Run(char Sign, int Place, int Count, int Left, bool Opens, bool Closes);
}
