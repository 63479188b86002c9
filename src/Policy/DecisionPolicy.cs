namespace DecisionPolicies;

/// <summary>
/// One architecture decision, as its record states it. The source generator makes one constant for each record;
/// a decision can also be written in code.
/// </summary>
public sealed class DecisionPolicy
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
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>What looks ruled out and is not.</summary>
    public IReadOnlyList<string> Allows { get; init; } = [];

    /// <summary>When the decision is to be looked at again.</summary>
    public Revisit? Revisit { get; init; }

    /// <summary>What was changed in the record since it was accepted.</summary>
    public IReadOnlyList<Amendment> Amendments { get; init; } = [];

    /// <summary>Other words by which people look for the decision.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The record's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who decided (MADR 4 <c>decision-makers</c>).</summary>
    public IReadOnlyList<string> DecisionMakers { get; init; } = [];

    /// <summary>The ids of the decisions that this one replaces.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>The ids of the decisions that replace this one.</summary>
    public IReadOnlyList<string> SupersededBy { get; init; } = [];

    /// <summary>The machine-checkable consequences.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>The dated exceptions.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>Whether a broken rule has any consequence.</summary>
    internal bool IsInForce => Status is DecisionStatus.Accepted or DecisionStatus.Proposed;

    /// <summary>The decision in one line, as in <c>ADR-0001: No DCR in the Registry</c>.</summary>
    public override string ToString() => $"{Id}: {Title}";
}
