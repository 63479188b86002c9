namespace DecisionPolicies.Records;

/// <summary>Ensures that every record has a unique C# name.</summary>
internal static class UniqueNames
{
    /// <summary>The files that contain a record, each with a unique name. A record that states a taken name is left out.</summary>
    /// <param name="files">The files in the order of their paths: an earlier record keeps its name when a later one is added.</param>
    /// <param name="faults">Where faults are added.</param>
    public static List<RecordFile> Of(IEnumerable<RecordFile> files, List<FaultInFile> faults)
    {
        // The compiler's names for generated sources ignore case.
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var named = new List<RecordFile>();
        foreach (var file in files.Where(f => f.Record is not null))
        {
            var record = file.Record!;
            var name = taken.ContainsKey(record.Name) && !record.IsNamed ? Identity.WithNumber(record.Name, record.Decision.Id) : record.Name;
            if (taken.TryGetValue(name, out var other))
            {
                Report(faults, file, FaultKind.DuplicateName, $"'{name}' is also the C# name of {other}. Give one of them another name, as in 'name: NoDcr'.");
                continue;
            }
            if (name != record.Name)
            {
                Report(faults, file, FaultKind.RenamedConstant,
                    $"'{record.Name}' is also the C# name of {taken[record.Name]}, so this decision is '{name}'. Write a better name, as in 'name: NoDcr'.");
            }
            taken.Add(name, file.Path);
            named.Add(name == record.Name ? file : file with { Record = record with { Name = name } });
        }
        return named;
    }

    private static void Report(List<FaultInFile> faults, RecordFile file, FaultKind kind, string message) =>
        faults.Add(new(file.Path, new(kind, file.Places.Name, message)));
}
