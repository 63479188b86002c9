using System.Globalization;

namespace DecisionPolicies.Records;

/// <summary>A day of the calendar, without time or zone; what <c>DateOnly</c> is where that exists.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, from 1.</param>
/// <param name="Day">The day of the month, from 1.</param>
public readonly record struct CalendarDate(int Year, int Month, int Day)
{
    private static readonly char[] _beforeTime = ['T', 't', ' '];

    /// <summary>Reads a date as ISO 8601 writes it; a time after it is passed over.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date.</param>
    public static bool TryParse(string text, out CalendarDate date)
    {
        date = default;
        var trimmed = text.Trim();
        var time = trimmed.IndexOfAny(_beforeTime);
        var day = time < 0 ? trimmed : trimmed.Substring(0, time);
        if (!DateTime.TryParseExact(day, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)) return false;
        if (time >= 0 && !DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)) return false;
        // The day as it is written: converting the time to another zone could move it to another day.
        date = new(value.Year, value.Month, value.Day);
        return true;
    }

    /// <summary>The date as ISO 8601 writes it.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}-{2:00}", Year, Month, Day);
}
