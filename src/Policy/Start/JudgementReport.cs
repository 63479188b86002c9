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
    /// <returns>The failures; empty if nothing is rejected.</returns>
    public IReadOnlyList<string> Tell(Judgement judgement)
    {
        // In a method of its own, because a closure is allocated when its method starts.
        if (judgement != Judgement.Clean) return TellBroken(judgement);
        if (_hasTold) Release();
        return [];
    }

    private void Release()
    {
        _hasTold = false;
        reported.Release(_id);
    }

    private IReadOnlyList<string> TellBroken(Judgement judgement)
    {
        var teller = reported.Claim(_id, judgement.Findings);
        // Not earlier, or another thread could release what has not been claimed yet.
        _hasTold = true;
        foreach (var waived in judgement.Waived.Where(waived => teller(waived.Finding) == Teller.ThisLayer)) logger.Waived(waived);
        foreach (var warned in judgement.Warned)
        {
            if (Told(warned, finding => teller(finding) == Teller.ThisLayer) is { } news) logger.Proposed(RejectionText.Of(news));
        }
        return [.. Failures(judgement, teller)];
    }

    private IEnumerable<string> Failures(Judgement judgement, Func<IFinding, Teller> teller)
    {
        foreach (var broken in judgement.Rejected)
        {
            if (Told(broken, finding => teller(finding) != Teller.AnotherLayer) is { } own) yield return RejectionText.Of(own);
            if (Told(broken, finding => teller(finding) == Teller.AnotherLayer) is { } other)
            {
                yield return reported.Refer(RejectionText.Reference(other, layer));
            }
        }
    }

    private static BrokenDecision? Told(BrokenDecision broken, Func<IFinding, bool> told)
    {
        var rules = broken.Rules.Where(rule => told(rule.Finding)).ToList();
        return rules.Count == 0 ? null : broken with { Rules = rules };
    }
}
