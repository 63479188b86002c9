namespace DecisionPolicies;

/// <summary>The names of what is counted, for whoever collects it.</summary>
public static class DecisionPoliciesMetrics
{
    /// <summary>The name of the meter, as in <c>AddMeter(DecisionPoliciesMetrics.MeterName)</c>.</summary>
    public const string MeterName = "DecisionPolicies";

    /// <summary>The counter of rejections, at start and on reload. Its tags name decisions and types, and never a key or a value.</summary>
    public const string Rejections = "decision_policies.rejections";
}
