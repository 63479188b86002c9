namespace DecisionPolicies.Records;

/// <summary>A date among words.</summary>
internal static class DatePhrase
{
    private const int Longest = 24;

    /// <summary>Where the longest date ends that starts at a position; 0 if none does.</summary>
    /// <param name="text">The text, without marks.</param>
    /// <param name="at">The position.</param>
    /// <param name="date">The date.</param>
    public static int EndAt(string text, int at, out DateOnly date)
    {
        for (var end = Day.CanStart(text, at) ? Math.Min(at + Longest, text.Length) : 0; end > at + 5; end--)
        {
            if (end < text.Length && char.IsLetterOrDigit(text[end])) continue;
            if (!char.IsLetterOrDigit(text[end - 1])) continue;
            if (Day.TryParse(text.Substring(at, end - at), out date)) return end;
        }
        date = default;
        return 0;
    }
}
