using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DecisionPolicies;

/// <summary>
/// What is currently rejected since a reload. Each change is reported once, however often it is checked. What is to be reported of a
/// change is returned, to be reported once no lock is held.
/// </summary>
internal sealed class Refusals(
    ChosenOptions chosen, TimeProvider time, IHostApplicationLifetime? lifetime = null, ILoggerFactory? logging = null)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<object, Refusal> _standing = [];
    private DateTimeOffset? _heldBackSince;

    /// <summary>The log of the library.</summary>
    public ILogger Logger { get; } = (logging ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);

    /// <summary>Since when reloads have been held back, so that an older configuration is in force; null if none is.</summary>
    public DateTimeOffset? HeldBackSince
    {
        get
        {
            lock (_gate) return _heldBackSince;
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

    /// <summary>Rejects something that is seen already.</summary>
    /// <param name="subject">What is rejected.</param>
    /// <param name="cause">Distinguishes one rejection of the subject from another, by value. It is kept and never shown.</param>
    /// <param name="inWords">The rejection in a few words that contain no value.</param>
    /// <param name="report">Logs and counts the rejection.</param>
    /// <returns>What is to be reported; null if the cause is not new.</returns>
    public Action? Refuse(object subject, object cause, string inWords, Action report) =>
        Refuse(subject, new(cause, inWords, IsHeldBack: false), _ => report());

    /// <summary>Rejects something that nobody sees.</summary>
    /// <param name="subject">What is rejected.</param>
    /// <param name="cause">Distinguishes one rejection of the subject from another, by value. It is kept and never shown.</param>
    /// <param name="inWords">The rejection in a few words that contain no value.</param>
    /// <param name="report">Logs and counts the rejection, given since when reloads have been held back.</param>
    /// <returns>What is to be reported; null if the cause is not new.</returns>
    public Action? HoldBack(object subject, object cause, string inWords, Action<DateTimeOffset> report) =>
        Refuse(subject, new(cause, inWords, IsHeldBack: true), report);

    /// <summary>Rejects something that is forgotten at once, because nothing of it is left.</summary>
    /// <param name="inWords">The rejection in a few words that contain no value.</param>
    /// <param name="report">Logs and counts the rejection.</param>
    /// <returns>What is to be reported.</returns>
    public Action Refuse(string inWords, Action report) => Reported(inWords, report);

    /// <summary>Ends the rejection of a subject.</summary>
    /// <param name="subject">What may have been rejected.</param>
    /// <param name="report">Logs the end.</param>
    /// <returns>What is to be reported; null if the subject was not rejected.</returns>
    public Action? Accept(object subject, Action report)
    {
        lock (_gate)
        {
            if (!_standing.Remove(subject)) return null;
            if (!_standing.Values.Any(refusal => refusal.IsHeldBack)) _heldBackSince = null;
        }
        return report;
    }

    private Action? Refuse(object subject, Refusal refusal, Action<DateTimeOffset> report)
    {
        DateTimeOffset since;
        lock (_gate)
        {
            // A file watcher often signals one change twice, and each scope asks again.
            if (_standing.TryGetValue(subject, out var standing) && standing.Cause.Equals(refusal.Cause)) return null;
            _standing[subject] = refusal;
            since = time.GetUtcNow();
            if (refusal.IsHeldBack) since = _heldBackSince ??= since;
        }
        return Reported(refusal.InWords, () => report(since));
    }

    private Action Reported(string inWords, Action report) => () =>
    {
        Reporting.Report(report);
        if (lifetime is not null && chosen.Value.OnRejectedReload is RejectedReload.StopHost) Stop(lifetime, inWords);
    };

    private void Stop(IHostApplicationLifetime running, string inWords)
    {
        if (running.ApplicationStopping.IsCancellationRequested) return;
        Reporting.Report(() => Logger.Stopping(inWords));
        // Also for a program that does not return the exit code of RunWithDecisionsAsync, or does not call it.
        Environment.ExitCode = DecisionPoliciesHostExtensions.RejectedExitCode;
        // The application's code for stopping must not run inside the notification of a reload.
        ThreadPool.UnsafeQueueUserWorkItem(static lifetime => lifetime.StopApplication(), running, preferLocal: false);
    }

    private sealed record Refusal(object Cause, string InWords, bool IsHeldBack);
}
