using Microsoft.Extensions.Logging;

namespace DecisionPolicies;

/// <summary>Reports a judgement: rejections as failures, the rest in the log, and nothing that another layer reports.</summary>
/// <param name="layer">What is judged, as in <c>GatewayOptions</c>.</param>
/// <param name="reported">Which layer has reported what.</param>
/// <param name="logger">The log.</param>
/// <param name="id">What distinguishes the layer from all others, if its name does not.</param>
internal sealed class JudgementReport(string layer, ReportedFindings reported, ILogger logger, string? id = null)
{
    private readonly string _id = id ?? layer;
    private volatile bool _hasTold;

    /// <summary>Reports a judgement.</summary>
    /// <param name="judgement">The judgement.</param>
    /// <param name="report">Logs what is not a failure; null if there is nothing to log. The log is other people's code, so no lock may be held.</param>
    /// <returns>The failures; empty if nothing is rejected.</returns>
    public IReadOnlyList<string> Report(Judgement judgement, out Action? report)
    {
        // In a method of its own, because a closure is allocated when its method starts.
        if (judgement != Judgement.Clean) return ReportBroken(judgement, out report);
        if (_hasTold) Release();
        report = null;
        return [];
    }

    private void Release()
    {
        _hasTold = false;
        reported.Release(_id);
    }

    private IReadOnlyList<string> ReportBroken(Judgement judgement, out Action? report)
    {
        var reporter = reported.Claim(_id, judgement.Findings);
        // Not earlier, or another thread could release what has not been claimed yet.
        _hasTold = true;
        report = () => ReportRest(judgement, reporter);
        return [.. Failures(judgement, reporter)];
    }

    private void ReportRest(Judgement judgement, Func<IFinding, Reporter> reporter)
    {
        foreach (var waived in judgement.Waived.Where(waived => reporter(waived.Finding) == Reporter.ThisLayer)) logger.Waived(waived);
        foreach (var warned in judgement.Warned)
        {
            if (Reported(warned, finding => reporter(finding) == Reporter.ThisLayer) is { } news) logger.Proposed(RejectionText.Of(news));
        }
    }

    private IEnumerable<string> Failures(Judgement judgement, Func<IFinding, Reporter> reporter)
    {
        foreach (var broken in judgement.Rejected)
        {
            if (Reported(broken, finding => reporter(finding) != Reporter.AnotherLayer) is { } own) yield return reported.Cite(_id, own);
            if (Reported(broken, finding => reporter(finding) == Reporter.AnotherLayer) is { } other)
            {
                yield return reported.Refer(other, layer);
            }
        }
    }

    private static BrokenDecision? Reported(BrokenDecision broken, Func<IFinding, bool> isReported)
    {
        var rules = broken.Rules.Where(rule => isReported(rule.Finding)).ToList();
        return rules.Count == 0 ? null : broken with { Rules = rules };
    }
}
