namespace DecisionPolicies.Tool.Check;

/// <summary>A progress bar on standard error, for work that takes more than a moment, on a terminal only.</summary>
/// <param name="total">How many units there are.</param>
/// <param name="context">The surroundings.</param>
internal sealed class CheckProgress(int total, ToolContext context)
{
    // Of the narrowest terminal. Most terminals begin a new line after their last column.
    private const int Columns = 29;
    private const int Brackets = 3;
    private const int NarrowestBar = 5;

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
        context.Error.Write($"\r{Bar}{_done} of {total}");
    }

    private string Bar
    {
        get
        {
            var width = Columns - Brackets - $"{total} of {total}".Length;
            if (width < NarrowestBar) return "";
            var filled = total == 0 ? width : (int)((long)width * Math.Min(_done, total) / total);
            return $"[{new string('#', filled)}{new string('.', width - filled)}] ";
        }
    }

    /// <summary>Removes the bar, so that none of it remains between the lines of the report.</summary>
    public void Clear()
    {
        if (_shown == default) return;
        context.Error.Write("\r\u001b[K");
        _shown = default;
    }
}
