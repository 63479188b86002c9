using DecisionPolicies.Tool.Reports;

namespace DecisionPolicies.Tool.Check.Formats;

/// <summary>The report for a GitHub Actions workflow: an annotation for each result.</summary>
/// <param name="output">Where to write.</param>
internal sealed class GitHubReport(TextWriter output) : ICheckReport
{
    /// <inheritdoc/>
    public void Add(CheckResult result) => output.WriteLine(GitHubCommand.Annotation(
        CheckRules.Of(result),
        result is Broken { Decision: var decision } ? $"{decision.Citation()} {decision.Title}" : CheckRules.Unreadable.Title));

    /// <inheritdoc/>
    public string? End(CheckSummary summary)
    {
        foreach (var problem in summary.Problems) output.WriteLine(GitHubCommand.Annotation("error", "decisions check", DisplayText.Neutralise(problem)));
        foreach (var line in summary.NotJudged.Lines()) output.WriteLine(GitHubCommand.Annotation("notice", "decisions check", DisplayText.Neutralise(line)));
        output.WriteLine(DisplayText.Neutralise(summary.ToString()));
        return null;
    }
}
