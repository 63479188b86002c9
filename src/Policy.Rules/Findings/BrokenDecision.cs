namespace DecisionPolicies.Rules;

/// <summary>A decision and where it is broken.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Rules">Its broken rules, each in one place; all are rejected, or all are warnings.</param>
internal sealed record BrokenDecision(DecisionPolicy Decision, IReadOnlyList<BrokenRule> Rules);

/// <summary>A finding that counts, with its verdict: rejected or warned.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Verdict">The verdict.</param>
internal sealed record BrokenRule(IFinding Finding, Verdict Verdict);

/// <summary>A finding that a waiver covers.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Waiver">The waiver.</param>
internal sealed record WaivedFinding(DecisionPolicy Decision, IFinding Finding, Waiver Waiver);
