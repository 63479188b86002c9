using System.Globalization;
using DecisionPolicies.Tool.Reports;

namespace DecisionPolicies.Tool.Check.Formats;

/// <summary>
/// The report for test dashboards: a suite for each decision, a failed case for each place where it is broken, and a passed one where it
/// is kept. Findings are kept until the end, which the totals at the start wait for.
/// </summary>
/// <param name="output">Where to write.</param>
/// <param name="records">The records that are judged by.</param>
/// <param name="lacking">The paths of those that rules could not be read of: it is unclear whether they are kept.</param>
/// <param name="files">Names files apart from where the command runs: dashboards compare the names of cases.</param>
internal sealed class JUnitReport(TextWriter output, IReadOnlyList<AdrRecord> records, IReadOnlyList<string> lacking, FileNames files) : ICheckReport
{
    private readonly List<CheckResult> _results = [];

    /// <inheritdoc/>
    public void Add(CheckResult result) => _results.Add(result);

    /// <inheritdoc/>
    public string? End(CheckSummary summary)
    {
        var suites = records.DistinctBy(record => record.Decision.Id)
            .Select(record => SuiteOf(record, summary.Judged > 0 && !lacking.Contains(record.Path, StringComparer.Ordinal)))
            .ToList();
        var unreadable = _results.OfType<Unreadable>()
            .Select(file => new JUnitCase(files.NameOf(file.FilePath), JUnitOutcome.Failed) { Result = CheckRules.Of(file) })
            .ToList();
        if (unreadable.Count > 0) suites.Add(new("Configuration files", "Configuration files", unreadable));
        if (summary.Problems.Count > 0) suites.Add(new("decisions check", "decisions check", [.. summary.Problems.Select(ProblemOf)]));
        JUnitFile.Write(output, suites);
        return null;
    }

    private JUnitSuite SuiteOf(AdrRecord record, bool isJudged)
    {
        var (id, name) = (record.Decision.Id, $"{record.Decision.Id}: {record.Decision.Title}");
        var cases = _results.OfType<Broken>().Where(broken => broken.Decision.Id == id).Select(CaseOf).ToList();
        return isJudged ? JUnitSuite.Of(name, id, "is kept", cases) : new(name, id, cases);
    }

    // A waiver is a skipped test, and what is only proposed fails nothing.
    private JUnitCase CaseOf(Broken broken)
    {
        var part = broken.Part is { Identity: { Length: > 0 } identity } ? $", {identity}" : "";
        var name = $"{broken.Setting.Finding.Key} ({files.NameOf(broken.FilePath)}{part})";
        var outcome = broken.Consequence switch
        {
            Consequence.Rejected => JUnitOutcome.Failed,
            Consequence.Waived => JUnitOutcome.Skipped,
            _ => JUnitOutcome.Passed,
        };
        return new(name, outcome) { Result = CheckRules.Of(broken) };
    }

    private static JUnitCase ProblemOf(string problem, int index) =>
        new($"problem {(index + 1).ToString(CultureInfo.InvariantCulture)}", JUnitOutcome.Error) { Message = problem };
}
