using DecisionPolicies.Tool.Reports;

namespace DecisionPolicies.Tool.Check.Formats;

/// <summary>The report for code scanning. Results carry fingerprints that stay the same when lines move.</summary>
/// <param name="output">Where to write.</param>
/// <param name="records">The records to judge by.</param>
/// <param name="cite">Gives a record's decision the link to its record.</param>
/// <param name="files">Names files independently of where the command runs.</param>
internal sealed class SarifReport(Stream output, IReadOnlyList<AdrRecord> records, Func<AdrRecord, DecisionPolicy> cite, FileNames files) : ICheckReport
{
    private readonly SarifLog _log = new(
        output,
        [.. records.DistinctBy(record => record.Decision.Id).Select(cite).Select(CheckRules.Of), CheckRules.Unreadable]);

    /// <inheritdoc/>
    public void Add(CheckResult result) => _log.Add(CheckRules.Of(result, files));

    /// <inheritdoc/>
    public string? End(CheckSummary summary) => _log.End(summary.Problems, [], summary.NotJudged.Lines());
}
