namespace DecisionPolicies.Tool.Lint;

/// <summary>The kinds of faults that only the whole repository shows, or git's history. The build never reports them.</summary>
internal static class HistoryFaults
{
    /// <summary>What an accepted record decides, or the reason, differs from what was accepted.</summary>
    public static FaultKind ChangedDecision { get; } = new("DP1101", "An accepted decision was changed", Severity.Warning, false);

    /// <summary>Another branch has a record with the same number.</summary>
    public static FaultKind TakenNumber { get; } = new("DP1102", "The number is taken on another branch", Severity.Warning, false);

    /// <summary>A file switches a diagnostic of decisions off, or lowers it.</summary>
    public static FaultKind SwitchedOff { get; } = new("DP1103", "A decision is switched off", Severity.Info, false);

    /// <summary>The first day of a waiver of a packed decision was moved after it was committed.</summary>
    public static FaultKind MovedWaiver { get; } = new("DP1104", "The first day of a waiver was moved", Severity.Warning, false);

    /// <summary>Every kind, in the order of their ids.</summary>
    public static IReadOnlyList<FaultKind> All { get; } = [ChangedDecision, TakenNumber, SwitchedOff, MovedWaiver];
}
