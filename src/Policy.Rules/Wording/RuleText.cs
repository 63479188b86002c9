namespace DecisionPolicies.Rules;

/// <summary>A rule in words. The command writes its members as JSON, by docs/decisions-output.schema.json.</summary>
/// <param name="Kind">The kind of subject, as in the record: <c>configuration</c>, <c>endpoint</c>, <c>symbol</c>, <c>literal</c>, <c>package</c>.</param>
/// <param name="Subject">The key, endpoint, symbol, text or package.</param>
/// <param name="Demand">What the rule demands of it, as in <c>must not be true</c>.</param>
/// <param name="When">The conditions that must hold for the rule to apply, as in <c>Metadata:Kind is oauth</c>.</param>
/// <param name="Except">What the rule does not apply to.</param>
/// <param name="Environments">The host environments it applies in; an empty list means all.</param>
/// <param name="Projects">The projects it applies in; an empty list means all.</param>
/// <param name="Because">Why the rule follows from the decision; null if the record does not say.</param>
internal sealed record RuleText(
    string Kind,
    string Subject,
    string Demand,
    IReadOnlyList<string> When,
    IReadOnlyList<string> Except,
    IReadOnlyList<string> Environments,
    IReadOnlyList<string> Projects,
    string? Because)
{
    /// <summary>For how many days at most a waiver outside of the rule's pack may waive it; null if none may.</summary>
    public int? WaivableDays { get; init; }

    /// <summary>Where the rule applies, each limit as a clause; empty if it applies everywhere.</summary>
    public IEnumerable<string> Limits()
    {
        if (When.Count > 0) yield return $"when {string.Join(" and ", When)}";
        if (Environments.Count > 0) yield return $"in {string.Join(", ", Environments)}";
        if (Projects.Count > 0) yield return $"in the {(Projects.Count == 1 ? "project" : "projects")} {string.Join(", ", Projects)}";
        if (Except.Count > 0) yield return $"except {string.Join(", ", Except)}";
    }

    /// <summary>Puts a rule in words.</summary>
    /// <param name="rule">The rule.</param>
    public static RuleText Of(Rule rule) => Demanded(rule) with { WaivableDays = rule.WaivableDays };

    private static RuleText Demanded(Rule rule) => rule switch
    {
        ConfigurationRule r => new(
            "configuration",
            r.Subject,
            ConditionText.Demand(r.Condition, r.Verb),
            [.. r.When.Select(when => $"{when.Key} {ConditionText.Predicate(when.Condition)}")],
            [.. r.Except.Select(except => except.Text)],
            r.Environments,
            [],
            r.Because),
        EndpointRule r => new(
            "endpoint",
            r.Subject,
            "must not be served",
            [],
            [.. r.Except.Select(except => except.Text), .. r.ExceptTypes.Select(type => type.Text)],
            r.Environments,
            [],
            r.Because),
        SymbolRule r => OfCode(r, "symbol", "must not be used", [.. r.Except.Select(except => except.Text)]),
        LiteralRule r => OfCode(r, "literal", "must not appear in a string", []),
        PackageRule r => OfCode(r, "package", "must not be referenced", []),
        _ => throw new NotSupportedException($"There are no words for {rule.GetType().Name}."),
    };

    private static RuleText OfCode(CodeRule rule, string kind, string demand, IReadOnlyList<string> except) =>
        new(kind, rule.Subject, demand, [], except, [], rule.Projects, rule.Because);
}
