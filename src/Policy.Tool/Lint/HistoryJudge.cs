using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Lint;

/// <summary>What git's history shows about the records.</summary>
/// <param name="Faults">The faults.</param>
/// <param name="NotJudged">What could not be judged, and why, each as a sentence. It never fails the command.</param>
internal sealed record HistoryFindings(IReadOnlyList<FaultInFile> Faults, IReadOnlyList<string> NotJudged);

/// <summary>Judges records by git's history.</summary>
internal static class HistoryJudge
{
    /// <summary>Judges the records.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="main">The branch on which a record counts as accepted, or null for the usual ones.</param>
    /// <param name="today">The current day.</param>
    /// <exception cref="ToolException">The branch that the user named does not exist.</exception>
    public static HistoryFindings Judge(DecisionLog log, string? main, DateOnly today)
    {
        var (faults, notJudged) = (new List<FaultInFile>(), new List<string>());
        var findings = new HistoryFindings(faults, notJudged);
        if (log.Folder.Folders.Count == 0) return findings;
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
            : throw new ToolException($"There is no branch '{main}' in git. Name another with --base, or leave --base out.");
        Try("whether an accepted decision was changed", () => ChangedDecisions.Find(log, git, commit, today));
        Try("whether a number is taken on another branch", () => TakenNumbers.Find(log, git));
        Try("whether the first day of a waiver was moved", () => MovedWaivers.Find(log, git, commit));
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

        void AddNotJudged(string what, GitException exception) => notJudged.Add(DisplayText.Neutralise($"Not checked: {what}: {exception.Message}."));
    }
}
