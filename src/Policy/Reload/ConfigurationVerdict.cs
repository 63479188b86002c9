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
        Judgement judgement;
        IReadOnlyList<string> rejections;
        Action? report;
        lock (_gate)
        {
            _judged = effective.ReloadToken;
            judgement = effective.Judge(decisions);
            rejections = _report.Report(judgement, out report);
            _isRejected = rejections.Count > 0;
        }
        Reporting.Report(report);
        if (rejections.Count == 0) return [];
        Reporting.Report(() => refusals.Logger.RejectedAtStart(judgement.Rejected, rejections));
        Reporting.Report(() =>
        {
            foreach (var broken in judgement.Rejected) counter.Count(Moment.Start, RejectionCounter.Configuration, broken.Decision.Id);
        });
        return rejections;
    }

    /// <summary>Whether the current configuration breaks an accepted decision. While a file cannot be loaded, the last verdict applies.</summary>
    public bool IsRejected()
    {
        if (effective.IsHeldBack) return IsJudgedBefore();
        var isIncomplete = failures.Any();
        var reports = new List<Action?>();
        bool isRejected;
        lock (_gate)
        {
            if (_judged is { HasChanged: false } || chosen.Value.Decisions.Count == 0 || isIncomplete) return _isRejected;
            _judged = effective.ReloadToken;
            isRejected = _isRejected = !IsGood(Subject.Running, reports);
        }
        reports.ForEach(Reporting.Report);
        return isRejected;
    }

    /// <summary>Judges what a reload brings, before anybody else sees it.</summary>
    /// <param name="reports">Is given what to report once the locks are free.</param>
    /// <returns>Whether it complies with all decisions.</returns>
    public bool IsStagedGood(List<Action?> reports) => chosen.Value.Decisions.Count == 0 || IsGood(Subject.Staged, reports);

    /// <summary>Judges a configuration in which code has set a key, before anybody else sees it.</summary>
    /// <param name="reports">Is given what to report once the locks are free.</param>
    /// <returns>Whether it complies with all decisions.</returns>
    public bool IsKeyGood(List<Action?> reports) => chosen.Value.Decisions.Count == 0 || IsGood(Subject.Key, reports);

    /// <summary>Whether the configuration complies with all decisions right now, even if no change was notified.</summary>
    public bool IsGoodAtThisMoment()
    {
        if (chosen.Value.Decisions.Count == 0 || effective.IsHeldBack) return true;
        try
        {
            return effective.Judge(chosen.Value.Decisions).Rejected.Count == 0;
        }
        catch (Exception)
        {
            return false;
        }
    }

    // What is seen of a configuration that is held back has been judged before. What broke a decision from outside is gone.
    private bool IsJudgedBefore()
    {
        Action? report = null;
        lock (_gate)
        {
            if (_isRejected) report = refusals.Accept(Subject.Running, refusals.Logger.ConfigurationGoodAgain);
            _isRejected = false;
        }
        Reporting.Report(report);
        return false;
    }

    private bool IsGood(Subject subject, List<Action?> reports)
    {
        Judgement judgement;
        try
        {
            judgement = effective.Judge(chosen.Value.Decisions);
        }
        catch (Exception error)
        {
            // What cannot be judged may break a decision. The message may contain a value.
            var name = error.GetType().Name;
            reports.Add(Refuse(subject, name, "The configuration cannot be judged", $"The configuration cannot be judged ({name}).\n", []));
            return false;
        }

        var rejections = _report.Report(judgement, out var report);
        reports.Add(report);
        if (rejections.Count == 0)
        {
            reports.Add(refusals.Accept(subject, refusals.Logger.ConfigurationGoodAgain));
            return true;
        }
        var found = judgement.Rejected.SelectMany(broken => broken.Rules).Select(rule => rule.Finding).ToValueList();
        reports.Add(Refuse(subject, found, judgement.Rejected.InOneLine(), string.Join('\n', rejections), judgement.Rejected));
        return false;
    }

    private Action? Refuse(Subject subject, object cause, string inWords, string report, IReadOnlyList<BrokenDecision> rejected)
    {
        return subject switch
        {
            Subject.Staged => refusals.HoldBack(subject, cause, inWords, since => Report(Log.HeldBack(since))),
            Subject.Key => refusals.Refuse(inWords, () => Report(Log.NotSet)),
            _ => refusals.Refuse(subject, cause, inWords, () => Report(Log.Published)),
        };

        void Report(string consequence)
        {
            refusals.Logger.ReloadRejected(consequence, report, rejected);
            if (rejected.Count == 0) counter.Count(Moment.Reload, RejectionCounter.Configuration);
            foreach (var broken in rejected) counter.Count(Moment.Reload, RejectionCounter.Configuration, broken.Decision.Id);
        }
    }

    /// <summary>What is judged.</summary>
    private enum Subject
    {
        Running,
        Staged,
        Key,
    }
}
