using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DecisionPolicies;

/// <summary>When something was rejected.</summary>
internal enum Moment
{
    Start,
    Reload,
    Request,
}

/// <summary>Counts rejections.</summary>
/// <param name="factory">The container's meter factory, which disposes its meters; without one, this class creates the meter itself.</param>
internal sealed class RejectionCounter(IMeterFactory? factory = null) : IDisposable
{
    /// <summary>The whole configuration broke a decision.</summary>
    public const string Configuration = "configuration";

    /// <summary>A file of the configuration could not be loaded.</summary>
    public const string File = "file";

    /// <summary>A request asked for a forbidden endpoint.</summary>
    public const string Endpoint = "endpoint";

    private readonly Counter<long> _rejections = MeterOf(factory)
        .CreateCounter<long>(DecisionPoliciesMetrics.Rejections, "{rejection}", "Configurations and options that were rejected.");

    /// <summary>Counts one rejection.</summary>
    /// <param name="moment">When.</param>
    /// <param name="refused">What was rejected: <see cref="Configuration"/>, <see cref="File"/>, <see cref="Endpoint"/> or the type of the options.</param>
    /// <param name="decision">The id of the broken decision, if it is known.</param>
    public void Count(Moment moment, string refused, string? decision = null)
    {
        var tags = new TagList { { "decision_policies.moment", NameOf(moment) }, { "decision_policies.refused", refused } };
        if (decision is not null) tags.Add("decision_policies.decision", DisplayText.Neutralise(decision));
        _rejections.Add(1, tags);
    }

    /// <summary>Shows how long what is in force has been older than what the sources hold.</summary>
    /// <param name="seconds">Measures it, in seconds; 0 if it is not older.</param>
    public void ShowOutdated(Func<double> seconds) => _rejections.Meter.CreateObservableGauge(
        DecisionPoliciesMetrics.Outdated, seconds, "s", "How long an older configuration has been in force, because reloads were rejected.");

    public void Dispose()
    {
        if (factory is null) _rejections.Meter.Dispose();
    }

    private static string NameOf(Moment moment) => moment switch { Moment.Start => "start", Moment.Reload => "reload", _ => "request" };

    private static Meter MeterOf(IMeterFactory? factory) =>
        factory?.Create(DecisionPoliciesMetrics.MeterName) ?? new Meter(DecisionPoliciesMetrics.MeterName);
}
