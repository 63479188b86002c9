namespace DecisionPolicies.Records;

/// <summary>The YAML between two lines <c>---</c> at the start of a file, and where the prose begins.</summary>
/// <param name="Yaml">The YAML, with its line ends unchanged; null if the file lacks front matter.</param>
/// <param name="IsClosed">Whether the second line <c>---</c> exists.</param>
/// <param name="BodyStart">The character at which the prose begins.</param>
/// <param name="BodyLine">The line on which the prose begins.</param>
internal readonly record struct FrontMatter(string? Yaml, bool IsClosed, int BodyStart, int BodyLine)
{
    /// <summary>The line of the file on which the YAML begins.</summary>
    public const int FirstLine = 2;

    /// <summary>Finds the front matter of a file.</summary>
    /// <param name="text">The file's text, with or without a byte order mark.</param>
    public static FrontMatter Of(string text)
    {
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        var yamlStart = -1;
        foreach (var line in TextLine.Of(text, start, 1))
        {
            var isFence = line.StartsWith("---") && line.Text.TrimEnd() == "---";
            if (yamlStart < 0)
            {
                if (!isFence) return new(null, true, start, 1);
                yamlStart = line.Next;
            }
            else if (isFence)
            {
                return new(text.Substring(yamlStart, line.Start - yamlStart), true, line.Next, line.Number + 1);
            }
        }
        return yamlStart < 0 ? new(null, true, start, 1) : new(text.Substring(yamlStart), false, text.Length, 1);
    }
}
