using System.CommandLine;
using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Lint;

/// <summary><c>decisions lint</c>: judges the records themselves.</summary>
internal static class LintCommand
{
    public static Command Of(ToolContext context)
    {
        var format = FormatOption.OfFinding();
        var output = ReportTarget.CreateOption();
        var severity = new Option<string>("--severity")
        {
            Description = "The least severity that is shown and counts. Information never fails.",
            DefaultValueFactory = _ => "info",
        };
        severity.AcceptOneOf("info", "warning", "error");
        var main = new Option<string?>("--base")
        {
            Description = "The branch on which a record counts as accepted. Default: origin's default branch, else main or master, else HEAD.",
            HelpName = "BRANCH",
        };
        const string Description = "Judge the records themselves: their front matter and rules, one against another, and against git's history.";
        var command = new Command("lint", Description) { format, output, severity, main };
        command.SetAction(call =>
        {
            var log = call.ReadLog(context);
            var target = ReportTarget.Of(call, output, context);
            var history = HistoryJudge.Judge(log, call.GetValue(main), context.Today);
            foreach (var sentence in history.NotJudged) context.Error.WriteLine($"decisions: {sentence}");
            var least = Enum.Parse<Severity>(call.GetValue(severity)!, ignoreCase: true);
            var findings = LintFinding.Of(log, history.Faults).Where(finding => finding.Severity >= least).ToList();
            var report = new LintReport(log, findings, history.NotJudged, context);
            report.Write(call.GetValue(format)!, target);
            context.Error.WriteLine(report.Summary);
            return findings.Exists(finding => finding.Fails) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command.WithExamples(
            "decisions lint",
            "decisions lint --format github                       # annotations in a workflow of GitHub Actions",
            "decisions lint --format sarif --output lint.sarif    # for code scanning",
            "decisions lint --severity error                      # only what leaves a decision unenforced");
    }
}
