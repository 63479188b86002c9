using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DecisionPolicies;

/// <summary>What is currently rejected since a reload. Each change is reported once, however often it is checked.</summary>
internal sealed class Refusals(ChosenOptions chosen, IHostApplicationLifetime? lifetime = null, ILoggerFactory? logging = null)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<object, Refusal> _standing = [];

    /// <summary>The log of the library.</summary>
    public ILogger Logger { get; } = (logging ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);

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
    /// <param name="report">Logs and counts the rejection, and returns it in a few words. It is called only if the cause is new.</param>
    public void Refuse(object subject, object cause, Func<string> report)
    {
        string inWords;
        lock (_gate)
        {
            // A file watcher often signals one change twice, and each scope asks again.
            if (_standing.TryGetValue(subject, out var standing) && standing.Cause.Equals(cause)) return;
            inWords = report();
            _standing[subject] = new(cause, inWords);
        }
        if (lifetime is not null && chosen.Value.OnRejectedReload is RejectedReload.StopHost) Stop(lifetime, inWords);
    }

    /// <summary>Ends the rejection of a subject.</summary>
    /// <param name="subject">What may have been rejected.</param>
    /// <param name="report">Logs the end. It is called only if the subject was rejected.</param>
    public void Accept(object subject, Action report)
    {
        lock (_gate)
        {
            if (_standing.Remove(subject)) report();
        }
    }

    private void Stop(IHostApplicationLifetime running, string inWords)
    {
        if (running.ApplicationStopping.IsCancellationRequested) return;
        Logger.Stopping(inWords);
        // Also for a program that does not return the exit code of RunWithDecisionsAsync, or does not call it.
        Environment.ExitCode = DecisionPoliciesHostExtensions.RejectedExitCode;
        // The application's code for stopping must not run inside the notification of a reload.
        ThreadPool.UnsafeQueueUserWorkItem(static lifetime => lifetime.StopApplication(), running, preferLocal: false);
    }

    private sealed record Refusal(object Cause, string InWords);
}
