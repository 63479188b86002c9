using System.CommandLine;
using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Reports.Json;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary><c>decisions search</c>: finds records by the words in them.</summary>
internal static class SearchCommand
{
    private const int LongestLine = 160;

    public static Command Of(ToolContext context)
    {
        var words = new Argument<string[]>("WORDS")
        {
            Description = "Words that must all occur. Words in quotes must occur together.",
            Arity = ArgumentArity.OneOrMore
        };
        var format = FormatOption.OfReading();
        var command = new Command("search", "Find records by words in title, aliases, tags and text.") { words, format };
        command.SetAction(call =>
        {
            var folded = call.GetValue(words)!.Select(word => FoldedText.Of(Unquoted(word))).Where(word => word.Length > 0).ToList();
            if (folded.Count == 0) throw new ToolException("There is nothing to search for. Name a word, as in 'decisions search registration'.");
            var log = call.ReadLog(context);
            var found = log.FoundWithPacks()
                .Select(record => SearchedRecord.Of(record, folded))
                .OfType<SearchedRecord>()
                .OrderBy(record => record.Rank)
                .ToList();
            if (call.IsJson(format)) WriteJson(found, log, context);
            else foreach (var record in found) Write(record, context);
            log.ReportUnreadable(context);
            if (found.Count == 0)
            {
                context.Error.WriteLine(DisplayText.Neutralise("No record contains "
                    + $"{(folded.Count == 1 ? "" : "all of ")}{string.Join(", ", folded.Select(word => $"'{word}'"))}."));
            }
            return found.Count > 0 ? ExitCode.Clean : ExitCode.Findings;
        });
        return command.WithExamples(
            "decisions search Dynamic Client Registration",
            "decisions search \"registration endpoint\" Entra",
            "decisions search registration --format json");
    }

    // Shells other than POSIX ones leave quotes in place.
    private static string Unquoted(string word) => word.Trim() is ['"', .. var inner, '"'] ? inner : word;

    private static void WriteJson(IReadOnlyList<SearchedRecord> found, DecisionLog log, ToolContext context)
    {
        var links = RecordLink.Of(null, log);
        var search = new JsonSearch([.. found.Select(hit => Hit(hit, links))], [.. log.Unreadable().Select(JsonFault.Of)]);
        new ReportTarget(null, context).Write(output => JsonOutput.Write(output, search, JsonContract.Default.JsonSearch));
    }

    private static JsonSearchHit Hit(SearchedRecord found, RecordLink links)
    {
        var place = found.Line is { } line ? JsonPlace.Of(found.Record.Path, new(line, found.Column, line, found.Column + found.Text.Length)) : null;
        return new(JsonRecordSummary.Of(found.Record, links), place is null ? null : found.Text, place);
    }

    private static void Write(SearchedRecord found, ToolContext context)
    {
        var record = found.Record;
        var status = record.Decision.Status.Coloured(record.Decision.Status.Word(), context.HasColour);
        context.Output.WriteLine($"{StatusText.Strong(DisplayText.Neutralise(record.Decision.Id), context.HasColour)}  {status}  "
            + $"{DisplayText.Neutralise(record.Decision.Title)}");
        var place = found.Line is { } line ? $"{record.Path}:{line}" : record.Path;
        context.Output.WriteLine(DisplayText.Neutralise($"  {place}: {Shortened(found.Text, found.Word)}").TrimEnd(' ', ':'));
    }

    // The part of a long line that has the word.
    private static string Shortened(string text, string word)
    {
        if (text.Length <= LongestLine) return text;
        var at = Math.Max(text.IndexOf(word, StringComparison.OrdinalIgnoreCase), 0);
        var start = Math.Clamp(at - (LongestLine / 2), 0, text.Length - LongestLine);
        if (char.IsLowSurrogate(text[start])) start++;
        var end = Math.Min(start + LongestLine, text.Length);
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return (start > 0 ? "…" : "") + text[start..end] + (end < text.Length ? "…" : "");
    }
}
