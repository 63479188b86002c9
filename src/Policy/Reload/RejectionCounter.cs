using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DecisionPolicies;

/// <summary>When something was refused.</summary>
internal enum Moment
{
    Start,
    Reload,
}

/// <summary>Counts what is refused.</summary>
/// <param name="factory">The container's factory of meters, which disposes of what it made; without one the meter is our own.</param>
internal sealed class RejectionCounter(IMeterFactory? factory = null) : IDisposable
{
    /// <summary>The whole configuration broke a decision.</summary>
    public const string Configuration = "configuration";

    /// <summary>A file of the configuration could not be loaded.</summary>
    public const string File = "file";

    private readonly Counter<long> _rejections = MeterOf(factory)
        .CreateCounter<long>(DecisionPoliciesMetrics.Rejections, "{rejection}", "Configurations and options that were refused.");

    /// <summary>Counts one refusal.</summary>
    /// <param name="moment">When.</param>
    /// <param name="refused">What: <see cref="Configuration"/>, <see cref="File"/> or the type of options.</param>
    /// <param name="decision">The id of the decision that is broken, if it is known.</param>
    public void Count(Moment moment, string refused, string? decision = null)
    {
        var tags = new TagList { { "decision_policies.moment", moment is Moment.Start ? "start" : "reload" }, { "decision_policies.refused", refused } };
        if (decision is not null) tags.Add("decision_policies.decision", DisplayText.Neutralise(decision));
        _rejections.Add(1, tags);
    }

    public void Dispose()
    {
        if (factory is null) _rejections.Meter.Dispose();
    }

    private static Meter MeterOf(IMeterFactory? factory) =>
        factory?.Create(DecisionPoliciesMetrics.MeterName) ?? new Meter(DecisionPoliciesMetrics.MeterName);
}
