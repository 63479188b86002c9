namespace DecisionPolicies.Records;

/// <summary>
/// Finds records by the forms in which other records name them. Several folders may use the same ids, one log for each component, so a
/// reference means a record in its own folder if there is one.
/// </summary>
internal sealed class IdIndex
{
    private readonly Dictionary<string, RecordFile> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Folder, string Id), RecordFile> _byFolder = [];
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    private IdIndex()
    {
    }

    /// <summary>Indexes the records. If two in a folder share an id, both get a fault, and references mean the first.</summary>
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
            if (index.Clash(file, id) is { } first)
            {
                Report(faults, file, first);
                Report(faults, first, file);
            }
            index.Add(file, id);
        }
        // Even if a record has the id of a site generator, other records can name it by its number.
        foreach (var file in files)
        {
            if ((FileName.Of(file.Path).Id ?? FileName.StemOf(file.Path)) is { } id) index.Add(file, Reference.Canonical(id));
        }
        return index;
    }

    /// <summary>The record that a reference means, or null.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="from">The path of the record that holds it.</param>
    public RecordFile? Find(string reference, string from)
    {
        var id = Reference.Canonical(reference);
        return _byFolder.TryGetValue((FolderOf(from), id), out var file) || _byId.TryGetValue(id, out file) ? file : null;
    }

    /// <summary>Whether a reference means a file that exists but could not be read. Only that file gets a fault.</summary>
    public bool IsUnreadable(string reference) => _unreadable.Contains(Reference.Canonical(reference));

    /// <summary>The record with its references as the ids of the records they mean.</summary>
    public AdrRecord Resolve(AdrRecord record) => record.Decision is { Supersedes.Count: 0, SupersededBy.Count: 0 }
        ? record
        : record with
        {
            Decision = record.Decision with
            {
                Supersedes = Ids(record.Decision.Supersedes, record.Path),
                SupersededBy = Ids(record.Decision.SupersededBy, record.Path),
            },
        };

    private ValueList<string> Ids(ValueList<string> references, string from) =>
        references.Select(reference => Find(reference, from)?.Record!.Decision.Id ?? reference).Distinct(StringComparer.OrdinalIgnoreCase).ToValueList();

    // Where a rule of one of them is broken, the citation must say which record it is.
    private RecordFile? Clash(RecordFile file, string id) =>
        _byFolder.TryGetValue((FolderOf(file.Path), id), out var near) ? near
        : _byId.TryGetValue(id, out var first) && (file.IsEnforcing || first.IsEnforcing) ? first
        : null;

    private void Add(RecordFile file, string id)
    {
        if (!_byId.ContainsKey(id)) _byId.Add(id, file);
        if (!_byFolder.ContainsKey((FolderOf(file.Path), id))) _byFolder.Add((FolderOf(file.Path), id), file);
    }

    private static string FolderOf(string path) => path.Substring(0, path.LastIndexOf('/') + 1);

    private static void Report(List<FaultInFile> faults, RecordFile file, RecordFile other) =>
        faults.Add(new(file.Path, new(FaultKind.DuplicateId, file.Places.Id,
            $"{file.Record!.Decision.Id} is also the id of {other.Path}{LineOf(other)}. Give one of them another number.")));

    private static string LineOf(RecordFile file) => file.Places.Id == Place.Start ? "" : $", line {file.Places.Id.Line}";
}
