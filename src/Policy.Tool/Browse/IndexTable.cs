using DecisionPolicies.Records.Markdown;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary>The table of decisions as Markdown.</summary>
internal static class IndexTable
{
    /// <summary>The lines before the first record.</summary>
    public const int HeadLines = 2;

    /// <summary>The lines of the table: its head, and a row for each record.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="folder">The absolute path of the folder of the file with the table. Links are relative to it.</param>
    public static IEnumerable<string> Lines(DecisionLog log, string folder)
    {
        var found = log.Found().ToList();
        var byId = found.DistinctBy(record => record.Record.Decision.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(record => record.Record.Decision.Id, StringComparer.OrdinalIgnoreCase);
        yield return "| id | decision | status |";
        yield return "|---|---|---|";
        foreach (var (record, file) in found)
        {
            yield return $"| {LinkTo(record, file)} | {EscapedText.OfLine(Decision(record))} | {Status(record)} |";
        }

        string LinkTo(AdrRecord record, LogFile file) => $"[{EscapedText.OfLine(record.Decision.Id)}]({Target(file.FilePath, folder)})";

        string Status(AdrRecord record)
        {
            var successors = record.Decision.SupersededBy.Select(id => byId.TryGetValue(id, out var other)
                ? LinkTo(other.Record, other.File)
                : EscapedText.OfLine(id))
                .ToList();
            var by = record.Decision.Status == DecisionStatus.Superseded && successors.Count > 0 ? $" by {string.Join(", ", successors)}" : "";
            return record.Decision.Status.Word() + by + (record.Decision.Date is { } date ? $" {date.InWords()}" : "");
        }
    }

    // Aliases help readers who look for the decision by another word.
    private static string Decision(AdrRecord record) =>
        record.Decision.Aliases.Count == 0 ? record.Decision.Title : $"{record.Decision.Title} ({string.Join(", ", record.Decision.Aliases)})";

    private static string Target(string file, string folder) =>
        string.Join('/', Path.GetRelativePath(folder, file)
            .Split('/', '\\')
            .Select(segment => Uri.EscapeDataString(segment).Replace("(", "%28").Replace(")", "%29")));
}
