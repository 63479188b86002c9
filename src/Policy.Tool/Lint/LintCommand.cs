using System.CommandLine;
using DecisionPolicies.Tool.Records;

namespace DecisionPolicies.Tool.Lint;

/// <summary><c>decisions lint</c>: judges the records themselves.</summary>
internal static class LintCommand
{
    public static Command Of(ToolContext context)
    {
        var format = new Option<string>("--format") { Description = "How findings are printed.", DefaultValueFactory = _ => "text" };
        format.AcceptOneOf("text", "github");
        var severity = new Option<string>("--severity") { Description = "The least severity that is shown and counts. Information never fails.", DefaultValueFactory = _ => "info" };
        severity.AcceptOneOf("info", "warning", "error");
        var main = new Option<string?>("--base")
        {
            Description = "The branch on which a record counts as accepted. Default: origin's default branch, else main or master, else HEAD.",
            HelpName = "BRANCH",
        };
        var command = new Command("lint", "Judge the records themselves: their front matter and rules, one against another, and against git's history.") { format, severity, main };
        command.SetAction(call =>
        {
            var log = call.ReadLog(context);
            var history = HistoryJudge.Judge(log, call.GetValue(main), context);
            var least = Enum.Parse<Severity>(call.GetValue(severity)!, ignoreCase: true);
            var findings = LintFinding.Of(log, history).Where(finding => finding.Severity >= least).ToList();
            foreach (var finding in findings) context.Output.WriteLine(call.GetValue(format) == "github" ? finding.GitHub() : finding.Text(context));
            context.Error.WriteLine(Summary(log, findings));
            return findings.Exists(finding => finding.Severity > Severity.Info) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command.WithExamples(
            "decisions lint",
            "decisions lint --format github         # annotations in a workflow of GitHub Actions",
            "decisions lint --severity error        # only what leaves a decision unenforced");
    }

    private static string Summary(DecisionLog log, List<LintFinding> findings)
    {
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        var warnings = findings.Count(finding => finding.Severity == Severity.Warning);
        return $"{Count(log.Found().Count(), "record")}: {Count(errors, "error")}, {Count(warnings, "warning")}.";
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
