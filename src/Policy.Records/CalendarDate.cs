using System.Globalization;

namespace DecisionPolicies.Records;

/// <summary>A day of the calendar, without time or zone; what <c>DateOnly</c> is where that exists.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, from 1.</param>
/// <param name="Day">The day of the month, from 1.</param>
public readonly record struct CalendarDate(int Year, int Month, int Day)
{
    // Only what cannot be read in two ways: 03/04/2024 is two different days on two sides of the sea.
    private static readonly string[] _formats =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "d MMMM yyyy", "d MMM yyyy"];

    private static readonly char[] _beforeTime = ['T', 't', ' '];

    /// <summary>Reads a date in numbers, year first, or in English words; a time after it is passed over.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date.</param>
    public static bool TryParse(string text, out CalendarDate date)
    {
        var trimmed = text.Trim();
        if (TryParseExactly(trimmed, _formats, out date)) return true;
        var time = trimmed.IndexOfAny(_beforeTime);
        // The day as it is written: converting the time to another zone could move it to another day.
        return time > 0
            && DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            && TryParseExactly(trimmed.Substring(0, time), ["yyyy-M-d"], out date);
    }

    /// <summary>Reads a date without separators, as in <c>20260802</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date.</param>
    public static bool TryParseCompact(string text, out CalendarDate date) => TryParseExactly(text, ["yyyyMMdd"], out date);

    /// <summary>The date as ISO 8601 writes it.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}-{2:00}", Year, Month, Day);

    private static bool TryParseExactly(string text, string[] formats, out CalendarDate date)
    {
        var read = DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        date = read ? new(value.Year, value.Month, value.Day) : default;
        return read;
    }
}
