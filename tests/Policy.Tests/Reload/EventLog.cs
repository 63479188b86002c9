using Microsoft.Extensions.Logging;

namespace DecisionPolicies.Tests.Reload;

/// <summary>One entry of a log.</summary>
internal sealed record Entry(string Category, LogLevel Level, EventId Event, string Message, Exception? Error)
{
    /// <summary>The fields that a structured log keeps.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Fields { get; init; } = [];

    public override string ToString() => $"{Level} {Event.Id} {Event.Name}: {Message}";
}

/// <summary>Everything that was logged.</summary>
internal sealed class EventLog : ILoggerProvider
{
    private readonly List<Entry> _entries = [];
    private readonly List<(Func<Entry, bool> IsIt, TaskCompletionSource Seen)> _awaited = [];

    /// <summary>Every entry.</summary>
    public IReadOnlyList<Entry> All
    {
        get
        {
            lock (_entries) return [.. _entries];
        }
    }

    /// <summary>The entries of the library, oldest first.</summary>
    public IReadOnlyList<Entry> Own => [.. All.Where(entry => entry.Category == "DecisionPolicies")];

    /// <summary>The ids of the library's events, oldest first.</summary>
    public IEnumerable<int> Ids => Own.Select(entry => entry.Event.Id);

    /// <summary>Completes with the next entry of an id.</summary>
    public Task Next(int id) => Next(entry => entry.Category == "DecisionPolicies" && entry.Event.Id == id);

    /// <summary>Completes with the next entry of a kind, of any category.</summary>
    public Task Next(Func<Entry, bool> isIt)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_entries) _awaited.Add((isIt, seen));
        return seen.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private void Add(Entry entry)
    {
        lock (_entries)
        {
            _entries.Add(entry);
            foreach (var (_, seen) in _awaited.Where(awaited => awaited.IsIt(entry))) seen.TrySetResult();
        }
    }

    private sealed class Logger(EventLog log, string category) : ILogger
    {
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add(new(category, logLevel, eventId, formatter(state, exception), exception)
            {
                Fields = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [],
            });

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    }
}
