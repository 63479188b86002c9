namespace DecisionPolicies;

/// <summary>Waits until changes that come together have all come, but not without end.</summary>
/// <param name="act">What to do then.</param>
internal sealed class QuietTime(Action act) : IDisposable
{
    // Sources that never come to rest are judged nevertheless.
    private const int MostDurations = 20;

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isWaiting;
    private bool _isDisposed;
    private long _began;
    private TimeSpan _due;
    private TimeSpan _latest;

    /// <summary>Begins to wait, or waits longer if it is waiting.</summary>
    /// <param name="duration">How long nothing more must come.</param>
    /// <param name="time">The source of time.</param>
    public void Await(TimeSpan duration, TimeProvider time)
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            if (!_isWaiting) (_isWaiting, _began, _due, _latest) = (true, time.GetTimestamp(), TimeSpan.Zero, TimeSpan.Zero);
            var elapsed = time.GetElapsedTime(_began);
            _due = Max(_due, elapsed + duration);
            _latest = Max(_latest, MostDurations * duration);
            if (_timer is null)
            {
                // What the first change was part of must not become part of every later one.
                using (ExecutionContext.SuppressFlow())
                {
                    _timer = time.CreateTimer(static quiet => ((QuietTime)quiet!).End(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                }
            }
            _timer.Change(Max(TimeSpan.Zero, (_due < _latest ? _due : _latest) - elapsed), Timeout.InfiniteTimeSpan);
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

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private void End()
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _isWaiting = false;
        }
        act();
    }
}
