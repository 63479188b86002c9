namespace DecisionPolicies.Records;

/// <summary>All records together: what only shows when one looks at more than one.</summary>
/// <param name="Records">The records, in the order of their paths; of two that share an id or a name, the first.</param>
/// <param name="Faults">The faults, each with the path of the file it stands in.</param>
public sealed record RecordSet(ValueList<AdrRecord> Records, ValueList<FaultInFile> Faults)
{
    /// <summary>Puts the files together, whatever order they come in.</summary>
    /// <param name="files">What became of each file.</param>
    public static RecordSet Of(IEnumerable<RecordFile> files)
    {
        var records = new List<AdrRecord>();
        var faults = new List<FaultInFile>();
        var ids = new Dictionary<string, AdrRecord>(StringComparer.OrdinalIgnoreCase);
        // The compiler's names for generated sources do not tell case apart.
        var names = new Dictionary<string, AdrRecord>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            if (file.Record is not { } record) continue;
            if (ids.TryGetValue(record.Id, out var sameId))
            {
                faults.Add(Duplicate(file, $"{record.Id} is also the id of {sameId.Path}. Give one of them another number."));
            }
            else if (names.TryGetValue(record.Name, out var sameName))
            {
                faults.Add(Duplicate(file, $"'{record.Name}' is also the C# name of {sameName.Path}. Give one of them another, as in 'name: NoDcr'."));
            }
            else
            {
                ids.Add(record.Id, record);
                names.Add(record.Name, record);
                records.Add(record);
            }
        }
        return new(records.ToValueList(), faults.ToValueList());
    }

    private static FaultInFile Duplicate(RecordFile file, string message) =>
        new(file.Path, new(FaultKind.Duplicate, file.NamePlace, message));
}

/// <summary>A fault and the file it stands in.</summary>
/// <param name="Path">The file's path relative to the repository.</param>
/// <param name="Fault">The fault.</param>
public sealed record FaultInFile(string Path, Fault Fault);
