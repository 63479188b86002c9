using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Check.Formats;

/// <summary>Results of a check as reports for other tools show them: each decision is a rule with the decision's id.</summary>
internal static class CheckRules
{
    private const string UnreadableRule = "unreadable-configuration";

    /// <summary>The rule for a file that cannot be read, which violates no decision.</summary>
    public static ReportedRule Unreadable { get; } =
        new(UnreadableRule, "A configuration file cannot be read", "Correct the file, name its format with --as, or leave it out with --exclude.");

    /// <summary>The rule of a decision.</summary>
    /// <param name="decision">The decision, with the link at which its record can be read.</param>
    public static ReportedRule Of(DecisionPolicy decision) =>
        new(decision.Id, decision.Title, string.Join("\n", Help(decision))) { HelpUrl = RecordLink.IsWeb(decision.Link) ? decision.Link : null };

    /// <summary>A result.</summary>
    /// <param name="result">What the check reports.</param>
    /// <param name="files">Names files independently of where the command runs; null if the report needs no fingerprints.</param>
    public static ReportedResult Of(CheckResult result, FileNames? files = null) => result switch
    {
        Broken broken => new(broken.Decision.Id, broken.Severity, broken.Message, broken.Path, broken.Place)
        {
            Fingerprint = files is null ? null : broken.IdentityIn(files),
            Waived = broken.Setting.Verdict is { Consequence: Consequence.Waived, Waiver: { } waiver }
                ? "Waived " + waiver.HoldsUntil()
                : null,
        },
        Unreadable unreadable => new(UnreadableRule, Severity.Error, unreadable.Message, unreadable.Path, unreadable.Place),
        _ => throw new NotSupportedException(result.GetType().Name),
    };

    private static IEnumerable<string> Help(DecisionPolicy decision)
    {
        yield return $"{decision} ({decision.StatusInWords()})";
        if (decision.Because is { } because) yield return because;
        foreach (var instead in decision.Instead) yield return "Instead: " + instead;
        foreach (var allowed in decision.Allows) yield return "Allowed: " + allowed;
        yield return "Read: " + decision.Link;
        yield return decision.HowToChange();
    }
}
