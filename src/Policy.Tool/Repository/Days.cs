namespace DecisionPolicies.Tool.Repository;

/// <summary>Days between now and a date of a record.</summary>
internal static class Days
{
    /// <summary>How many days a date is ahead; negative where it has passed.</summary>
    /// <param name="date">The date.</param>
    /// <param name="today">The day.</param>
    public static int Left(DateOnly date, DateOnly today) => date.DayNumber - today.DayNumber;

    /// <summary>How long a waiver holds still, as in <c>66 days left</c>.</summary>
    /// <param name="left">The days that are left.</param>
    public static string OfWaiver(int left) => left switch
    {
        < 0 => $"ended {Count(-left)} ago",
        0 => "today is its last day",
        _ => $"{Count(left)} left",
    };

    /// <summary>How far a date is away, as in <c>in 249 days</c>.</summary>
    /// <param name="left">The days that are left.</param>
    public static string Away(int left) => left switch
    {
        < 0 => $"{Count(-left)} ago",
        0 => "today",
        _ => $"in {Count(left)}",
    };

    /// <summary>A number of days, as in <c>1 day</c>.</summary>
    /// <param name="days">The number.</param>
    public static string Count(int days) => days == 1 ? "1 day" : $"{days} days";
}
