using System.CommandLine;
using DecisionPolicies.Tool.Records;

namespace DecisionPolicies.Tool.Log;

/// <summary><c>decisions reply</c>: an answer, in Markdown, to a request that a decision has answered already.</summary>
internal static class ReplyCommand
{
    public static Command Of(ToolContext context)
    {
        var id = IdArgument.Create();
        var to = new Option<string?>("--to") { Description = "What was asked for, in a few words.", HelpName = "TEXT" };
        var command = new Command("reply", "Print a short, polite answer that cites a decision, to close a pull request or to answer a customer.") { id, to, RecordLink.Option };
        command.SetAction(call =>
        {
            var log = call.ReadLog(context);
            var record = log.Find(call.GetValue(id)!, context).Record;
            if (WhyNoAnswer(record) is { } why) throw new ToolException(why);
            if (record.Because is null) context.Error.WriteLine(DisplayText.Neutralise($"{record.Id} gives no reason, so the answer does not either. Write one in {record.Path}, under 'because'."));
            context.Output.Write(ReplyText.Of(record, RecordLink.Of(call.GetValue(RecordLink.Option), log), call.GetValue(to)));
            return ExitCode.Clean;
        });
        return command.WithExamples(
            "decisions reply ADR-0001",
            "decisions reply NoDcr --to \"Add a registration endpoint\"");
    }

    private static string? WhyNoAnswer(AdrRecord record) => record switch
    {
        { Status: DecisionStatus.Superseded, SupersededBy.Count: > 0 } =>
            $"{record.Id} is superseded by {string.Join(", ", record.SupersededBy)}, so it is no answer any more. Run 'decisions reply {record.SupersededBy[0]}'.",
        { Status: DecisionStatus.Superseded or DecisionStatus.Deprecated } => $"{record.Id} is {record.Status.Word()}, so it is no answer any more.",
        { Status: DecisionStatus.Unknown } => $"{record.Id} has no known status, so nobody can tell whether it is in force. Write 'status: accepted' in {record.Path}.",
        _ => null,
    };
}
