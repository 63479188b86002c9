using System.Globalization;

namespace DecisionPolicies.Rules;

/// <summary>Reads and writes the days in records: when something was decided, expires or is due.</summary>
internal static class Day
{
    private const string Iso = "yyyy-MM-dd";

    private const int Longest = 40;

    // Only unambiguous formats. Where dots divide a date, the day comes first.
    private static readonly string[] _formats =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "d.M.yyyy", "d. M. yyyy", "yyyyMMdd", "yyyy\u5E74M\u6708d\u65E5", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy",
            "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy", "d. MMMM yyyy", "d. MMM yyyy", "d-MMM-yyyy", "MMMM d. yyyy"];

    // 03/04/2024 is a different day in the US and in Europe. 28/06/2018 is the same day in both.
    private static readonly string[] _dayFirst = ["d/M/yyyy", "d-M-yyyy"];
    private static readonly string[] _monthFirst = ["M/d/yyyy", "M-d-yyyy"];

    private static readonly string[] _months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] _ordinals = ["st", "nd", "rd", "th"];

    private static readonly char[] _beforeTime = ['T', 't', ' '];

    /// <summary>Reads a day in numbers, year first, or in English words; a time after it is ignored.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">The day.</param>
    public static bool TryParse(string text, out DateOnly day)
    {
        var trimmed = WithoutOrdinal(text.Trim());
        if (trimmed.Length > Longest || !CanStart(trimmed, 0))
        {
            day = default;
            return false;
        }
        if (TryParseExactly(trimmed, _formats, out day)) return true;
        var isDayFirst = TryParseExactly(trimmed, _dayFirst, out day);
        var isMonthFirst = TryParseExactly(trimmed, _monthFirst, out var other);
        if (isDayFirst != isMonthFirst || (isDayFirst && day == other))
        {
            if (isMonthFirst) day = other;
            return true;
        }
        var time = trimmed.IndexOfAny(_beforeTime);
        // The day as written: converting the time to another zone could change the day.
        return time > 0
            && DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            && TryParseExactly(trimmed.Substring(0, time), ["yyyy-M-d"], out day);
    }

    /// <summary>Whether a day can start at a position: with a digit, or with the name of a month.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    public static bool CanStart(string text, int at) =>
        at < text.Length
        && (text[at] is >= '0' and <= '9'
            || (at + 3 <= text.Length && Array.Exists(_months, month => string.Compare(text, at, month, 0, 3, StringComparison.OrdinalIgnoreCase) == 0)));

    /// <summary>Reads a day without separators, as in <c>20260802</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">The day.</param>
    public static bool TryParseCompact(string text, out DateOnly day) => TryParseExactly(text, ["yyyyMMdd"], out day);

    /// <summary>The day as ISO 8601 writes it, as in <c>2026-08-02</c>.</summary>
    /// <param name="day">The day.</param>
    public static string InWords(this DateOnly day) => new DateTime(day.Year, day.Month, day.Day).ToString(Iso, CultureInfo.InvariantCulture);

    /// <summary>The day a number of days later.</summary>
    /// <param name="day">The day.</param>
    /// <param name="days">How many; the day must still be in the calendar.</param>
    public static DateOnly After(this DateOnly day, int days) => DateOnly.FromDateTime(new DateTime(day.Year, day.Month, day.Day).AddDays(days));

    /// <summary>The day in UTC, by which waivers expire and revisits are due.</summary>
    /// <param name="now">The moment.</param>
    public static DateOnly Of(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    // "Sep 5th, 2023" is "Sep 5, 2023".
    private static string WithoutOrdinal(string text)
    {
        for (var at = 1; at + 2 <= text.Length && at < Longest; at++)
        {
            var isOrdinal = text[at - 1] is >= '0' and <= '9'
                && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]))
                && Array.Exists(_ordinals, ordinal => string.Compare(text, at, ordinal, 0, 2, StringComparison.OrdinalIgnoreCase) == 0);
            if (isOrdinal) return text.Remove(at, 2);
        }
        return text;
    }

    private static bool TryParseExactly(string text, string[] formats, out DateOnly day)
    {
        var isRead = DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        day = isRead ? DateOnly.FromDateTime(value) : default;
        return isRead;
    }
}
