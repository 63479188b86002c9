using System.Globalization;

namespace DecisionPolicies.Records;

/// <summary>A day of the calendar, without time or zone; what <c>DateOnly</c> is where that exists.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, from 1.</param>
/// <param name="Day">The day of the month, from 1.</param>
public readonly record struct CalendarDate(int Year, int Month, int Day)
{
    private static readonly string[] _formats = ["yyyy-M-d", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>Reads a date as ISO 8601 writes it; a time after it is passed over.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date.</param>
    public static bool TryParse(string text, out CalendarDate date)
    {
        var read = DateTime.TryParseExact(
            text.Trim(), _formats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value);
        date = read ? new(value.Year, value.Month, value.Day) : default;
        return read;
    }

    /// <summary>The date as ISO 8601 writes it.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}-{2:00}", Year, Month, Day);
}
