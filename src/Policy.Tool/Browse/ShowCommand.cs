using System.CommandLine;
using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Reports.Json;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary><c>decisions show</c>: everything that one record says.</summary>
internal static class ShowCommand
{
    public static Command Of(ToolContext context)
    {
        var id = IdArgument.OfAny();
        var format = FormatOption.OfReading();
        var command = new Command("show", "Show everything that a record says, with its rules in words.") { id, format, RecordLink.Option };
        command.SetAction(call =>
        {
            var log = call.ReadLog(context);
            var (record, file) = log.Find(call.GetValue(id)!, context);
            var links = RecordLink.Of(call.GetValue(RecordLink.Option), log);
            var faults = log.FaultsBeside(file.Content.Path).ToList();
            if (call.IsJson(format)) WriteJson(new(JsonRecord.Of(record, links, faults, context.Today)), context);
            else ShownRecord.Write(record, links, faults, context);
            return ExitCode.Clean;
        });
        return command.WithExamples(
            "decisions show ADR-0001",
            "decisions show 1                     # or its number, C# name, alias or file",
            "decisions show NoDcr --format json");
    }

    private static void WriteJson(JsonShow shown, ToolContext context) =>
        new ReportTarget(null, context).Write(output => JsonOutput.Write(output, shown, JsonContract.Default.JsonShow));
}
