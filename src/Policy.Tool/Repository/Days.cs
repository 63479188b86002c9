namespace DecisionPolicies.Tool.Repository;

/// <summary>Days between today and a date in a record.</summary>
internal static class Days
{
    /// <summary>How many days ahead a date is; negative if it has passed.</summary>
    /// <param name="date">The date.</param>
    /// <param name="today">The current day.</param>
    public static int Left(DateOnly date, DateOnly today) => date.DayNumber - today.DayNumber;

    /// <summary>How long a waiver is still valid, as in <c>66 days left</c>.</summary>
    /// <param name="waiver">The waiver.</param>
    /// <param name="today">The current day.</param>
    public static string OfWaiver(Waiver waiver, DateOnly today) =>
        waiver.From > today ? $"begins {Away(Left(waiver.From.Value, today))}" : OfWaiver(Left(waiver.Until, today));

    private static string OfWaiver(int left) => left switch
    {
        < 0 => $"expired {Count(-left)} ago",
        0 => "last day today",
        _ => $"{Count(left)} left",
    };

    /// <summary>How far away a date is, as in <c>in 249 days</c>.</summary>
    /// <param name="left">The remaining days.</param>
    public static string Away(int left) => left switch
    {
        < 0 => $"{Count(-left)} ago",
        0 => "today",
        _ => $"in {Count(left)}",
    };

    /// <summary>A number of days, as in <c>1 day</c>.</summary>
    /// <param name="days">The number.</param>
    public static string Count(int days) => Plural.Of(days, "day");
}
