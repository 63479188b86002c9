using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>The title of a record as its first level-1 heading gives it: <c># 7. Use one queue</c>.</summary>
/// <param name="Id">The id before the title, or null.</param>
/// <param name="Title">The title without the id; empty if there is no heading.</param>
internal readonly record struct Heading(string? Id, string Title)
{
    private static readonly char[] _afterNumber = ['.', ':', ')', '-', '\u2013', '\u2014'];

    /// <summary>Finds the heading.</summary>
    /// <param name="body">The record's text.</param>
    public static Heading Of(MarkdownBody body)
    {
        foreach (var block in body.Blocks)
        {
            if (block.Level == 1) return OfText(body.WordsOf(block));
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
        // In "3.1 is out", the number belongs to the title.
        if (mark + 1 < text.Length && text[mark + 1] != ' ') return new(null, text);
        return new("ADR-" + text.Substring(at, end - at), text.Substring(mark + 1).Trim());
    }
}
