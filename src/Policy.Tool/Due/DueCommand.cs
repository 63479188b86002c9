using System.CommandLine;
using DecisionPolicies.Tool.Lint;
using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Due;

/// <summary><c>decisions due</c>: the dates that have passed, and the next ones.</summary>
internal static class DueCommand
{
    public static Command Of(ToolContext context)
    {
        var within = new Option<string>("--within")
        {
            Description = "How far ahead to look: days, weeks or months, as in 30d, 6w, 3m.",
            HelpName = "SPAN",
            DefaultValueFactory = _ => "30d",
        };
        var format = FormatOption.OfFinding();
        var output = ReportTarget.CreateOption();
        const string Description = "List the decisions to revisit and the waivers that expire: first what is overdue, then what is due next.";
        var command = new Command("due", Description) { within, format, output };
        command.SetAction(call =>
        {
            var last = Span.EndOf(call.GetValue(within)!, context.Today);
            var log = call.ReadLog(context);
            var target = ReportTarget.Of(call, output, context);
            var due = DueDate.AllOf(log).Where(date => date.Day <= last).ToList();
            var unknown = UnknownDates(log);
            var report = new DueReport(log, due, unknown, last, context);
            report.Write(call.GetValue(format)!, target);
            foreach (var finding in unknown) context.Error.WriteLine(finding.Text(context));
            context.Error.WriteLine(report.Summary);
            return unknown.Count + report.Overdue > 0 ? ExitCode.Findings : ExitCode.Clean;
        });
        return command.WithExamples(
            "decisions due",
            "decisions due --within 3m",
            "decisions due --format junit --output due.xml    # for a test dashboard");
    }

    // A record or date that cannot be read may be due: it is unclear. Here that is at least a warning, though to lint a date may be info.
    private static List<LintFinding> UnknownDates(DecisionLog log) =>
        LintFinding.Of(log, log.Faults).Where(finding => HidesDate(finding, log)).Select(AtLeastWarning).Concat(LintFinding.Of(log, log.Packs.Faults)).ToList();

    private static LintFinding AtLeastWarning(LintFinding finding) =>
        finding.Fails ? finding : finding with { Fault = finding.Fault with { Severity = Severity.Warning } };

    private static bool HidesDate(LintFinding finding, DecisionLog log)
    {
        var kind = finding.Fault.Kind;
        if (kind == FaultKind.UnreadableWaiver || kind == FaultKind.RefusedWaiver) return true;
        var file = log.Files.First(file => file.FilePath == finding.FilePath);
        if (file.Content.Record is not { } record) return finding.Severity == Severity.Error;
        // Of front matter that is not valid YAML, only plain lines are read: 'by' below 'revisit' is lost.
        if (kind == FaultKind.UnreadableFrontMatter)
        {
            return record.Decision.Revisit is null && file.Text.Contains("revisit:", StringComparison.OrdinalIgnoreCase);
        }
        return kind == FaultKind.UnreadableDate && finding.Fault.Place == DueDate.PlaceOfRevisit(file.Fields);
    }
}
