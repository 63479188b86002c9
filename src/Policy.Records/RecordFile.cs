namespace DecisionPolicies.Records;

/// <summary>
/// What became of one Markdown file among the records. Every file ends as a record, as a skip, or with a fault;
/// a record may have faults beside it.
/// </summary>
/// <param name="Path">The file's path relative to the repository, with forward slashes.</param>
/// <param name="Record">The record, where one could be read.</param>
/// <param name="IsSkipped">Whether the file is an index, a README or a template, which are no records.</param>
/// <param name="Faults">What is wrong with it.</param>
internal sealed record RecordFile(string Path, AdrRecord? Record, bool IsSkipped, ValueList<Fault> Faults)
{
    /// <summary>Where the record says what other records are compared with.</summary>
    public RecordPlaces Places { get; init; } = new(Place.Start, Place.Start, Place.Start, Place.Start, ValueList<RulePlaces>.Empty);

    /// <summary>The record's links to other Markdown files.</summary>
    public ValueList<Link> Links { get; init; } = ValueList<Link>.Empty;

    /// <summary>The file as far as other records are concerned: whatever else is edited leaves them as they are.</summary>
    internal RecordFile ForOthers() =>
        new(Path, Record?.ForOthers(), IsSkipped, ValueList<Fault>.Empty) { Places = Places with { Rules = ValueList<RulePlaces>.Empty } };
}

/// <summary>Where a record says what something else is compared with; the start of the file for what it does not say.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The C# name.</param>
/// <param name="SupersededBy">What supersedes it.</param>
/// <param name="Supersedes">What it supersedes.</param>
/// <param name="Rules">The rules, in the order of the record's.</param>
internal sealed record RecordPlaces(Place Id, Place Name, Place SupersededBy, Place Supersedes, ValueList<RulePlaces> Rules);

/// <summary>Where a rule stands.</summary>
/// <param name="Subject">What it speaks about.</param>
/// <param name="Condition">The test on the value.</param>
internal sealed record RulePlaces(Place Subject, Place Condition);
