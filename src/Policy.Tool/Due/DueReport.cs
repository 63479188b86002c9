using DecisionPolicies.Tool.Lint;
using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Reports.Json;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Due;

/// <summary>The report of <c>decisions due</c> in each of its formats. A date that has passed is a warning, a later one is info.</summary>
/// <param name="log">The decision log.</param>
/// <param name="due">The dates, in order.</param>
/// <param name="unknown">Faults that may hide a date.</param>
/// <param name="last">The last day of the report.</param>
/// <param name="context">The surroundings.</param>
internal sealed class DueReport(DecisionLog log, IReadOnlyList<DueDate> due, IReadOnlyList<LintFinding> unknown, DateOnly last, ToolContext context)
{
    private static readonly ReportedRule _revisit =
        new("due-revisit", "A decision is due to be revisited", "Revisit the decision: give its record a later date under 'revisit', or supersede it.");

    private static readonly ReportedRule _waiver =
        new("due-waiver", "A waiver expires", "Comply with the decision and remove the waiver, or give the waiver a later date and the reason.");

    /// <summary>How many dates have passed, without those about which only the owners of a pack can do something.</summary>
    public int Overdue => due.Count(IsOverdue);

    private int Upcoming => due.Count(date => date.Day >= context.Today);

    /// <summary>The result in a line.</summary>
    public string Summary => due.Count - Overdue - Upcoming is > 0 and var packed
        ? $"{Overdue} overdue, {packed} overdue in decision packs, {Upcoming} due by {last.InWords()}."
        : $"{Overdue} overdue, {Upcoming} due by {last.InWords()}.";

    /// <summary>Writes the report.</summary>
    /// <param name="format">A value of <see cref="FormatOption"/>.</param>
    /// <param name="target">Where to write it.</param>
    public void Write(string format, ReportTarget target)
    {
        switch (format)
        {
            case FormatOption.Json:
                target.Write(output => JsonOutput.Write(output, Json(), JsonContract.Default.JsonDue));
                break;
            case FormatOption.Sarif:
                target.Write(WriteSarif);
                break;
            case FormatOption.JUnit:
                target.WriteText(output => JUnitFile.Write(output, [.. Suites()]));
                break;
            case FormatOption.GitHub:
                target.WriteText(WriteGitHub);
                break;
            default:
                target.WriteText(WriteText);
                break;
        }
    }

    private bool IsOverdue(DueDate date) => date.Day < context.Today && !date.IsOfPack;

    private Severity SeverityOf(DueDate date) => IsOverdue(date) ? Severity.Warning : Severity.Info;

    private ReportedResult Reported(DueDate date) =>
        new((date.Waiver is null ? _revisit : _waiver).Id, SeverityOf(date), date.Message(context.Today), date.Path, date.Place);

    private void WriteText(TextWriter output)
    {
        foreach (var date in due)
        {
            output.WriteLine(DisplayText.Neutralise(
                $"{context.Shown(date.Record.File.FilePath)}({date.Place.Line},{date.Place.Column}): {date.Message(context.Today)}"));
        }
    }

    private void WriteGitHub(TextWriter output)
    {
        foreach (var date in due) output.WriteLine(GitHubCommand.Annotation(Reported(date), $"{date.Decision.Citation()} {date.Decision.Title}"));
        foreach (var finding in unknown) output.WriteLine(GitHubCommand.Annotation(finding.Reported, finding.Title));
    }

    private void WriteSarif(Stream output)
    {
        var sarif = new SarifLog(output, [_revisit, _waiver, .. unknown.Select(finding => finding.Fault.Kind).Distinct().Select(LintFinding.RuleOf)]);
        foreach (var result in due.Select(Reported).Concat(unknown.Select(finding => finding.Reported))) sarif.Add(result);
        if (sarif.End([], [], []) is { } cut) context.Error.WriteLine($"decisions: {cut}");
    }

    private JsonDue Json()
    {
        var links = RecordLink.Of(null, log);
        return new(
            [.. due.Select(date => Json(date, links))],
            [.. unknown.Select(finding => JsonFault.Of(new(finding.Path, finding.Fault)))],
            new(Overdue, Upcoming, last));
    }

    private JsonDueDate Json(DueDate date, RecordLink links) => new(
        date.Kind,
        SeverityOf(date),
        JsonDecision.Of(links.Cite(date.Record.Record)),
        date.Day,
        Days.Left(date.Day, context.Today),
        date.Waiver is { } waiver ? JsonWaiver.Of(waiver, context.Today) : null,
        date.Waiver is null ? JsonRevisit.Of(date.Decision.Revisit!, context.Today) : null,
        DisplayText.Neutralise(date.Message(context.Today)),
        JsonPlace.Of(date.Path, date.Place));

    // Each record in force gets a suite, so that a record without a due date passes.
    private IEnumerable<JUnitSuite> Suites()
    {
        foreach (var (record, file) in log.FoundWithPacks().Where(found => found.Record.Decision.IsInForce))
        {
            var decision = record.Decision;
            var cases = due.Where(date => date.Path == file.Content.Path).Select(CaseOf).Concat(CasesOf(file.Content.Path)).ToList();
            yield return JUnitSuite.Of($"{decision.Id}: {decision.Title}", decision.Id, "not overdue", cases);
        }
        foreach (var file in log.Files.Where(file => file.Content.Record?.Decision.IsInForce != true))
        {
            var cases = CasesOf(file.Content.Path).ToList();
            if (cases.Count > 0) yield return new(file.Content.Path, file.Content.Path, cases);
        }
        // A decision pack is at a project, or a file of its own.
        foreach (var other in unknown.ExceptBy(log.Files.Select(file => file.Content.Path), finding => finding.Path).DistinctBy(finding => finding.Path))
        {
            yield return new(other.Path, other.Path, [.. CasesOf(other.Path)]);
        }
    }

    private JUnitCase CaseOf(DueDate date)
    {
        var name = date.Waiver is { } waiver ? $"waiver for {waiver.Subject()}" : "revisit";
        return new(name, IsOverdue(date) ? JUnitOutcome.Failed : JUnitOutcome.Passed) { Result = Reported(date) };
    }

    private IEnumerable<JUnitCase> CasesOf(string path) => unknown
        .Where(finding => finding.Path == path)
        .Select(finding => new JUnitCase(finding.Title, JUnitOutcome.Failed) { Result = finding.Reported });
}
