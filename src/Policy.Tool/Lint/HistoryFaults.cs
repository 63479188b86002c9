namespace DecisionPolicies.Tool.Lint;

/// <summary>The kinds of faults that only git's history shows. The build never reports them.</summary>
internal static class HistoryFaults
{
    /// <summary>What an accepted record decides, or the reason, differs from what was accepted.</summary>
    public static FaultKind ChangedDecision { get; } = new("DP1101", "An accepted decision was changed", Severity.Warning, false);

    /// <summary>Another branch has a record with the same number.</summary>
    public static FaultKind TakenNumber { get; } = new("DP1102", "The number is taken on another branch", Severity.Warning, false);

    /// <summary>Every kind, in the order of their ids.</summary>
    public static IReadOnlyList<FaultKind> All { get; } = [ChangedDecision, TakenNumber];
}
