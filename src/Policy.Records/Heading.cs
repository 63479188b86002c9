namespace DecisionPolicies.Records;

/// <summary>The title of a record as its first level-1 heading gives it: <c># 7. Use one queue</c>.</summary>
/// <param name="Id">The id that stands before the title, or null.</param>
/// <param name="Title">The title without it; empty where there is no heading.</param>
internal readonly record struct Heading(string? Id, string Title)
{
    private static readonly char[] _afterNumber = ['.', ':', ')', '-', '\u2013', '\u2014'];

    /// <summary>Finds the heading.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="frontMatter">Where the prose begins.</param>
    public static Heading Of(string text, FrontMatter frontMatter)
    {
        foreach (var line in TextLine.OfProse(text, frontMatter.BodyStart, frontMatter.BodyLine))
        {
            if (line.StartsWith("# ")) return OfText(WithoutClosing(line.Text.Substring(2).Trim()));
        }
        return new(null, "");
    }

    // "ADR-0007: Title", "ADR 7 - Title", "7. Title".
    private static Heading OfText(string text)
    {
        var at = text.StartsWith("adr", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
        if (at > 0 && at < text.Length && text[at] is '-' or ' ' or '_') at++;
        var end = at;
        while (end < text.Length && text[end] is >= '0' and <= '9') end++;
        var mark = end;
        while (mark < text.Length && text[mark] == ' ') mark++;
        if (end == at || mark >= text.Length || !_afterNumber.Contains(text[mark])) return new(null, text);
        // "3.1 is out" has a number that belongs to the title.
        if (mark + 1 < text.Length && text[mark + 1] != ' ') return new(null, text);
        return new("ADR-" + text.Substring(at, end - at), text.Substring(mark + 1).Trim());
    }

    // "# Title #" is "Title", and "# C#" is "C#": a closing sequence stands after a space.
    private static string WithoutClosing(string title)
    {
        var text = title.TrimEnd('#');
        return text.Length == 0 || char.IsWhiteSpace(text[text.Length - 1]) ? text.TrimEnd() : title;
    }
}
