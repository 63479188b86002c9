namespace DecisionPolicies;

/// <summary>What a configuration breaks, by consequence.</summary>
internal sealed class Judgement
{
    private readonly List<BrokenDecision> _rejected = [];
    private readonly List<BrokenDecision> _warned = [];
    private readonly List<WaivedFinding> _waived = [];

    private Judgement()
    {
    }

    /// <summary>Nothing is broken.</summary>
    public static Judgement Clean { get; } = new();

    /// <summary>Broken accepted decisions: the host must not start.</summary>
    public IReadOnlyList<BrokenDecision> Rejected => _rejected;

    /// <summary>Broken proposed decisions.</summary>
    public IReadOnlyList<BrokenDecision> Warned => _warned;

    /// <summary>Findings that a waiver covers today.</summary>
    public IReadOnlyList<WaivedFinding> Waived => _waived;

    /// <summary>Every finding, whatever its consequence.</summary>
    public IEnumerable<IFinding> Findings =>
        _rejected.Concat(_warned).SelectMany(broken => broken.Rules).Select(rule => rule.Finding).Concat(_waived.Select(waived => waived.Finding));

    /// <summary>Judges settings by every decision that is accepted or proposed. If nothing is broken, nothing is allocated.</summary>
    /// <param name="decisions">The decisions. Rules about anything else than settings are ignored.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="environment">The host environment.</param>
    /// <param name="time">The source of the current day, by which waivers expire.</param>
    /// <param name="findings">An empty list to use; it is empty again afterwards.</param>
    /// <param name="others">More settings, in which nothing has to be set.</param>
    public static Judgement Of(
        IReadOnlyList<DecisionPolicy> decisions,
        ISettings settings,
        string environment,
        TimeProvider time,
        List<Finding> findings,
        params ReadOnlySpan<ISettings> others)
    {
        var judgement = Clean;
        var judged = JudgedSettings.Begin(settings);
        for (var i = 0; i < decisions.Count; i++)
        {
            var decision = decisions[i];
            if (!decision.IsInForce) continue;
            Judge(decision, judged, environment, findings);
            if (OpenApiGeneration.IsRunning) findings.RemoveAll(IsAbsent);
            foreach (var other in others) JudgeOther(decision, other, environment, findings);
            if (findings.Count == 0) continue;
            if (judgement == Clean) judgement = new();
            judgement.Sort(decision, findings, environment, Day.Of(time.GetUtcNow()));
            findings.Clear();
        }
        judged.End();
        return judgement;
    }

    /// <summary>Judges something other than settings by every decision that is accepted or proposed.</summary>
    /// <param name="decisions">The decisions.</param>
    /// <param name="findings">Finds the violations of a decision.</param>
    /// <param name="environment">The host environment.</param>
    /// <param name="time">The source of the current day, by which waivers expire.</param>
    public static Judgement Of(
        IEnumerable<DecisionPolicy> decisions, Func<DecisionPolicy, IReadOnlyList<IFinding>> findings, string environment, TimeProvider time)
    {
        var judgement = new Judgement();
        foreach (var decision in decisions)
        {
            if (decision.IsInForce) judgement.Sort(decision, findings(decision), environment, Day.Of(time.GetUtcNow()));
        }
        return judgement;
    }

    private static void JudgeOther(DecisionPolicy decision, ISettings settings, string environment, List<Finding> findings)
    {
        var judged = JudgedSettings.Begin(settings);
        var found = new List<Finding>();
        Judge(decision, judged, environment, found);
        findings.AddRange(found.Where(finding => !IsAbsent(finding)));
        judged.End();
    }

    private static void Judge(DecisionPolicy decision, JudgedSettings settings, string environment, List<Finding> findings)
    {
        var rules = decision.Rules;
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i] is ConfigurationRule rule) rule.Judge(settings, environment, findings);
        }
    }

    private static bool IsAbsent(Finding finding) => finding.State == SettingState.Absent;

    private void Sort(DecisionPolicy decision, IReadOnlyList<IFinding> findings, string environment, DateOnly today)
    {
        var rules = new List<BrokenRule>();
        foreach (var finding in findings)
        {
            var verdict = Verdict.Of(decision, finding, environment, today);
            if (verdict.Consequence == Consequence.Waived) _waived.Add(new(decision, finding, verdict.Waiver!));
            else rules.Add(new(finding, verdict));
        }
        if (rules.Count > 0) (rules[0].Verdict.Consequence == Consequence.Rejected ? _rejected : _warned).Add(new(decision, rules));
    }
}
