using System.CommandLine;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary><c>decisions reply</c>: an answer, in Markdown, to a request that a decision already answers.</summary>
internal static class ReplyCommand
{
    public static Command Of(ToolContext context)
    {
        var id = IdArgument.OfAny();
        var to = new Option<string?>("--to") { Description = "What was asked for, in a few words.", HelpName = "TEXT" };
        var command = new Command("reply", "Print a short, polite answer that cites a decision, to close a pull request or answer a customer.")
        {
            id, to, RecordLink.Option,
        };
        command.SetAction(call =>
        {
            var log = call.ReadLog(context);
            var record = log.Find(call.GetValue(id)!, context).Record;
            if (WhyNoAnswer(record) is { } why) throw new ToolException(why);
            if (record.Decision.Because is null)
            {
                context.Error.WriteLine(DisplayText.Neutralise($"{record.Decision.Id} does not give a reason, so neither does the answer. "
                    + $"Add one in {record.Path}, under 'because'."));
            }
            context.Output.Write(ReplyText.Of(record, RecordLink.Of(call.GetValue(RecordLink.Option), log), call.GetValue(to)));
            return ExitCode.Clean;
        });
        return command.WithExamples(
            "decisions reply ADR-0001",
            "decisions reply NoDcr --to \"Add a registration endpoint\"");
    }

    private static string? WhyNoAnswer(AdrRecord record) => record.Decision switch
    {
        { Status: DecisionStatus.Superseded, SupersededBy.Count: > 0 } =>
            $"{record.Decision.Id} is superseded by {string.Join(", ", record.Decision.SupersededBy)}, so it no longer answers a request. "
                + $"Run 'decisions reply {record.Decision.SupersededBy[0]}'.",
        { Status: DecisionStatus.Superseded or DecisionStatus.Deprecated } =>
            $"{record.Decision.Id} is {record.Decision.Status.Word()}, so it no longer answers a request.",
        { Status: DecisionStatus.Unknown } =>
            $"The status of {record.Decision.Id} is unknown, so it is unclear whether the decision is in force. Correct 'status' in {record.Path}.",
        _ => null,
    };
}
