namespace DecisionPolicies.Records;

/// <summary>Finds the title in the prose of a record.</summary>
internal static class Heading
{
    /// <summary>The text of the first level-1 heading, or null.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="bodyStart">The character at which the prose begins.</param>
    public static string? First(string text, int bodyStart)
    {
        using var lines = new StringReader(text.Substring(bodyStart));
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) return WithoutClosing(line.Substring(2).Trim());
        }
        return null;
    }

    // "# Title #" is "Title", and "# C#" is "C#": a closing sequence stands after a space.
    private static string WithoutClosing(string title)
    {
        var text = title.TrimEnd('#');
        return text.Length == 0 || char.IsWhiteSpace(text[text.Length - 1]) ? text.TrimEnd() : title;
    }
}
