using DecisionPolicies.Rules;

namespace DecisionPolicies;

/// <summary>
/// One architecture decision, as its record states it. The source generator makes one constant for each record;
/// a decision can also be written in code.
/// </summary>
public sealed record DecisionPolicy
{
    /// <summary>The id, as in <c>ADR-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Where the decision is in its life; it decides whether the rules are enforced.</summary>
    public required DecisionStatus Status { get; init; }

    /// <summary>Where the record can be read: a URL, or a path relative to the repository.</summary>
    public required string Link { get; init; }

    /// <summary>The day the decision got its status.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Why it was decided so.</summary>
    public string? Because { get; init; }

    /// <summary>What to do instead of what the decision rules out.</summary>
    public ValueList<string> Instead { get; init; } = ValueList<string>.Empty;

    /// <summary>What looks ruled out and is not.</summary>
    public ValueList<string> Allows { get; init; } = ValueList<string>.Empty;

    /// <summary>When the decision is to be looked at again.</summary>
    public Revisit? Revisit { get; init; }

    /// <summary>What was changed in the record since it was accepted.</summary>
    public ValueList<Amendment> Amendments { get; init; } = ValueList<Amendment>.Empty;

    /// <summary>Other words by which people look for the decision.</summary>
    public ValueList<string> Aliases { get; init; } = ValueList<string>.Empty;

    /// <summary>The record's tags.</summary>
    public ValueList<string> Tags { get; init; } = ValueList<string>.Empty;

    /// <summary>Who decided (MADR 4 <c>decision-makers</c>).</summary>
    public ValueList<string> DecisionMakers { get; init; } = ValueList<string>.Empty;

    /// <summary>The ids of the decisions that this one replaces.</summary>
    public ValueList<string> Supersedes { get; init; } = ValueList<string>.Empty;

    /// <summary>The ids of the decisions that replace this one.</summary>
    public ValueList<string> SupersededBy { get; init; } = ValueList<string>.Empty;

    /// <summary>The machine-checkable consequences.</summary>
    public ValueList<Rule> Rules { get; init; } = ValueList<Rule>.Empty;

    /// <summary>The dated exceptions.</summary>
    public ValueList<Waiver> Waivers { get; init; } = ValueList<Waiver>.Empty;

    /// <summary>Whether a broken rule has any consequence: the decision is accepted, so that it rejects, or proposed, so that it warns.</summary>
    internal bool IsInForce => Status is DecisionStatus.Accepted or DecisionStatus.Proposed;

    /// <summary>The decision in one line, as in <c>ADR-0001: No DCR in the Registry</c>.</summary>
    public override string ToString() => $"{Id}: {Title}";

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
