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
    public static bool Equal(string text, string trimmed) => Equal(text, 0, text.Length, trimmed);

    /// <summary>Whether one of the parts of a text, trimmed, equals the other, ignoring case.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="separator">What divides its parts.</param>
    /// <param name="trimmed">Text without surrounding white space.</param>
    public static bool HasPart(string text, char separator, string trimmed)
    {
        for (var start = 0; start <= text.Length;)
        {
            var next = text.IndexOf(separator, start);
            var end = next < 0 ? text.Length : next;
            if (Equal(text, start, end, trimmed)) return true;
            start = end + 1;
        }
        return false;
    }

    /// <summary>Where the text starts, and how long it is, without its surrounding white space.</summary>
    /// <param name="text">Any text.</param>
    public static (int Start, int Length) Bounds(string text) => Bounds(text, 0, text.Length);

    private static bool Equal(string text, int from, int to, string trimmed)
    {
        var (start, length) = Bounds(text, from, to);
        return length == trimmed.Length && string.Compare(text, start, trimmed, 0, length, StringComparison.OrdinalIgnoreCase) == 0;
    }

    private static (int Start, int Length) Bounds(string text, int start, int end)
    {
        while (start < end && IsSpace(text[start])) start++;
        while (end > start && IsSpace(text[end - 1])) end--;
        return (start, end - start);
    }

    private static bool IsSpace(char c) => c == '\0' || char.IsWhiteSpace(c);
}
