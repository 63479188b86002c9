using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>
/// Finds a status that is written where it is not read, or among words that are not understood. It is quoted: a record must not be said to have no
/// status where its reader sees one.
/// </summary>
internal static class StatusMention
{
    private static readonly char[] _betweenWords = [' ', '\t', ':', '=', '|', '(', ')', '[', ']', '<', '>', '.', ',', ';', '/', '\uFF1A'];

    /// <summary>The first mention before the first section, or below a heading that begins with the word status; null if there is none.</summary>
    /// <param name="body">The record's text.</param>
    /// <param name="conventions">How the repository writes its records.</param>
    public static StatusStatement? In(MarkdownBody body, RecordConventions conventions)
    {
        var (isAbove, isBelowHeading) = (true, false);
        foreach (var leaf in body.Leaves)
        {
            if (leaf.Level > 1)
            {
                isAbove = false;
                // "## Status of this document"
                isBelowHeading = WordsOf(body.WordsOf(leaf)) is [var first, ..] && FieldLabels.NameOf(first) == FieldLabels.Status;
                continue;
            }
            var lines = ShownLine.WithCode(body, leaf).Where(line => line.HasWords).ToList();
            if (lines.Find(line => isAbove && IsMention(line.Text, conventions)) is { Line.IsNone: false } inHead) return StatusStatement.AsideOf(inHead);
            if (isBelowHeading && lines.Count > 0 && IsStatus(lines[0].Text, conventions)) return StatusStatement.AsideOf(lines[0]);
            isBelowHeading = false;
        }
        return null;
    }

    // "Current status: accepted", "(Accepted)"
    private static bool IsMention(string text, RecordConventions conventions)
    {
        var words = WordsOf(VisibleText.Of(text));
        return (words.Length == 1 || words.Any(word => FieldLabels.NameOf(word) == FieldLabels.Status))
            && words.Any(word => conventions.StatusOf(word) != DecisionStatus.Unknown);
    }

    private static bool IsStatus(string text, RecordConventions conventions) =>
        StatusPhrase.Of(text.Trim(), conventions).Status != DecisionStatus.Unknown;

    private static string[] WordsOf(string text) => text.Split(_betweenWords, StringSplitOptions.RemoveEmptyEntries);
}
