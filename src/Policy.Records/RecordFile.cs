namespace DecisionPolicies.Records;

/// <summary>
/// The result of reading one Markdown file in the folder of records. Every file becomes a record, is skipped, or has a fault;
/// a record may have faults as well.
/// </summary>
/// <param name="Path">The file's path relative to the repository, with forward slashes.</param>
/// <param name="Record">The record, if one could be read.</param>
/// <param name="IsSkipped">Whether the file is an index, a README or a template rather than a record.</param>
/// <param name="Faults">What is wrong with it.</param>
internal sealed record RecordFile(string Path, AdrRecord? Record, bool IsSkipped, ValueList<Fault> Faults)
{
    /// <summary>Whether the file states rules or waivers, or may state rules that cannot be read. Otherwise none of its faults is an error.</summary>
    public bool IsEnforcing { get; init; }

    /// <summary>The places of the fields that are compared with other records.</summary>
    public RecordPlaces Places { get; init; } = new(Place.Start, Place.Start, Place.Start, Place.Start, ValueList<RulePlaces>.Empty);

    /// <summary>The record's links to other Markdown files.</summary>
    public ValueList<Link> Links { get; init; } = ValueList<Link>.Empty;

    /// <summary>The waivers of packed decisions that the record states.</summary>
    public ValueList<PackWaiver> PackWaivers { get; init; } = ValueList<PackWaiver>.Empty;

    /// <summary>The packed decisions that the record claims to supersede.</summary>
    public ValueList<PackReference> PackReferences { get; init; } = ValueList<PackReference>.Empty;

    /// <summary>The part of the file that concerns the decisions of packs.</summary>
    internal RecordFile ForPacks() =>
        new(Path, Record?.ForOthers(), IsSkipped, ValueList<Fault>.Empty) { PackWaivers = PackWaivers, PackReferences = PackReferences };

    /// <summary>The part of the file that concerns other records. No other edit affects them.</summary>
    internal RecordFile ForOthers() =>
        new(Path, Record?.ForOthers(), IsSkipped, ValueList<Fault>.Empty)
        {
            IsEnforcing = IsEnforcing,
            Places = Places with { Rules = ValueList<RulePlaces>.Empty },
        };
}

/// <summary>The places of the fields that are compared with something else; the start of the file for a field that is missing.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The C# name.</param>
/// <param name="SupersededBy">The field that names its successors.</param>
/// <param name="Supersedes">The field that names its predecessors.</param>
/// <param name="Rules">The rules, in the record's order.</param>
internal sealed record RecordPlaces(Place Id, Place Name, Place SupersededBy, Place Supersedes, ValueList<RulePlaces> Rules);

/// <summary>The places of a rule.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Condition">The condition on the value.</param>
internal sealed record RulePlaces(Place Subject, Place Condition);
