using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Lint;

/// <summary>What git's history shows of the records.</summary>
/// <param name="Faults">The faults.</param>
/// <param name="NotJudged">What could not be judged, and why, each as a sentence. It never fails.</param>
internal sealed record HistoryFindings(IReadOnlyList<FaultInFile> Faults, IReadOnlyList<string> NotJudged);

/// <summary>Judges records by git's history.</summary>
internal static class HistoryJudge
{
    /// <summary>What it shows.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="main">The branch on which a record counts as accepted, or null for the usual ones.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="ToolException">There is no branch of the name that the user gives.</exception>
    public static HistoryFindings Judge(DecisionLog log, string? main, DateOnly today)
    {
        var (faults, notJudged) = (new List<FaultInFile>(), new List<string>());
        var findings = new HistoryFindings(faults, notJudged);
        GitRepository git;
        try
        {
            git = GitRepository.Of(log.Folder);
            if (!git.HasCommits) return findings;
        }
        catch (GitException exception)
        {
            AddNotJudged("whether an accepted decision was changed, and whether a number is taken on another branch", exception);
            return findings;
        }
        var isKnown = main is null || git.CommitOf(main) is not null;
        var commit = isKnown
            ? git.Published(main)
            : throw new ToolException($"git knows no branch '{main}'. Name one with --base, or leave it out.");
        Try("whether an accepted decision was changed", () => ChangedDecisions.Find(log, git, commit, today));
        Try("whether a number is taken on another branch", () => TakenNumbers.Find(log, git));
        return findings;

        void Try(string what, Func<IEnumerable<FaultInFile>> judge)
        {
            try
            {
                faults.AddRange(judge());
            }
            catch (GitException exception)
            {
                AddNotJudged(what, exception);
            }
        }

        void AddNotJudged(string what, GitException exception) => notJudged.Add(DisplayText.Neutralise($"Not judged: {what}: {exception.Message}."));
    }
}
