using DecisionPolicies.Tool.Git;
using DecisionPolicies.Tool.Records;

namespace DecisionPolicies.Tool.Lint;

/// <summary>Judges records by git's history. What cannot be judged is said on standard error, with why, and never fails.</summary>
internal static class HistoryJudge
{
    /// <summary>The faults.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="main">The branch on which a record counts as accepted, or null for the usual ones.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">There is no branch of the name that the user gives.</exception>
    public static List<FaultInFile> Judge(DecisionLog log, string? main, ToolContext context)
    {
        var faults = new List<FaultInFile>();
        GitRepository git;
        try
        {
            git = GitRepository.Of(log.Folder);
            if (!git.HasCommits) return faults;
        }
        catch (GitException exception)
        {
            NotJudged(context, "whether an accepted decision was changed, and whether a number is taken on another branch", exception);
            return faults;
        }
        var commit = main is null ? git.Published(null) : git.CommitOf(main) is not null ? git.Published(main) : throw new ToolException($"git knows no branch '{main}'. Name one with --base, or leave it out.");
        Try("whether an accepted decision was changed", () => ChangedDecisions.Find(log, git, commit, context.Today));
        Try("whether a number is taken on another branch", () => TakenNumbers.Find(log, git));
        return faults;

        void Try(string what, Func<IEnumerable<FaultInFile>> judge)
        {
            try
            {
                faults.AddRange(judge());
            }
            catch (GitException exception)
            {
                NotJudged(context, what, exception);
            }
        }
    }

    private static void NotJudged(ToolContext context, string what, GitException exception) =>
        context.Error.WriteLine(DisplayText.Neutralise($"decisions: Not judged: {what}: {exception.Message}."));
}
