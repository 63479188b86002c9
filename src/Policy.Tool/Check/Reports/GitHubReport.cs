using DecisionPolicies.Tool.Reports;

namespace DecisionPolicies.Tool.Check.Reports;

/// <summary>The report for a workflow of GitHub Actions: an annotation for each place.</summary>
/// <param name="output">Where to write.</param>
internal sealed class GitHubReport(TextWriter output) : ICheckReport
{
    /// <inheritdoc/>
    public void Add(CheckResult result) => output.WriteLine(result switch
    {
        Broken broken => GitHubCommand.Annotation(LevelOf(broken), DisplayText.Neutralise($"{broken.Setting.Record.Decision.Id} {broken.Setting.Record.Decision.Title}"), broken.Message, broken.Path, broken.Place),
        Unreadable unreadable => GitHubCommand.Annotation("error", "A configuration file cannot be judged", unreadable.Message, unreadable.Path, unreadable.Place),
        _ => throw new NotSupportedException(result.GetType().Name),
    });

    /// <inheritdoc/>
    public void End(CheckSummary summary)
    {
        foreach (var problem in summary.Problems) output.WriteLine(GitHubCommand.Annotation("error", "decisions check", DisplayText.Neutralise(problem)));
        output.WriteLine(summary);
    }

    private static string LevelOf(Broken broken) => GitHubCommand.LevelOf(broken.Severity);
}
