using Microsoft.Extensions.Primitives;

namespace DecisionPolicies;

/// <summary>
/// The verdict on the whole configuration. It is reached once for each change, for the first caller that asks: many are
/// notified of a change, in no particular order.
/// </summary>
internal sealed class ConfigurationVerdict(
    EffectiveConfiguration effective, ChosenOptions chosen, ProviderFailures failures, RejectionCounter counter, Refusals refusals, ReportedFindings reported)
{
    private readonly JudgementReport _report = new("the configuration", reported, refusals.Logger);
    private readonly Lock _gate = new();
    private IChangeToken? _judged;
    private bool _isRejected;

    /// <summary>Judges the configuration that the application starts with, as it is now.</summary>
    /// <returns>The rejections; empty if the host may start.</returns>
    public IReadOnlyList<string> AtStart(IEnumerable<DecisionPolicy> decisions)
    {
        lock (_gate)
        {
            _judged = effective.Configuration?.GetReloadToken();
            var judgement = effective.Judge(decisions);
            var rejections = _report.Report(judgement);
            _isRejected = rejections.Count > 0;
            if (!_isRejected) return [];
            refusals.Logger.RejectedAtStart(judgement.Rejected, rejections);
            foreach (var broken in judgement.Rejected) counter.Count(Moment.Start, RejectionCounter.Configuration, broken.Decision.Id);
            return rejections;
        }
    }

    /// <summary>Whether the current configuration breaks an accepted decision. While a file cannot be loaded, the last verdict applies.</summary>
    public bool IsRejected()
    {
        lock (_gate)
        {
            if (_judged is { HasChanged: false } || chosen.Value.Decisions.Count == 0 || failures.Any()) return _isRejected;
            _judged = effective.Configuration?.GetReloadToken();
            Judge();
            return _isRejected;
        }
    }

    /// <summary>Whether the configuration complies with all decisions right now, even if no change was notified.</summary>
    public bool IsGoodAtThisMoment()
    {
        if (chosen.Value.Decisions.Count == 0) return true;
        try
        {
            return effective.Judge(chosen.Value.Decisions).Rejected.Count == 0;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private void Judge()
    {
        Judgement judgement;
        try
        {
            judgement = effective.Judge(chosen.Value.Decisions);
        }
        catch (Exception error)
        {
            // What cannot be judged may break a decision. The message may contain a value.
            _isRejected = true;
            Reject(error.GetType().Name, () => Reported($"The configuration cannot be judged ({error.GetType().Name}).\n", []));
            return;
        }

        var rejections = _report.Report(judgement);
        _isRejected = rejections.Count > 0;
        if (_isRejected)
        {
            var found = judgement.Rejected.SelectMany(broken => broken.Rules).Select(rule => rule.Finding).ToValueList();
            Reject(found, () => Reported(string.Join('\n', rejections), judgement.Rejected));
        }
        else refusals.Accept(this, refusals.Logger.ConfigurationGoodAgain);
    }

    private void Reject(object cause, Func<string> tell) => refusals.Refuse(this, cause, tell);

    private string Reported(string text, IReadOnlyList<BrokenDecision> rejected)
    {
        refusals.Logger.ReloadRejected(text);
        foreach (var broken in rejected) counter.Count(Moment.Reload, RejectionCounter.Configuration, broken.Decision.Id);
        if (rejected.Count > 0) return rejected.InOneLine();
        counter.Count(Moment.Reload, RejectionCounter.Configuration);
        return "The configuration cannot be judged";
    }
}
