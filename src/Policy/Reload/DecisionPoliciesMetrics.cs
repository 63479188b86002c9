namespace DecisionPolicies;

/// <summary>The names of the meter and its instruments, for code that collects metrics.</summary>
public static class DecisionPoliciesMetrics
{
    /// <summary>The name of the meter, as in <c>AddMeter(DecisionPoliciesMetrics.MeterName)</c>.</summary>
    public const string MeterName = "DecisionPolicies";

    /// <summary>
    /// The counter of rejections, at start, on reload and of requests, in <c>{rejection}</c>. Its tags name decisions and types, never a key or a value.
    /// </summary>
    public const string Rejections = "decision_policies.rejections";

    /// <summary>The gauge of how long reloads have been rejected, so that an older configuration is in force, in seconds; 0 if none is.</summary>
    public const string Outdated = "decision_policies.outdated";
}
