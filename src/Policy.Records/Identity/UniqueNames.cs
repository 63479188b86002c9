namespace DecisionPolicies.Records;

/// <summary>Sees to it that every record has a C# name of its own.</summary>
internal static class UniqueNames
{
    /// <summary>The files that have a record, each with a name of its own; one that insists on a taken name is left out.</summary>
    /// <param name="files">The files in the order of their paths: an earlier record keeps its name when a later one comes.</param>
    /// <param name="faults">Where faults are added.</param>
    public static List<RecordFile> Of(IEnumerable<RecordFile> files, List<FaultInFile> faults)
    {
        // The compiler's names for generated sources do not tell case apart.
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var named = new List<RecordFile>();
        foreach (var file in files.Where(f => f.Record is not null))
        {
            var record = file.Record!;
            var name = taken.ContainsKey(record.Name) && !record.IsNamed ? Identity.WithNumber(record.Name, record.Decision.Id) : record.Name;
            if (taken.TryGetValue(name, out var other))
            {
                Report(faults, file, FaultKind.DuplicateName, $"'{name}' is also the C# name of {other}. Give one of them another, as in 'name: NoDcr'.");
                continue;
            }
            if (name != record.Name)
            {
                Report(faults, file, FaultKind.RenamedConstant,
                    $"'{record.Name}' is also the C# name of {taken[record.Name]}, so this one is '{name}'. Write a better one, as in 'name: NoDcr'.");
            }
            taken.Add(name, file.Path);
            named.Add(name == record.Name ? file : file with { Record = record with { Name = name } });
        }
        return named;
    }

    private static void Report(List<FaultInFile> faults, RecordFile file, FaultKind kind, string message) =>
        faults.Add(new(file.Path, new(kind, file.Places.Name, message)));
}
