using System.Globalization;

namespace DecisionPolicies.Rules;

/// <summary>Reads and writes the days in records: when something was decided, expires or is due.</summary>
internal static class Day
{
    private const string Iso = "yyyy-MM-dd";

    // Only unambiguous formats: 03/04/2024 is a different day in the US and in Europe.
    private static readonly string[] _formats =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "d MMMM yyyy", "d MMM yyyy"];

    private static readonly char[] _beforeTime = ['T', 't', ' '];

    /// <summary>Reads a day in numbers, year first, or in English words; a time after it is ignored.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">The day.</param>
    public static bool TryParse(string text, out DateOnly day)
    {
        var trimmed = text.Trim();
        if (TryParseExactly(trimmed, _formats, out day)) return true;
        var time = trimmed.IndexOfAny(_beforeTime);
        // The day as written: converting the time to another zone could change the day.
        return time > 0
            && DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            && TryParseExactly(trimmed.Substring(0, time), ["yyyy-M-d"], out day);
    }

    /// <summary>Reads a day without separators, as in <c>20260802</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">The day.</param>
    public static bool TryParseCompact(string text, out DateOnly day) => TryParseExactly(text, ["yyyyMMdd"], out day);

    /// <summary>The day as ISO 8601 writes it, as in <c>2026-08-02</c>.</summary>
    /// <param name="day">The day.</param>
    public static string InWords(this DateOnly day) => new DateTime(day.Year, day.Month, day.Day).ToString(Iso, CultureInfo.InvariantCulture);

    /// <summary>The day in UTC, by which waivers expire and revisits are due.</summary>
    /// <param name="now">The moment.</param>
    public static DateOnly Of(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static bool TryParseExactly(string text, string[] formats, out DateOnly day)
    {
        var isRead = DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        day = isRead ? DateOnly.FromDateTime(value) : default;
        return isRead;
    }
}
