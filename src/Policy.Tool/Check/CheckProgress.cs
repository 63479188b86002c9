namespace DecisionPolicies.Tool.Check;

/// <summary>A progress bar on standard error, for work that takes more than a moment, on a terminal only.</summary>
/// <param name="total">How many units there are.</param>
/// <param name="context">The surroundings.</param>
internal sealed class CheckProgress(int total, ToolContext context)
{
    private const int Width = 30;
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    private readonly long _start = context.Time.GetTimestamp();
    private TimeSpan _shown;
    private int _done;

    /// <summary>Counts one more unit as done.</summary>
    public void Step()
    {
        _done++;
        var elapsed = context.Time.GetElapsedTime(_start);
        if (elapsed < _moment || elapsed - _shown < _pause) return;
        _shown = elapsed;
        var filled = total == 0 ? Width : (int)((long)Width * Math.Min(_done, total) / total);
        context.Error.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {_done} of {total}");
    }

    /// <summary>Removes the bar, so that none of it remains between the lines of the report.</summary>
    public void Clear()
    {
        if (_shown == default) return;
        context.Error.Write("\r\u001b[K");
        _shown = default;
    }
}
