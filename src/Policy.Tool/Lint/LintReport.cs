using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Reports.Json;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Lint;

/// <summary>The report of <c>decisions lint</c> in each of its formats.</summary>
/// <param name="log">The decision log.</param>
/// <param name="findings">The faults in the records, by file and place.</param>
/// <param name="notJudged">What could not be judged, and why, each as a sentence.</param>
/// <param name="context">The surroundings.</param>
internal sealed class LintReport(DecisionLog log, IReadOnlyList<LintFinding> findings, IReadOnlyList<string> notJudged, ToolContext context)
{
    private int Records => log.Found().Count();

    private int Errors => findings.Count(finding => finding.Severity == Severity.Error);

    private int Warnings => findings.Count(finding => finding.Severity == Severity.Warning);

    /// <summary>The result in a line.</summary>
    public string Summary => $"{Plural.Of(Records, "record")} checked: {Plural.Of(Errors, "error")}, {Plural.Of(Warnings, "warning")}.";

    /// <summary>Writes the report.</summary>
    /// <param name="format">A value of <see cref="FormatOption"/>.</param>
    /// <param name="target">Where to write it.</param>
    public void Write(string format, ReportTarget target)
    {
        switch (format)
        {
            case FormatOption.Json:
                target.Write(output => JsonOutput.Write(output, Json(), JsonContract.Default.JsonLint));
                break;
            case FormatOption.Sarif:
                target.Write(WriteSarif);
                break;
            case FormatOption.JUnit:
                target.WriteText(output => JUnitFile.Write(output, [.. log.Files.Select(file => file.Content.Path).Concat(Others).Select(SuiteOf)]));
                break;
            case FormatOption.GitHub:
                target.WriteText(output => WriteLines(output, finding => GitHubCommand.Annotation(finding.Reported, finding.Title)));
                break;
            default:
                target.WriteText(output => WriteLines(output, finding => finding.Text(context)));
                break;
        }
    }

    private void WriteLines(TextWriter output, Func<LintFinding, string> line)
    {
        foreach (var finding in findings) output.WriteLine(line(finding));
    }

    private JsonLint Json() => new(
        [.. findings.Select(finding => JsonFault.Of(new(finding.Path, finding.Fault)))],
        new(Records, Errors, Warnings, findings.Count - Errors - Warnings, notJudged));

    private void WriteSarif(Stream output)
    {
        // Some kinds occur only beside the code of a project.
        var sarif = new SarifLog(output, [.. FaultKind.All.Where(kind => !kind.NeedsCode).Concat(HistoryFaults.All).Select(LintFinding.RuleOf)]);
        foreach (var finding in findings) sarif.Add(finding.Reported);
        if (sarif.End([], notJudged, []) is { } cut) context.Error.WriteLine($"decisions: {cut}");
    }

    // A decision pack is at a project, or a file of its own.
    private IEnumerable<string> Others => findings.Where(finding => finding.Fails).Select(finding => finding.Path)
        .Except(log.Files.Select(file => file.Content.Path), StringComparer.Ordinal);

    private JUnitSuite SuiteOf(string path) => JUnitSuite.Of(
        path, path, "no errors or warnings", [.. findings.Where(finding => finding.Path == path).Select(CaseOf)]);

    private static JUnitCase CaseOf(LintFinding finding) =>
        new(finding.Title, finding.Fails ? JUnitOutcome.Failed : JUnitOutcome.Passed) { Result = finding.Reported };
}
