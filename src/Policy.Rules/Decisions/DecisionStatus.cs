namespace DecisionPolicies.Rules;

/// <summary>Where a decision is in its life. The words are MADR 4's; the status decides whether rules are enforced.</summary>
public enum DecisionStatus
{
    /// <summary>The record's status is missing, or none of the known words. It is never enforced.</summary>
    Unknown,

    /// <summary>Under discussion. A broken rule warns.</summary>
    Proposed,

    /// <summary>In force. A broken rule rejects.</summary>
    Accepted,

    /// <summary>Considered and turned down. Not enforced.</summary>
    Rejected,

    /// <summary>No longer relevant. Not enforced.</summary>
    Deprecated,

    /// <summary>Replaced by a later decision. Not enforced.</summary>
    Superseded,
}

/// <summary>Statuses in words.</summary>
internal static class DecisionStatusText
{
    /// <summary>The status as records write it, as in <c>accepted</c>.</summary>
    /// <param name="status">The status.</param>
    public static string Word(this DecisionStatus status) => status switch
    {
        DecisionStatus.Proposed => "proposed",
        DecisionStatus.Accepted => "accepted",
        DecisionStatus.Rejected => "rejected",
        DecisionStatus.Deprecated => "deprecated",
        DecisionStatus.Superseded => "superseded",
        _ => "unknown",
    };

    /// <summary>The status and since when, as in <c>accepted 2026-08-02</c>.</summary>
    /// <param name="decision">The decision.</param>
    public static string StatusInWords(this DecisionPolicy decision) =>
        decision.Date is { } date ? $"{decision.Status.Word()} {date.InWords()}" : decision.Status.Word();
}
