using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Tool.Browse;

/// <summary>Escapes text of a record for a comment, which then mentions no one, and for a heading.</summary>
internal static class MarkdownText
{
    private static readonly char[] _marksInHeading = [.. "\\`*_~[]<#"];

    /// <summary>
    /// Text in one line of a comment on a forge, which notifies no one and links to nothing: what a forge would make a reference is shown as
    /// code, as in <c>`@name`</c> and <c>`#12`</c>.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string OfComment(string text) => OfComment(text, word => LiveReference.IsIn(word) || LiveReference.IsTicketIn(word));

    /// <summary>The id of a record in a comment: it may look like the key of a ticket, and stays as it is.</summary>
    /// <param name="id">The id.</param>
    public static string OfId(string id) => OfComment(id, LiveReference.IsIn);

    /// <summary>
    /// A URL as the target of a link. Characters that would end the target or the line, or that cannot be seen, are percent-encoded.
    /// </summary>
    /// <param name="url">The URL.</param>
    public static string Target(string url) => string.Concat(url.EnumerateRunes().Select(rune => rune.ToString()).Select(character =>
        " ()[]<>\\\"`|".Contains(character, StringComparison.Ordinal) || InvisibleCharacter.IsAt(character, 0) ? Uri.EscapeDataString(character) : character));

    /// <summary>Text after the number sign of a heading: reading the heading returns the same text.</summary>
    /// <param name="text">Any text, in one line.</param>
    public static string OfHeading(string text)
    {
        if (IsRead($"# {text}")) return text;
        var escaped = string.Concat(text.Select(c => _marksInHeading.Contains(c) ? $"\\{c}" : c.ToString()));
        return IsRead($"# {escaped}") ? escaped : text;

        bool IsRead(string heading)
        {
            var body = MarkdownBody.Of(heading);
            return body.Blocks.Select(body.WordsOf).FirstOrDefault() == text;
        }
    }

    private static string OfComment(string text, Func<string, bool> isLive) => string.Join(' ', DisplayText.Visible(text).Trim().Split(' ').Select(
        (word, index) => isLive(word) ? CodeSpan.Around(word, around => EscapedText.Of(around, isStart: false)) : EscapedText.Of(word, isStart: index == 0)));
}
