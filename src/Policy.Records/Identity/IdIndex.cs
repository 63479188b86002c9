namespace DecisionPolicies.Records;

/// <summary>Finds records by the forms in which other records name them.</summary>
internal sealed class IdIndex
{
    private readonly Dictionary<string, RecordFile> _byId = new(StringComparer.Ordinal);

    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    private IdIndex()
    {
    }

    /// <summary>Indexes the records. If two share an id, both get a fault, and references mean the first.</summary>
    /// <param name="files">The files that contain a record.</param>
    /// <param name="unreadable">The other files.</param>
    /// <param name="faults">Where faults are added.</param>
    public static IdIndex Of(List<RecordFile> files, IEnumerable<RecordFile> unreadable, List<FaultInFile> faults)
    {
        var index = new IdIndex();
        foreach (var file in unreadable) index._unreadable.Add(Reference.Canonical(FileName.Of(file.Path).Id ?? file.Path));
        foreach (var file in files)
        {
            var id = Reference.Canonical(file.Record!.Decision.Id);
            if (index._byId.TryGetValue(id, out var first))
            {
                Report(faults, file, first);
                Report(faults, first, file);
            }
            else index._byId.Add(id, file);
        }
        // Even if a record has the id of a site generator, other records can name it by its number.
        foreach (var file in files)
        {
            if (FileName.Of(file.Path).Id is { } id && !index._byId.ContainsKey(Reference.Canonical(id))) index._byId.Add(Reference.Canonical(id), file);
        }
        return index;
    }

    /// <summary>The record that a reference means, or null.</summary>
    public RecordFile? Find(string reference) => _byId.TryGetValue(Reference.Canonical(reference), out var file) ? file : null;

    /// <summary>Whether a reference means a file that exists but could not be read. Only that file gets a fault.</summary>
    public bool IsUnreadable(string reference) => _unreadable.Contains(Reference.Canonical(reference));

    /// <summary>The record with its references as the ids of the records they mean.</summary>
    public AdrRecord Resolve(AdrRecord record) => record.Decision is { Supersedes.Count: 0, SupersededBy.Count: 0 }
        ? record
        : record with { Decision = record.Decision with { Supersedes = Ids(record.Decision.Supersedes), SupersededBy = Ids(record.Decision.SupersededBy) } };

    private ValueList<string> Ids(ValueList<string> references) =>
        references.Select(reference => Find(reference)?.Record!.Decision.Id ?? reference).Distinct(StringComparer.OrdinalIgnoreCase).ToValueList();

    private static void Report(List<FaultInFile> faults, RecordFile file, RecordFile other) =>
        faults.Add(new(file.Path, new(FaultKind.DuplicateId, file.Places.Id,
            $"{file.Record!.Decision.Id} is also the id of {other.Path}{LineOf(other)}. Give one of them another number.")));

    private static string LineOf(RecordFile file) => file.Places.Id == Place.Start ? "" : $", line {file.Places.Id.Line}";
}
