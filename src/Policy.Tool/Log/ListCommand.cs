using System.CommandLine;
using DecisionPolicies.Tool.Records;

namespace DecisionPolicies.Tool.Log;

/// <summary><c>decisions list</c>: every record in a line.</summary>
internal static class ListCommand
{
    public static Command Of(ToolContext context)
    {
        var command = new Command("list", "List the records, one in a line.");
        command.SetAction(call =>
        {
            foreach (var record in call.ReadLog(context).Set.Records)
            {
                context.Output.WriteLine(DisplayText.Neutralise($"{record.Id}  {record.Status.ToString().ToLowerInvariant()}  {record.Title}"));
            }
            return ExitCode.Clean;
        });
        return command.WithExamples("decisions list");
    }
}
