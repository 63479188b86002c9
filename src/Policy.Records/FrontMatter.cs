namespace DecisionPolicies.Records;

/// <summary>The YAML between two lines <c>---</c> at the start of a file, and where the prose after it begins.</summary>
/// <param name="Yaml">The YAML, with its line ends as they stand.</param>
/// <param name="FirstLine">The line of the file on which the YAML begins, counted from 1.</param>
/// <param name="BodyStart">The character at which the prose begins.</param>
internal readonly record struct FrontMatter(string Yaml, int FirstLine, int BodyStart)
{
    private const string Fence = "---";

    /// <summary>Finds the front matter.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="frontMatter">What was found.</param>
    /// <returns>False where the file does not start with a fence, or the fence is never closed.</returns>
    public static bool TryFind(string text, out FrontMatter frontMatter)
    {
        frontMatter = default;
        var at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        if (!IsFence(text, at, out var yamlStart)) return false;
        for (var line = yamlStart; line < text.Length; line = NextLine(text, line))
        {
            if (!IsFence(text, line, out var bodyStart)) continue;
            frontMatter = new(text.Substring(yamlStart, line - yamlStart), 2, bodyStart);
            return true;
        }
        return false;
    }

    /// <summary>Whether the file starts with a fence, closed or not.</summary>
    public static bool IsOpened(string text) => IsFence(text, text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0, out _);

    private static bool IsFence(string text, int lineStart, out int next)
    {
        next = NextLine(text, lineStart);
        return string.CompareOrdinal(text, lineStart, Fence, 0, Fence.Length) == 0
            && string.IsNullOrWhiteSpace(text.Substring(lineStart + Fence.Length, next - lineStart - Fence.Length));
    }

    private static int NextLine(string text, int lineStart)
    {
        var end = text.IndexOf('\n', lineStart);
        return end < 0 ? text.Length : end + 1;
    }
}
