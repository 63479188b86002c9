using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Tells what a judgement found: what is rejected as the failure of a validation, the rest in the log.</summary>
/// <param name="layer">What is judged, as in <c>GatewayOptions</c>.</param>
/// <param name="services">The container.</param>
internal sealed class JudgementReport(string layer, IServiceProvider services)
{
    private readonly ReportedFindings _reported = services.GetRequiredService<ReportedFindings>();
    private readonly ILogger _logger = (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);

    public ValidateOptionsResult Tell(Judgement judgement)
    {
        // Apart, because what captures a variable is allocated where the method starts.
        if (judgement != Judgement.Clean) return TellBroken(judgement);
        _reported.Release(layer);
        return ValidateOptionsResult.Success;
    }

    private ValidateOptionsResult TellBroken(Judgement judgement)
    {
        var teller = _reported.Claim(layer, judgement.Findings);
        foreach (var waived in judgement.Waived.Where(waived => teller(waived.Finding) == Teller.ThisLayer)) LogWaived(waived);
        foreach (var warned in judgement.Warned)
        {
            if (Told(warned, finding => teller(finding) == Teller.ThisLayer) is { } news) _logger.Proposed(Rejection.Warning(news));
        }
        return judgement.Rejected.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(Failures(judgement, teller));
    }

    private IEnumerable<string> Failures(Judgement judgement, Func<IFinding, Teller> teller)
    {
        foreach (var broken in judgement.Rejected)
        {
            if (Told(broken, finding => teller(finding) != Teller.AnotherLayer) is { } own) yield return Rejection.Of(own);
            if (Told(broken, finding => teller(finding) == Teller.AnotherLayer) is { } other) yield return _reported.Refer(Rejection.Reference(other, layer));
        }
    }

    // A log may be a terminal, and a key can come from anywhere.
    private void LogWaived(WaivedFinding waived) => _logger.Waived(
        DisplayText.Neutralise(waived.Decision.Id), DisplayText.Neutralise(waived.Finding.Key), waived.Waiver.Until, DisplayText.Neutralise(waived.Waiver.Because));

    private static BrokenDecision? Told(BrokenDecision broken, Func<IFinding, bool> told)
    {
        var rules = broken.Rules.Where(rule => told(rule.Finding)).ToList();
        return rules.Count == 0 ? null : broken with { Rules = rules };
    }
}
