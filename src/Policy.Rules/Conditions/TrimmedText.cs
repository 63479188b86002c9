namespace DecisionPolicies.Rules;

/// <summary>
/// Compares text without its surrounding white space, and without copying it. NUL counts as white space, as it
/// does when .NET reads a boolean.
/// </summary>
internal static class TrimmedText
{
    /// <summary>Whether the text, trimmed, equals the other, ignoring case.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="trimmed">Text without surrounding white space.</param>
    public static bool Equal(string text, string trimmed)
    {
        var (start, length) = Bounds(text);
        return length == trimmed.Length
            && string.Compare(text, start, trimmed, 0, length, StringComparison.OrdinalIgnoreCase) == 0;
    }

    /// <summary>Where the text starts, and how long it is, without its surrounding white space.</summary>
    /// <param name="text">Any text.</param>
    public static (int Start, int Length) Bounds(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsSpace(text[start])) start++;
        while (end > start && IsSpace(text[end - 1])) end--;
        return (start, end - start);
    }

    private static bool IsSpace(char c) => c == '\0' || char.IsWhiteSpace(c);
}
