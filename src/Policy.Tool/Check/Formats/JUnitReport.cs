using System.Globalization;
using DecisionPolicies.Tool.Reports;

namespace DecisionPolicies.Tool.Check.Formats;

/// <summary>
/// The report for test dashboards: a suite for each decision, with a failed case for each violation, or a passed case if there is none.
/// Findings are held until the end, because the report starts with the totals.
/// </summary>
/// <param name="output">Where to write.</param>
/// <param name="records">The records to judge by.</param>
/// <param name="isLacking">Whether a record may have rules that could not be read: it is unclear whether they are violated.</param>
/// <param name="files">Names files independently of where the command runs: dashboards compare the names of cases.</param>
internal sealed class JUnitReport(TextWriter output, IReadOnlyList<AdrRecord> records, Func<AdrRecord, bool> isLacking, FileNames files) : ICheckReport
{
    private const string Run = "decisions check";

    private readonly List<CheckResult> _results = [];

    /// <inheritdoc/>
    public void Add(CheckResult result) => _results.Add(result);

    /// <inheritdoc/>
    public string? End(CheckSummary summary)
    {
        var suites = records.DistinctBy(record => record.Decision.Id)
            .Select(record => SuiteOf(record, summary.Judged > 0 && !isLacking(record)))
            .ToList();
        var unreadable = _results.OfType<Unreadable>()
            .Select(file => new JUnitCase(NameOf(file), JUnitOutcome.Failed) { Result = CheckRules.Of(file) })
            .ToList();
        if (unreadable.Count > 0) suites.Add(new("Configuration files", "Configuration files", unreadable));
        var notJudged = string.Join('\n', summary.NotJudged.Lines());
        if (summary.Problems.Count > 0 || notJudged.Length > 0)
        {
            suites.Add(new(Run, Run, [.. summary.Problems.Select(ProblemOf)]) { Output = notJudged });
        }
        JUnitFile.Write(output, suites);
        return null;
    }

    private JUnitSuite SuiteOf(AdrRecord record, bool isJudged)
    {
        var (id, name) = (record.Decision.Id, $"{record.Decision.Id}: {record.Decision.Title}");
        var cases = _results.OfType<Broken>().Where(broken => broken.Decision.Id == id).Select(CaseOf).ToList();
        return isJudged ? JUnitSuite.Of(name, id, "no violations", cases) : new(name, id, cases);
    }

    // A waived violation is a skipped test, and a proposed decision fails nothing.
    private JUnitCase CaseOf(Broken broken)
    {
        var part = broken.Part is { Identity: { Length: > 0 } identity } ? $", {identity}" : "";
        var name = $"{broken.Setting.Finding.Key} ({NameOf(broken)}{part})";
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

    private string NameOf(CheckResult result) =>
        result.FilePath == CheckUnit.StandardInput ? "standard input" : files.NameOf(result.FilePath);
}
