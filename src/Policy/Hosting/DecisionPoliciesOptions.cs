namespace DecisionPolicies;

/// <summary>
/// The decisions that a host keeps. The options exist to be validated at start: their validation judges the effective
/// configuration by every decision in the list.
/// </summary>
public sealed class DecisionPoliciesOptions
{
    /// <summary>The decisions, in the order in which a rejection lists them.</summary>
    public IList<DecisionPolicy> Decisions { get; } = [];

    /// <summary>
    /// What the host does when a reload is refused: because it breaks a decision, because options that keep their last good value
    /// would not be good, or because a file cannot be loaded.
    /// </summary>
    public RejectedReload OnRejectedReload { get; set; }
}
