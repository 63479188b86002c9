using System.CommandLine;
using DecisionPolicies.Tool.Lint;
using DecisionPolicies.Tool.Records;

namespace DecisionPolicies.Tool.Due;

/// <summary><c>decisions due</c>: the days that have passed, and those that come.</summary>
internal static class DueCommand
{
    public static Command Of(ToolContext context)
    {
        var within = new Option<string>("--within") { Description = "How far ahead to look: days, weeks or months, as in 30d, 6w, 3m.", HelpName = "SPAN", DefaultValueFactory = _ => "30d" };
        var command = new Command("due", "List the records that are to be looked at again, and the waivers that end: first what is overdue, then what comes.") { within };
        command.SetAction(call =>
        {
            var last = Span.EndOf(call.GetValue(within)!, context.Today);
            var log = call.ReadLog(context);
            var due = DueDate.AllOf(log).Where(date => date.Day <= last).ToList();
            foreach (var date in due) context.Output.WriteLine(Line(date, context));

            var unknown = UnknownDates(log);
            foreach (var finding in unknown) context.Error.WriteLine(finding.Text(context));
            var overdue = due.Count(date => date.Day < context.Today);
            context.Error.WriteLine($"{overdue} overdue, {due.Count - overdue} until {last:yyyy-MM-dd}.");
            return unknown.Count + overdue > 0 ? ExitCode.Findings : ExitCode.Clean;
        });
        return command.WithExamples("decisions due", "decisions due --within 3m");
    }

    private static string Line(DueDate due, ToolContext context) => DisplayText.Neutralise(
        $"{context.Shown(due.Record.File.FilePath)}({due.Place.Line},{due.Place.Column}): {due.Message(context.Today)}");

    // A record that cannot be read, or a day that cannot, may be due: nobody can tell.
    private static List<LintFinding> UnknownDates(DecisionLog log) => LintFinding.Of(log, []).Where(finding => HidesDate(finding, log)).ToList();

    private static bool HidesDate(LintFinding finding, DecisionLog log)
    {
        var kind = finding.Fault.Kind;
        if (kind == FaultKind.UnreadableWaiver) return true;
        var file = log.Files.First(file => file.FilePath == finding.FilePath);
        if (file.Content.Record is null) return kind.Severity == Severity.Error;
        return kind == FaultKind.UnreadableDate && finding.Fault.Place == DueDate.PlaceOfRevisit(RecordFields.Of(file.Text));
    }
}
