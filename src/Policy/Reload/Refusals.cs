using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DecisionPolicies;

/// <summary>What a reload brought and is refused at the moment. Each change is told of once, however often it is looked at.</summary>
internal sealed class Refusals(ChosenOptions chosen, IHostApplicationLifetime? lifetime = null, ILoggerFactory? logging = null)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<object, Refusal> _standing = [];

    /// <summary>The log of the library.</summary>
    public ILogger Logger { get; } = (logging ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);

    /// <summary>What is refused now, each in a few words that hold no value.</summary>
    public IReadOnlyList<string> Standing
    {
        get
        {
            lock (_gate) return [.. _standing.Values.Select(refusal => refusal.InWords).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Refuses something.</summary>
    /// <param name="subject">What is refused.</param>
    /// <param name="cause">Tells one refusal of the subject from another, by value. It is kept and never shown.</param>
    /// <param name="tell">Logs and counts the refusal, and returns it in a few words. It is called where the cause is new.</param>
    public void Refuse(object subject, object cause, Func<string> tell)
    {
        string inWords;
        lock (_gate)
        {
            // A file watcher often speaks twice of one change, and each scope asks again.
            if (_standing.TryGetValue(subject, out var standing) && standing.Cause.Equals(cause)) return;
            inWords = tell();
            _standing[subject] = new(cause, inWords);
        }
        if (lifetime is not null && chosen.Value.OnRejectedReload is RejectedReload.StopHost) Stop(lifetime, inWords);
    }

    /// <summary>Ends the refusal of a subject.</summary>
    /// <param name="subject">What was refused, perhaps.</param>
    /// <param name="tell">Logs it. It is called where the subject was refused.</param>
    public void Accept(object subject, Action tell)
    {
        lock (_gate)
        {
            if (_standing.Remove(subject)) tell();
        }
    }

    private void Stop(IHostApplicationLifetime running, string inWords)
    {
        if (running.ApplicationStopping.IsCancellationRequested) return;
        Logger.Stopping(inWords);
        // Also for a program that forgets to return what RunWithDecisionsAsync returns, or does not use it.
        Environment.ExitCode = DecisionPoliciesHostExtensions.RejectedExitCode;
        // What the application does when it stops must not run inside the notice of a reload.
        ThreadPool.UnsafeQueueUserWorkItem(static lifetime => lifetime.StopApplication(), running, preferLocal: false);
    }

    private sealed record Refusal(object Cause, string InWords);
}
