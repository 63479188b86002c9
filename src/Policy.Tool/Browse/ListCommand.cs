using System.CommandLine;
using DecisionPolicies.Tool.Completion;
using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Reports.Json;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary><c>decisions list</c>: one line for each record.</summary>
internal static class ListCommand
{
    public static Command Of(ToolContext context)
    {
        var status = new Option<string[]>("--status") { Description = "Only records with these statuses, as in 'accepted,proposed'.", HelpName = "STATUS" };
        var tag = new Option<string[]>("--tag") { Description = "Only records with one of these tags.", HelpName = "TAG" };
        var format = FormatOption.OfReading();
        status.WithListedCandidates((_, _, _) => StatusText.Words.Select(word => new Candidate(word)));
        tag.WithListedCandidates(RecordCandidates.Tags);
        status.Validators.Add(result =>
        {
            if (Words(result.Tokens.Select(token => token.Value))
                .FirstOrDefault(word => !StatusText.Words.Contains(word, StringComparer.OrdinalIgnoreCase)) is { } odd)
            {
                result.AddError($"'{odd}' is not a status. Use {string.Join(", ", StatusText.Words.SkipLast(1))} or {StatusText.Words[^1]}.");
            }
        });
        var command = new Command("list", "List the records, one in each line.") { status, tag, format };
        command.SetAction(call =>
        {
            var log = call.ReadLog(context);
            var (states, tags) = (Words(call.GetValue(status)), Words(call.GetValue(tag)));
            var records = log.EveryRecord.Where(record => IsOneOf([record.Decision.Status.Word()], states) && IsOneOf(record.Decision.Tags, tags)).ToList();
            if (call.IsJson(format)) WriteJson(records, log, context);
            else if (records.Count > 0) RecordTable.Write(records, context);
            else if (log.EveryRecord.Any()) context.Error.WriteLine("No record matches.");
            var exit = log.ReportUnreadable(context);
            log.RequireRecords(context);
            return exit;
        });
        return command.WithExamples(
            "decisions list",
            "decisions list --status accepted,proposed --tag oauth",
            "decisions list --format json");
    }

    private static void WriteJson(List<AdrRecord> records, DecisionLog log, ToolContext context)
    {
        var links = RecordLink.Of(null, log);
        var list = new JsonList([.. records.Select(record => JsonRecordSummary.Of(record, links))], [.. log.Unreadable().Select(JsonFault.Of)]);
        new ReportTarget(null, context).Write(output => JsonOutput.Write(output, list, JsonContract.Default.JsonList));
    }

    private static bool IsOneOf(IEnumerable<string> words, List<string> wanted) =>
        wanted.Count == 0 || words.Any(word => wanted.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static List<string> Words(IEnumerable<string>? lists) =>
        [.. (lists ?? []).SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
