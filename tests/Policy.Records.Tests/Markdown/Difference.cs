using System.Text.RegularExpressions;

namespace DecisionPolicies.Records.Tests.Markdown;

/// <summary>A place where our reader of Markdown is not Markdig's on purpose.</summary>
/// <param name="Why">What differs, and why.</param>
/// <param name="Text">A text of the kind.</param>
/// <param name="Markdig">The blocks that Markdig sees.</param>
/// <param name="Ours">The blocks that we see.</param>
/// <param name="Pattern">What a text has where the difference can show; such generated texts are left out.</param>
internal sealed record Difference(string Why, string Text, string Markdig, string Ours, Regex Pattern)
{
    private const string Marker = @"(?:[-+*]|\d{1,9}[.)])";
    private const string Ending = @"[ \t]*(?:\n|\z)";

    public static IReadOnlyList<Difference> All { get; } =
    [
        new(
            "To Markdig an item of an ordered list may be indented by four columns or more. CommonMark makes it code, or text of the paragraph above.",
            "789.\n\t- a",
            "List 1-1; List 2-2",
            "List 1-1; IndentedCode 2-2",
            new($@"\d[.)][\s\S]*\n(?:[ >]*\t|[> ]*    )[ \t]*{Marker}")),
        new(
            "Markdig ends an item that begins with a blank line at the next blank line. CommonMark goes on by indentation.",
            "-\n  a\n\n  b",
            "List 1-2; Paragraph 4-4",
            "List 1-4",
            new($@"{Marker}[ \t]*\n[\s\S]*(?:(?<=\n)[ \t>]*(?:\n|\z)|(?<=\n)[ \t>]+{Marker})")),
        new(
            "Below code in an item, Markdig takes a thematic break for an item.",
            "- ~~~\n* **",
            "List 1-1; List 2-2",
            "List 1-1; ThematicBreak 2-2",
            new(@"(?:~~~|```)[\s\S]*\n[ >]*([-*])[ \t]+\1")),
        new(
            "To Markdig a table's rule goes on a quotation or a definition that it is not marked as part of. GitHub begins a list.",
            "> a\n- |",
            "Quote 1-2",
            "Quote 1-1; List 2-2",
            new(@"(?:>|\]:)[\s\S]*\n[ \t>]*-[-:| ]*\|")),
        new(
            "Below definitions of links alone, Markdig takes a line of = or - for text. To CommonMark --- is a thematic break there.",
            "[a]: /b\n---",
            "Paragraph 2-2",
            "ThematicBreak 2-2",
            new($@"\]:[\s\S]*\n[ \t>]*(?:=+|-+){Ending}")),
        new(
            "A backslash at the end of a line makes Markdig lose count of a table's rows, and miss the label of a link. To us it is text.",
            "|\n\\\n-|",
            "Paragraph 1-0; Table 1-3",
            "Paragraph 1-3",
            new(@"\A(?=[\s\S]*(?:\||\]:))[\s\S]*\\\n|\[[\s\S]*\\[\s\S]*\n[\s\S]*\]:")),
        new(
            "Inside an item, Markdig takes an underline for text where the line is indented by four columns in all. CommonMark counts from the item's text.",
            "+ a\n    - \nb",
            "List 1-3",
            "List 1-2; Paragraph 3-3",
            new($@"\n(?=[^\n]*\t|[ >]{{4}})[^\n]*?(?:=+|-+){Ending}")),
        new(
            "In an item that begins with code, Markdig counts the indentation of items below it from another column.",
            "-     a\n   - b\n        ```\nc",
            "List 1-4",
            "List 1-3; Paragraph 4-4",
            new($@"{Marker}(?: {{5}}| *\t)[\s\S]*\n[ \t>]+{Marker}")),
    ];

    /// <summary>Whether a difference may show in a text.</summary>
    public static bool IsPossible(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return All.Any(difference => difference.Pattern.IsMatch(lines));
    }
}
