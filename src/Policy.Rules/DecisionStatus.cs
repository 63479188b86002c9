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
