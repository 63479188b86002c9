using System.Globalization;

namespace DecisionPolicies.Tool.Due;

/// <summary>A span of time from today, as in <c>30d</c>, <c>6w</c> or <c>3m</c>.</summary>
internal static class Span
{
    /// <summary>The last day of a span.</summary>
    /// <param name="span">The span.</param>
    /// <param name="today">The day on which it begins.</param>
    /// <exception cref="ToolException">The text is not a span.</exception>
    public static DateOnly EndOf(string span, DateOnly today)
    {
        var text = span.Trim();
        // Ten thousand months are far ahead of any plan, and still within the calendar.
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 9999)
        {
            throw NotASpan(span);
        }
        return char.ToLowerInvariant(text[^1]) switch
        {
            'd' => today.AddDays(number),
            'w' => today.AddDays(7 * number),
            'm' => today.AddMonths(number),
            _ => throw NotASpan(span),
        };
    }

    private static ToolException NotASpan(string span) => new($"'{span}' is not a span of time. Write a number of days, weeks or months, as in 30d, 6w or 3m.");
}
