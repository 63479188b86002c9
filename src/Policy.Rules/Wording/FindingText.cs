namespace DecisionPolicies.Rules;

/// <summary>Findings in words: the fact, the demand, and the one-line message that the build and reports show.</summary>
internal static class FindingText
{
    /// <summary>The fact, as in <c>Gateway:Registration:Enabled = true</c>. It shows only values that the record names.</summary>
    /// <param name="finding">The finding.</param>
    public static string Fact(this IFinding finding) => finding switch
    {
        Finding { Value: { } value } => $"{finding.Key} = {value}",
        Finding setting => $"{finding.Key} {State(setting)}",
        _ => finding.Key,
    };

    /// <summary>What the rule demands, as in <c>must not be true</c>.</summary>
    /// <param name="finding">The finding.</param>
    public static string Demand(this IFinding finding) => finding switch
    {
        Finding setting => ConditionText.Demand(setting.Rule.Condition, setting.Rule.Verb),
        EndpointFinding => $"must not serve {finding.Rule.Subject}",
        _ => RuleText.Of(finding.Rule).Demand,
    };

    /// <summary>Where it comes from, as in <c>set by the command line</c>; null if that is unknown.</summary>
    /// <param name="finding">The finding.</param>
    public static string? Origin(this IFinding finding) => finding switch
    {
        Finding { Source: { } source } => $"set by {source}",
        EndpointFinding { Source: { } source } => $"set by {source}",
        EndpointFinding { Handler: { } handler } => $"handled by {handler}",
        EndpointFinding { DisplayName: { } name } => name,
        _ => null,
    };

    /// <summary>The fact and the demand, as in <c>Gateway:Registration:Enabled = true, which must not be true</c>.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="environments">The environments in which it was found; an empty list means all.</param>
    public static string Clause(this IFinding finding, ValueList<string> environments) => finding switch
    {
        // The fact is a clause of its own, as in 'Key is empty'; after the key it continues as a relative clause.
        Finding { Value: null } setting => $"{finding.Key}, which {State(setting)} and {finding.Demand()}{In(environments, setting.Rule)}",
        Finding setting => $"{finding.Fact()}, which {finding.Demand()}{In(environments, setting.Rule)}",
        _ => finding.Fact(),
    };

    /// <summary>The message in one line: which decision, what violates it, why, what to do, where to read.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="decision">The decision, with the link to its record.</param>
    /// <param name="verdict">What follows.</param>
    /// <param name="environments">The environments in which it was found; an empty list means all.</param>
    public static string Message(this IFinding finding, DecisionPolicy decision, Verdict verdict, ValueList<string> environments)
    {
        var clause = finding.Clause(environments);
        var rejects = decision.Status == DecisionStatus.Proposed ? "is proposed and would reject" : "rejects";
        var head = $"{decision.Citation()} {rejects} {clause}";
        // Without a full stop at the end, which a terminal would make part of the link.
        var sentences = verdict is { Consequence: Consequence.Waived, Waiver: { } waiver }
            ? $"{head}; waived {Sentence.Of(waiver.HoldsUntil())} Read {decision.Link}"
            : $"{head}. {Sentence.Of(finding.Rule.Because ?? decision.Because ?? decision.Title)}{Instead(decision)} Read {decision.Link}";
        return DisplayText.Neutralise(sentences);
    }

    private static string Instead(DecisionPolicy decision) => decision.Instead.Count > 0 ? " Instead: " + Sentence.Of(decision.Instead[0]) : "";

    private static string State(Finding finding) => finding.State switch
    {
        SettingState.Absent => "is not set",
        SettingState.Null when finding.Reading == Reading.Default => "is null (a value type then has its default)",
        SettingState.Null => "is null",
        SettingState.Empty => "is empty",
        SettingState.Section => "has settings below it",
        SettingState.TooDeep => $"has settings below it that are too deep to be judged (more than {PatternLimit.Segments} segments)",
        _ when finding.Reading == Reading.Negative => "is set (value withheld; its hexadecimal can be read as a negative number)",
        _ => "is set (value withheld)",
    };

    // A rule without environments demands the same in all; the finding is in some.
    private static string In(ValueList<string> environments, ConfigurationRule rule)
    {
        if (environments.Count == 0) return "";
        var names = environments.Count == 1
            ? environments[0]
            : $"{string.Join(", ", environments.Take(environments.Count - 1))} and {environments[environments.Count - 1]}";
        if (environments[environments.Count - 1] == HostEnvironments.AnyOther) return $" (in {names})";
        return rule.Environments.Count > 0 ? $" in {names}" : $" (in {(environments.Count == 1 ? "environment" : "environments")} {names})";
    }
}
