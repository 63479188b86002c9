using System.CommandLine;
using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Lint;

/// <summary><c>decisions lint</c>: checks the records themselves.</summary>
internal static class LintCommand
{
    public static Command Of(ToolContext context)
    {
        var format = FormatOption.OfFinding();
        var output = ReportTarget.CreateOption();
        var severity = new Option<string>("--severity")
        {
            Description = "The lowest severity to report and count. Info never fails the command.",
            DefaultValueFactory = _ => "info",
        };
        severity.AcceptOneOf("info", "warning", "error");
        var main = new Option<string?>("--base")
        {
            Description = "The branch on which a record counts as accepted. Default: origin's default branch, else main or master, else HEAD.",
            HelpName = "BRANCH",
        };
        const string Description = "Check the records themselves: their front matter and rules, against each other, and against git's history.";
        var command = new Command("lint", Description) { format, output, severity, main };
        command.SetAction(call =>
        {
            var log = call.ReadLog(context);
            var target = ReportTarget.Of(call, output, context);
            var history = HistoryJudge.Judge(log, call.GetValue(main), context.Today);
            foreach (var sentence in history.NotJudged) context.Error.WriteLine($"decisions: {sentence}");
            var least = Enum.Parse<Severity>(call.GetValue(severity)!, ignoreCase: true);
            // A folder of records that the user names may be anywhere, and what is above it is not a repository.
            var isRepository = RecordsFolder.RepositoryAbove(log.Folder.Root) is not null || log.Folder.Root == context.Folder;
            var packs = log.Packs.Packs.Select(pack => pack.Pack.Id).ToList();
            var switchedOff = isRepository && least == Severity.Info ? SwitchedOff.Find(log.Folder.Root, packs) : [];
            var faults = PartlyRead.SaidOnce([.. log.Faults, .. log.Packs.Faults, .. history.Faults, .. switchedOff]);
            var findings = LintFinding.Of(log, faults).Where(finding => finding.Severity >= least).ToList();
            var report = new LintReport(log, findings, history.NotJudged, context);
            report.Write(call.GetValue(format)!, target);
            context.Error.WriteLine(report.Summary);
            return findings.Exists(finding => finding.Fails) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command.WithExamples(
            "decisions lint",
            "decisions lint --format github                       # annotations in GitHub Actions",
            "decisions lint --format sarif --output lint.sarif    # for code scanning",
            "decisions lint --severity error                      # only what leaves a decision unenforced");
    }
}
