namespace DecisionPolicies;

/// <summary>Waits until changes that come together have all come, but not for ever.</summary>
/// <param name="act">What to do then.</param>
internal sealed class QuietTime(Action act) : IDisposable
{
    // Sources that never come to rest are judged nevertheless.
    private const int MostExtensions = 20;

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private int _extensions;
    private bool _isDisposed;

    /// <summary>Begins to wait, or begins again if it is waiting.</summary>
    /// <param name="duration">How long nothing more must come.</param>
    /// <param name="time">The source of time.</param>
    public void Await(TimeSpan duration, TimeProvider time)
    {
        lock (_gate)
        {
            if (_isDisposed || _extensions > MostExtensions) return;
            _extensions++;
            _timer ??= time.CreateTimer(static quiet => ((QuietTime)quiet!).End(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(duration, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }
    }

    private void End()
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _extensions = 0;
        }
        act();
    }
}
