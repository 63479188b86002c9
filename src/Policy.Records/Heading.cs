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
            if (line.StartsWith("# ", StringComparison.Ordinal)) return line.Substring(2).Trim().TrimEnd('#').TrimEnd();
        }
        return null;
    }
}
