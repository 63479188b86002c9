using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Export;

/// <summary>A rule and where its record states it.</summary>
/// <param name="Decision">The decision, with the link to its record.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Path">The record's file, relative to the repository.</param>
/// <param name="Place">Where the rule is in it.</param>
internal sealed record PlacedRule(DecisionPolicy Decision, Rule Rule, string Path, Place Place)
{
    /// <summary>The rule as <c>--without</c> names it, as in <c>ADR-0001:26</c>.</summary>
    public string Name => $"{Decision.Id}:{Place.Line}";
}

/// <summary>A decision with the rules of it that an export keeps.</summary>
/// <param name="Decision">The decision, with the link to its record.</param>
/// <param name="Rules">The rules; at least one.</param>
internal sealed record ExportedDecision(DecisionPolicy Decision, IReadOnlyList<(PlacedRule At, ExportedRule Rule)> Rules);

/// <summary>The decisions to be exported, and what cannot be.</summary>
/// <param name="Decisions">The decisions that have a rule to export.</param>
/// <param name="Refused">The rules about configuration that cannot be exported, each with the reason.</param>
/// <param name="Elsewhere">The rules about something else than configuration, which no configuration can break.</param>
internal sealed record ExportedDecisions(
    IReadOnlyList<ExportedDecision> Decisions, IReadOnlyList<(PlacedRule At, NotExported Fault)> Refused, IReadOnlyList<PlacedRule> Elsewhere)
{
    /// <summary>Exports the decisions in force, those of packs included.</summary>
    /// <param name="log">The records.</param>
    /// <param name="cite">Gives a record's decision the link to its record.</param>
    /// <param name="engine">The engine that they are exported for.</param>
    /// <param name="allowsStricter">Whether an exported rule may reject what the rule accepts.</param>
    public static ExportedDecisions Of(DecisionLog log, Func<AdrRecord, DecisionPolicy> cite, IExportEngine engine, bool allowsStricter)
    {
        var decisions = new List<ExportedDecision>();
        var refused = new List<(PlacedRule, NotExported)>();
        var elsewhere = new List<PlacedRule>();
        foreach (var (record, file) in log.FoundWithPacks().Where(found => found.Record.Decision.IsInForce))
        {
            var decision = cite(record);
            var kept = new List<(PlacedRule, ExportedRule)>();
            foreach (var (rule, places) in decision.Rules.Zip(file.Content.Places.Rules))
            {
                var at = new PlacedRule(decision, rule, record.Path, places.Subject);
                if (rule is not ConfigurationRule configuration)
                {
                    elsewhere.Add(at);
                    continue;
                }
                var exported = RuleExport.Of(configuration, [.. decision.WaiversOf(rule)], allowsStricter, out var fault);
                fault ??= engine.FaultOf(exported!);
                if (fault is null) kept.Add((at, exported!));
                else refused.Add((at, fault));
            }
            if (kept.Count > 0) decisions.Add(new(decision, kept));
        }
        return new(decisions, refused, elsewhere);
    }

    /// <summary>Whether the day of the export matters, because a waiver of an exported decision names a day.</summary>
    public bool HasWaivers => Decisions.Any(decision => decision.Rules.Any(rule => decision.Decision.WaiversOf(rule.At.Rule).Any()));
}

/// <summary>Finds the waivers of rules.</summary>
internal static class ExportedWaivers
{
    /// <summary>The waivers that a decision has for one of its rules.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="rule">The rule.</param>
    public static IEnumerable<Waiver> WaiversOf(this DecisionPolicy decision, Rule rule) =>
        decision.Waivers.Where(waiver => string.Equals(waiver.Rule, rule.Subject, StringComparison.OrdinalIgnoreCase));
}
