namespace DecisionPolicies.Rules;

/// <summary>The status of a decision, in the words of MADR 4. It determines whether the rules are enforced.</summary>
public enum DecisionStatus
{
    /// <summary>The record's status is missing or is not a known word. The rules are not enforced.</summary>
    Unknown,

    /// <summary>Under discussion. A broken rule is a warning.</summary>
    Proposed,

    /// <summary>In force. A broken rule is an error: the host does not start.</summary>
    Accepted,

    /// <summary>Considered and turned down. The rules are not enforced.</summary>
    Rejected,

    /// <summary>No longer relevant. The rules are not enforced.</summary>
    Deprecated,

    /// <summary>Replaced by a later decision. The rules are not enforced.</summary>
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

    /// <summary>The status and its date, as in <c>accepted 2026-08-02</c>.</summary>
    /// <param name="decision">The decision.</param>
    public static string StatusInWords(this DecisionPolicy decision) =>
        decision.Date is { } date ? $"{decision.Status.Word()} {date.InWords()}" : decision.Status.Word();
}
