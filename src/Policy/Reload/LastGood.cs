using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>The last good value of options, by name.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
internal sealed class LastGood<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    IEnumerable<KeptName<TOptions>> names,
    IEnumerable<IOptionsChangeTokenSource<TOptions>> changes,
    EffectiveConfiguration effective,
    ProviderFailures failures,
    ConfigurationVerdict verdict,
    RejectionCounter counter,
    Refusals refusals,
    TakenConfiguration? taken = null)
    where TOptions : class
{
    private readonly HashSet<string> _names = [.. names.Select(name => name.Value)];
    private readonly ConcurrentDictionary<string, Value> _values = [];

    /// <summary>Creates options, or returns their last good value.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="factory">What creates and validates them.</param>
    /// <exception cref="Exception">The options are not valid, and there is no last good value.</exception>
    public TOptions Create(string name, OptionsFactory<TOptions> factory)
    {
        if (!_names.Contains(name)) return Created(name, factory);
        if (!_values.TryGetValue(name, out var last)) return First(name, factory);
        if (IsConfigurationRefused()) return last.Options;

        var epoch = EpochOf(name);
        TOptions options;
        try
        {
            options = Created(name, factory);
        }
        catch (Exception error)
        {
            // If the next change has already happened, only that change counts.
            if (!epoch.IsOver) Reporting.Report(Refused(name, error, isHeldBack: false));
            return last.Options;
        }
        // The configuration may have changed for the worse while the options were bound.
        if (IsConfigurationRefused()) return last.Options;
        Remember(name, last, new(options, epoch));
        if (!epoch.IsOver) Reporting.Report(Accepted(name));
        return options;
    }

    /// <summary>Tries what a reload brings, before anybody sees it.</summary>
    /// <param name="name">The name of the options.</param>
    /// <param name="factory">What creates and validates them.</param>
    /// <param name="reports">Is given what to report once the locks are free.</param>
    /// <param name="isKey">Whether code has set a key, and no source has changed.</param>
    /// <returns>Whether the options would be valid.</returns>
    public bool IsGood(string name, OptionsFactory<TOptions> factory, List<Action?> reports, bool isKey)
    {
        try
        {
            factory.Create(name);
        }
        catch (Exception error)
        {
            reports.Add(isKey ? refusals.Refuse(Kept(name), Report(name, error)) : Refused(name, error, isHeldBack: true));
            return false;
        }
        if (!isKey) reports.Add(Accepted(name));
        return true;
    }

    // Data changes a moment before its notification, so a value may already contain data that is about to be rejected. Of several
    // values between two changes the first is kept, which is created during the notification, and only if the configuration is good
    // after it was created.
    private void Remember(string name, Value last, Value next)
    {
        if (last.Epoch.MayBeOver && verdict.IsGoodAtThisMoment()) _values.TryUpdate(name, next, last);
    }

    private TOptions First(string name, OptionsFactory<TOptions> factory)
    {
        var epoch = EpochOf(name);
        var options = Created(name, factory);
        var failed = failures.InWords();
        if (failed.Count > 0) throw new OptionsValidationException(name, typeof(TOptions), failed);
        _values.TryAdd(name, new(options, epoch));
        return options;
    }

    private bool IsConfigurationRefused() => failures.Any() || verdict.IsRejected();

    private TOptions Created(string name, OptionsFactory<TOptions> factory)
    {
        using (taken?.SeeAccepted()) return factory.Create(name);
    }

    private Action? Refused(string name, Exception error, bool isHeldBack)
    {
        var cause = $"{error.GetType()} {error.Message}";
        var report = Report(name, error);
        return isHeldBack ? refusals.HoldBack((this, name), cause, Kept(name), _ => report()) : refusals.Refuse((this, name), cause, Kept(name), report);
    }

    private Action Report(string name, Exception error)
    {
        // Now, while the configuration is seen that made them invalid.
        var why = OptionsRefusal.InWords(error, effective.Configuration);
        return () =>
        {
            refusals.Logger.OptionsKept(ShownName(name), why);
            counter.Count(Moment.Reload, typeof(TOptions).ToString());
        };
    }

    private static string Kept(string name) => $"{ShownName(name)} keeps its last good value";

    private Action? Accepted(string name) => refusals.Accept((this, name), () => refusals.Logger.OptionsGoodAgain(ShownName(name)));

    private Epoch EpochOf(string name)
    {
        var tokens = changes.Where(change => change.Name is null || change.Name == name).Select(change => change.GetChangeToken());
        return new(effective.ReloadToken is { } token ? [token, .. tokens] : [.. tokens]);
    }

    private static string ShownName(string name) =>
        name == Options.DefaultName ? typeof(TOptions).ToString() : $"{typeof(TOptions)} '{DisplayText.Neutralise(name)}'";

    private sealed class Value(TOptions options, Epoch epoch)
    {
        public TOptions Options => options;

        public Epoch Epoch => epoch;
    }
}
