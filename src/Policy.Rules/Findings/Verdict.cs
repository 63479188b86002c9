namespace DecisionPolicies.Rules;

/// <summary>
/// What follows from a finding. No other code decides that: start, reload, build, editor and command ask here, each with what
/// it knows about the environment and the day.
/// </summary>
/// <param name="Consequence">What follows.</param>
/// <param name="Waiver">
/// The waiver that covers the finding; if none does, the last one that covered it and has expired, or that does not apply yet. Null if there is none.
/// </param>
/// <param name="Severity">The severity with which the finding is reported.</param>
internal readonly record struct Verdict(Consequence Consequence, Waiver? Waiver, Severity Severity)
{
    /// <summary>Why the waiver does not cover the finding on that day, as in <c>expired on 2027-01-31</c>; null if it does, or if there is none.</summary>
    public string? WhyNotWaived { get; private init; }

    /// <summary>Decides what follows from a finding.</summary>
    /// <param name="decision">The decision that has the broken rule.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="environment">The host environment; null if it is unknown, as in the build. Then only a waiver for all environments covers.</param>
    /// <param name="day">The day, in UTC; null for the compiler, which lacks a clock. Then a waiver covers, and the finding is a warning.</param>
    public static Verdict Of(DecisionPolicy decision, IFinding finding, string? environment, DateOnly? day)
    {
        if (!decision.IsInForce) return new(Consequence.NotInForce, null, Severity.Info);
        Waiver? covering = null, other = null;
        for (var i = 0; i < decision.Waivers.Count; i++)
        {
            var waiver = decision.Waivers[i];
            if (!waiver.Concerns(finding, environment)) continue;
            if (day is not { } today || waiver.AppliesOn(today)) covering = LaterOf(covering, waiver);
            else other = LaterOf(other, waiver);
        }
        if (covering is not null) return new(Consequence.Waived, covering, day is null ? Severity.Warning : Severity.Info);
        var verdict = decision.Status == DecisionStatus.Accepted
            ? new Verdict(Consequence.Rejected, other, Severity.Error)
            : new Verdict(Consequence.Warned, other, Severity.Warning);
        return other is null ? verdict : verdict with { WhyNotWaived = other.WhyNotOn(day!.Value) };
    }

    private static Waiver LaterOf(Waiver? waiver, Waiver other) => waiver is null || other.Until > waiver.Until ? other : waiver;
}

/// <summary>What follows from a finding.</summary>
internal enum Consequence
{
    /// <summary>Nothing: the decision is neither accepted nor proposed.</summary>
    NotInForce,

    /// <summary>The decision is accepted: the build fails, the host does not start, the reload is rejected.</summary>
    Rejected,

    /// <summary>The decision is only proposed: the finding is a warning.</summary>
    Warned,

    /// <summary>A waiver covers the finding.</summary>
    Waived,
}
