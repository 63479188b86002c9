using Microsoft.Extensions.Logging;

namespace DecisionPolicies;

/// <summary>Tells what a judgement found: what is rejected as failures, the rest in the log, and nothing that another layer tells.</summary>
/// <param name="layer">What is judged, as in <c>GatewayOptions</c>.</param>
/// <param name="reported">Who has told of what.</param>
/// <param name="logger">The log.</param>
internal sealed class JudgementReport(string layer, ReportedFindings reported, ILogger logger)
{
    /// <summary>Tells of a judgement.</summary>
    /// <returns>The failures; none where nothing is rejected.</returns>
    public IReadOnlyList<string> Tell(Judgement judgement)
    {
        // Apart, because what captures a variable is allocated where the method starts.
        if (judgement != Judgement.Clean) return TellBroken(judgement);
        reported.Release(layer);
        return [];
    }

    private IReadOnlyList<string> TellBroken(Judgement judgement)
    {
        var teller = reported.Claim(layer, judgement.Findings);
        if (judgement.Rejected.Count > 0) return [.. Failures(judgement, teller)];
        foreach (var waived in judgement.Waived.Where(waived => teller(waived.Finding) == Teller.ThisLayer)) LogWaived(waived);
        foreach (var warned in judgement.Warned)
        {
            if (Told(warned, finding => teller(finding) == Teller.ThisLayer) is { } news) logger.Proposed(Rejection.Warning(news));
        }
        return [];
    }

    private IEnumerable<string> Failures(Judgement judgement, Func<Finding, Teller> teller)
    {
        foreach (var broken in judgement.Rejected)
        {
            if (Told(broken, finding => teller(finding) != Teller.AnotherLayer) is { } own) yield return Rejection.Of(own);
            if (Told(broken, finding => teller(finding) == Teller.AnotherLayer) is { } other) yield return reported.Refer(Rejection.Reference(other, layer));
        }
    }

    // A log may be a terminal, and a key can come from anywhere.
    private void LogWaived(WaivedFinding waived) => logger.Waived(
        DisplayText.Neutralise(waived.Decision.Id), DisplayText.Neutralise(waived.Finding.Key), waived.Waiver.Until, DisplayText.Neutralise(waived.Waiver.Because));

    private static BrokenDecision? Told(BrokenDecision broken, Func<Finding, bool> told)
    {
        var rules = broken.Rules.Where(rule => told(rule.Finding)).ToList();
        return rules.Count == 0 ? null : broken with { Rules = rules };
    }
}
