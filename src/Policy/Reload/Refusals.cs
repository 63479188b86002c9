using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DecisionPolicies;

/// <summary>
/// What is currently rejected since a reload. Each change is reported once, however often it is checked. Logs and meters are other
/// people's code: they are told last, without a lock, and what they throw changes nothing.
/// </summary>
internal sealed class Refusals(
    ChosenOptions chosen, TimeProvider time, IHostApplicationLifetime? lifetime = null, ILoggerFactory? logging = null)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<object, Refusal> _standing = [];
    private DateTimeOffset? _since;

    /// <summary>The log of the library.</summary>
    public ILogger Logger { get; } = (logging ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);

    /// <summary>Since when something has been rejected, so that what is in force is older than what the sources hold; null if nothing is.</summary>
    public DateTimeOffset? Since
    {
        get
        {
            lock (_gate) return _since;
        }
    }

    /// <summary>What is currently rejected, each in a few words that contain no value.</summary>
    public IReadOnlyList<string> Standing
    {
        get
        {
            lock (_gate) return [.. _standing.Values.Select(refusal => refusal.InWords).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Rejects something.</summary>
    /// <param name="subject">What is rejected.</param>
    /// <param name="cause">Distinguishes one rejection of the subject from another, by value. It is kept and never shown.</param>
    /// <param name="inWords">The rejection in a few words that contain no value.</param>
    /// <param name="tell">Logs and counts the rejection, given since when something has been rejected. It is called only if the cause is new.</param>
    public void Refuse(object subject, object cause, string inWords, Action<DateTimeOffset> tell)
    {
        DateTimeOffset since;
        lock (_gate)
        {
            // A file watcher often signals one change twice, and each scope asks again.
            if (_standing.TryGetValue(subject, out var standing) && standing.Cause.Equals(cause)) return;
            _standing[subject] = new(cause, inWords);
            since = _since ??= time.GetUtcNow();
        }
        Tell(() => tell(since));
        if (lifetime is not null && chosen.Value.OnRejectedReload is RejectedReload.StopHost) Stop(lifetime, inWords);
    }

    /// <summary>Ends the rejection of a subject.</summary>
    /// <param name="subject">What may have been rejected.</param>
    /// <param name="tell">Logs the end. It is called only if the subject was rejected.</param>
    public void Accept(object subject, Action tell)
    {
        lock (_gate)
        {
            if (!_standing.Remove(subject)) return;
            if (_standing.Count == 0) _since = null;
        }
        Tell(tell);
    }

    private static void Tell(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception)
        {
            // Nobody is left to be told that a log or a meter has failed.
        }
    }

    private void Stop(IHostApplicationLifetime running, string inWords)
    {
        if (running.ApplicationStopping.IsCancellationRequested) return;
        Tell(() => Logger.Stopping(inWords));
        // Also for a program that does not return the exit code of RunWithDecisionsAsync, or does not call it.
        Environment.ExitCode = DecisionPoliciesHostExtensions.RejectedExitCode;
        // The application's code for stopping must not run inside the notification of a reload.
        ThreadPool.UnsafeQueueUserWorkItem(static lifetime => lifetime.StopApplication(), running, preferLocal: false);
    }

    private sealed record Refusal(object Cause, string InWords);
}
