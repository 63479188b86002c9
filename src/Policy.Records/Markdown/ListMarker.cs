namespace DecisionPolicies.Records.Markdown;

/// <summary>The marker of a list item: <c>-</c>, <c>+</c>, <c>*</c>, or a number of up to nine digits before <c>.</c> or <c>)</c>.</summary>
/// <param name="Sign">The character that all items of a list share.</param>
/// <param name="Length">Its length, digits included.</param>
/// <param name="IsFirst">Whether it may begin a list below a paragraph: a bullet, or the number 1.</param>
internal readonly record struct ListMarker(char Sign, int Length, bool IsFirst)
{
    private const int MostDigits = 9;

    /// <summary>The marker at a position; its length is 0 if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    /// <param name="end">Where the line ends.</param>
    public static ListMarker Of(string text, int at, int end)
    {
        var marker = text[at] is '-' or '+' or '*' ? new(text[at], 1, true) : OfNumber(text, at, end);
        var after = at + marker.Length;
        return after == end || text[after] is ' ' or '\t' ? marker : default;
    }

    private static ListMarker OfNumber(string text, int at, int end)
    {
        var digits = 0;
        var number = 0;
        while (at + digits < end && digits <= MostDigits && text[at + digits] is >= '0' and <= '9')
        {
            number = unchecked((number * 10) + text[at + digits++] - '0');
        }
        var isNumber = digits is > 0 and <= MostDigits && at + digits < end && text[at + digits] is '.' or ')';
        return isNumber ? new(text[at + digits], digits + 1, number == 1) : default;
    }
}
