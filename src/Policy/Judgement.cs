namespace DecisionPolicies;

/// <summary>What a configuration breaks, sorted by what follows from it.</summary>
internal sealed class Judgement
{
    private readonly List<BrokenDecision> _rejected = [];
    private readonly List<BrokenDecision> _warned = [];
    private readonly List<WaivedFinding> _waived = [];

    private Judgement()
    {
    }

    /// <summary>Broken decisions that are accepted: the host must not start.</summary>
    public IReadOnlyList<BrokenDecision> Rejected => _rejected;

    /// <summary>Broken decisions that are only proposed.</summary>
    public IReadOnlyList<BrokenDecision> Warned => _warned;

    /// <summary>Findings that a waiver covers today.</summary>
    public IReadOnlyList<WaivedFinding> Waived => _waived;

    /// <summary>Judges a configuration by every decision that is accepted or proposed.</summary>
    public static Judgement Of(IEnumerable<DecisionPolicy> decisions, ISettings settings, string environment, DateOnly today)
    {
        var judgement = new Judgement();
        foreach (var decision in decisions)
        {
            if (decision.Status is DecisionStatus.Accepted) judgement.Judge(decision, judgement._rejected, settings, environment, today);
            if (decision.Status is DecisionStatus.Proposed) judgement.Judge(decision, judgement._warned, settings, environment, today);
        }
        return judgement;
    }

    private void Judge(DecisionPolicy decision, List<BrokenDecision> broken, ISettings settings, string environment, DateOnly today)
    {
        var findings = new List<Finding>();
        foreach (var rule in decision.Rules.OfType<ConfigurationRule>()) rule.Judge(settings, environment, findings);
        if (findings.Count == 0) return;

        var rules = new List<BrokenRule>();
        foreach (var finding in findings)
        {
            var waivers = decision.Waivers.Where(w => w.Concerns(finding, environment)).OrderByDescending(w => w.Until);
            if (waivers.FirstOrDefault() is { } waiver && today <= waiver.Until) _waived.Add(new(decision, finding, waiver));
            else rules.Add(new(finding, waivers.FirstOrDefault()?.Until));
        }
        if (rules.Count > 0) broken.Add(new(decision, rules));
    }
}

/// <summary>A decision and where it is broken.</summary>
internal sealed record BrokenDecision(DecisionPolicy Decision, IReadOnlyList<BrokenRule> Rules);

/// <summary>A finding that counts, and the day on which a waiver for it ended, if there was one.</summary>
internal sealed record BrokenRule(Finding Finding, DateOnly? WaiverEnded);

/// <summary>A finding that a waiver covers.</summary>
internal sealed record WaivedFinding(DecisionPolicy Decision, Finding Finding, Waiver Waiver);
