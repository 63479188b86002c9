using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Due;

/// <summary>A due date in words.</summary>
internal static class DueText
{
    /// <summary>How far away the date is and what is due, as in <c>in 14 days: revisit ADR-0001 (No DCR) by 2027-08-02.</c></summary>
    /// <param name="due">The date.</param>
    /// <param name="today">The day to count from.</param>
    public static string Message(this DueDate due, DateOnly today) => $"{When(Days.Left(due.Day, today))}: {What(due, today)}.";

    private static string When(int left) => left < 0 ? $"overdue by {Days.Count(-left)}" : Days.Away(left);

    private static string What(DueDate due, DateOnly today) => due.Waiver is { } waiver
        ? $"{due.Decision.Citation()}'s waiver for {waiver.Subject()} {(due.Day < today ? "expired" : "expires")} on {due.Day.InWords()} "
            + $"({waiver.Because.TrimEnd('.')})"
        : $"revisit {due.Decision.Citation()} ({due.Decision.Title}) by {due.Day.InWords()}";

    /// <summary>What a waiver is for, and where, as in <c>Queue:Count in Staging</c>.</summary>
    /// <param name="waiver">The waiver.</param>
    public static string Subject(this Waiver waiver) =>
        waiver.Environments.Count == 0 ? waiver.Key ?? waiver.Rule : $"{waiver.Key ?? waiver.Rule} in {string.Join(", ", waiver.Environments)}";
}
