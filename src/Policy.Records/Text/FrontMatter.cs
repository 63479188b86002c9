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
            // YAML may end a document with dots as well.
            else if (isFence || (line.StartsWith("...") && line.Text.TrimEnd() == "..."))
            {
                var yaml = text.Substring(yamlStart, line.Start - yamlStart);
                return IsProse(yaml, isClosed: true) ? new(null, true, start, 1) : new(yaml, true, line.Next, line.Number + 1);
            }
        }
        if (yamlStart < 0 || IsProse(text.Substring(yamlStart), isClosed: false)) return new(null, true, start, 1);
        return new(text.Substring(yamlStart), false, text.Length, 1);
    }

    // A horizontal rule at the start of a page, and headings or sentences below it.
    private static bool IsProse(string yaml, bool isClosed)
    {
        // Nearly all front matter starts with a key.
        if (yaml.Length > 0 && char.IsLetter(yaml[0])) return yaml.IndexOf(':') < 0 && !RulesText.IsIn(yaml);
        var lines = TextLine.Of(yaml, 0, FirstLine).Select(line => line.Text).ToList();
        var isApart = lines.Count > 0 && lines[0].Trim().Length == 0;
        var heading = lines.FindIndex(line => line.Trim().Length > 0);
        // A comment of YAML is directly above what it explains.
        var hasHeading = heading >= 0 && lines[heading][0] == '#' && (heading + 1 == lines.Count || lines[heading + 1].Trim().Length == 0);
        var first = lines.Find(line => line.Trim().Length > 0 && line.TrimStart()[0] != '#')?.TrimStart();
        if (first is null) return false;
        var isKey = first.IndexOf(':') > 0 || "{[-%\"'&*!|>@`?".IndexOf(first[0]) >= 0;
        return (!isKey || ((isApart || !isClosed) && hasHeading)) && !RulesText.IsIn(yaml);
    }
}
