using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Due;

/// <summary>A day that is due, in words.</summary>
internal static class DueText
{
    /// <summary>How far the day is away and what is due, as in <c>in 14 days: ADR-0001 (No DCR) is to be looked at again by 2027-08-02.</c></summary>
    /// <param name="due">The day.</param>
    /// <param name="today">The day from which it is seen.</param>
    public static string Message(this DueDate due, DateOnly today) => $"{When(Days.Left(due.Day, today))}: {What(due)}.";

    private static string When(int left) => left < 0 ? $"overdue for {Days.Count(-left)}" : Days.Away(left);

    private static string What(DueDate due) => due.Waiver is { } waiver
        ? $"{due.Decision.Id}'s waiver of {waiver.Subject()} ends on {due.Day.InWords()} ({waiver.Because.TrimEnd('.')})"
        : $"{due.Decision.Id} ({due.Decision.Title}) is to be looked at again by {due.Day.InWords()}";

    /// <summary>What a waiver is about, and where, as in <c>Queue:Count in Staging</c>.</summary>
    /// <param name="waiver">The waiver.</param>
    public static string Subject(this Waiver waiver) =>
        waiver.Environments.Count == 0 ? waiver.Key ?? waiver.Rule : $"{waiver.Key ?? waiver.Rule} in {string.Join(", ", waiver.Environments)}";
}
