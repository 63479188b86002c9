using DecisionPolicies.Rules;

namespace DecisionPolicies;

/// <summary>
/// An architecture decision, as its record states it. The source generator makes one constant for each record;
/// you can also write a decision in code.
/// </summary>
public sealed record DecisionPolicy
{
    /// <summary>The id of the decision, as in <c>ADR-0001</c>; for a decision of a pack, as in <c>Contoso.Decisions/ADR-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The pack that brought the decision; null for a decision of the project's own records.</summary>
    public DecisionPack? Pack { get; init; }

    /// <summary>The title of the record.</summary>
    public required string Title { get; init; }

    /// <summary>The status (MADR 4 <c>status</c>), which determines whether the rules are enforced.</summary>
    public required DecisionStatus Status { get; init; }

    /// <summary>Where to read the record: a URL, or a path relative to the repository; empty if there is none.</summary>
    public required string Link { get; init; }

    /// <summary>The day the decision got its status (MADR 4 <c>date</c>); null if the record does not say.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The reason for the decision; null if the record does not say.</summary>
    public string? Because { get; init; }

    /// <summary>What to do instead of what the decision rules out.</summary>
    public ValueList<string> Instead { get; init; } = ValueList<string>.Empty;

    /// <summary>What the decision allows although it may look ruled out.</summary>
    public ValueList<string> Allows { get; init; } = ValueList<string>.Empty;

    /// <summary>When to revisit the decision; null if the record does not say.</summary>
    public Revisit? Revisit { get; init; }

    /// <summary>Changes to the record since it was accepted.</summary>
    public ValueList<Amendment> Amendments { get; init; } = ValueList<Amendment>.Empty;

    /// <summary>Other words that people search for to find the decision.</summary>
    public ValueList<string> Aliases { get; init; } = ValueList<string>.Empty;

    /// <summary>The record's tags.</summary>
    public ValueList<string> Tags { get; init; } = ValueList<string>.Empty;

    /// <summary>The people who decided (MADR 4 <c>decision-makers</c>).</summary>
    public ValueList<string> DecisionMakers { get; init; } = ValueList<string>.Empty;

    /// <summary>The ids of the decisions that this one replaces.</summary>
    public ValueList<string> Supersedes { get; init; } = ValueList<string>.Empty;

    /// <summary>The ids of the decisions that replace this one.</summary>
    public ValueList<string> SupersededBy { get; init; } = ValueList<string>.Empty;

    /// <summary>The rules: the consequences of the decision that can be checked.</summary>
    public ValueList<Rule> Rules { get; init; } = ValueList<Rule>.Empty;

    /// <summary>The waivers: exceptions from rules that expire.</summary>
    public ValueList<Waiver> Waivers { get; init; } = ValueList<Waiver>.Empty;

    /// <summary>Whether a broken rule has a consequence: an accepted decision rejects, and a proposed one warns.</summary>
    internal bool IsInForce => Status is DecisionStatus.Accepted or DecisionStatus.Proposed;

    /// <summary>The decision in one line, as in <c>ADR-0001: No DCR in the Registry</c>.</summary>
    public override string ToString() => $"{this.Citation()}: {Title}";

    /// <summary>Whether the decision is in force and has a rule of a kind.</summary>
    /// <typeparam name="TRule">The kind of rule.</typeparam>
    internal bool Enforces<TRule>() where TRule : Rule
    {
        if (!IsInForce) return false;
        for (var i = 0; i < Rules.Count; i++)
        {
            if (Rules[i] is TRule) return true;
        }
        return false;
    }
}
