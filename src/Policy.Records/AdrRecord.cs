namespace DecisionPolicies.Records;

/// <summary>What one record says, as data. It holds no places, so that text that only moved changes nothing.</summary>
public sealed record AdrRecord
{
    /// <summary>The file's path relative to the repository, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>The id, as in <c>ADR-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the constant: a C# identifier.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the record gives that name itself.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The status.</summary>
    public DecisionStatus Status { get; init; }

    /// <summary>The day the record got its status.</summary>
    public CalendarDate? Date { get; init; }

    /// <summary>Where the record can be read, if it says so itself.</summary>
    public string? Link { get; init; }

    /// <summary>Why it was decided so.</summary>
    public string? Because { get; init; }

    /// <summary>What to do instead of what the decision rules out.</summary>
    public ValueList<string> Instead { get; init; } = ValueList<string>.Empty;

    /// <summary>What looks ruled out and is not.</summary>
    public ValueList<string> Allows { get; init; } = ValueList<string>.Empty;

    /// <summary>When the decision is to be looked at again.</summary>
    public RecordRevisit? Revisit { get; init; }

    /// <summary>What was changed in the record since it was accepted.</summary>
    public ValueList<RecordAmendment> Amendments { get; init; } = ValueList<RecordAmendment>.Empty;

    /// <summary>Other words by which people look for the decision.</summary>
    public ValueList<string> Aliases { get; init; } = ValueList<string>.Empty;

    /// <summary>Tags.</summary>
    public ValueList<string> Tags { get; init; } = ValueList<string>.Empty;

    /// <summary>Who decided (MADR 4 <c>decision-makers</c>).</summary>
    public ValueList<string> DecisionMakers { get; init; } = ValueList<string>.Empty;

    /// <summary>The ids of the records that this one replaces.</summary>
    public ValueList<string> Supersedes { get; init; } = ValueList<string>.Empty;

    /// <summary>The ids of the records that replace this one.</summary>
    public ValueList<string> SupersededBy { get; init; } = ValueList<string>.Empty;

    /// <summary>The machine-checkable consequences.</summary>
    public ValueList<Rule> Rules { get; init; } = ValueList<Rule>.Empty;

    /// <summary>The dated exceptions.</summary>
    public ValueList<RecordWaiver> Waivers { get; init; } = ValueList<RecordWaiver>.Empty;

    /// <summary>What other records have to know: what this one is called, whether it is in force, and which records it names.</summary>
    internal AdrRecord ForOthers() => new() { Path = Path, Id = Id, Name = Name, IsNamed = IsNamed, Title = "", Status = Status, Supersedes = Supersedes, SupersededBy = SupersededBy };
}

/// <summary>When a decision is to be looked at again.</summary>
/// <param name="By">The day at the latest.</param>
/// <param name="When">The events that call for it.</param>
public sealed record RecordRevisit(CalendarDate? By, ValueList<string> When);

/// <summary>A change to an accepted record that leaves the decision as it is.</summary>
/// <param name="Date">The day of the change.</param>
/// <param name="Change">What was changed.</param>
public sealed record RecordAmendment(CalendarDate? Date, string Change);

/// <summary>A dated exception from one rule.</summary>
/// <param name="Rule">What the rule speaks about, as the rule spells it.</param>
/// <param name="Environments">The host environments it holds in; none means all.</param>
/// <param name="Until">The last day on which it holds.</param>
/// <param name="Because">Why it was granted.</param>
public sealed record RecordWaiver(string Rule, ValueList<string> Environments, CalendarDate Until, string Because)
{
    /// <summary>The one key, of those that the rule's stands for, that is excepted; null means all of them.</summary>
    public string? Key { get; init; }
}
