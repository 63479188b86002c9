namespace DecisionPolicies.Records;

/// <summary>Ensures that every record has a unique C# name.</summary>
internal static class UniqueNames
{
    /// <summary>
    /// The files that contain a record, each with a unique name. Records of several folders that would share a name get the name of their
    /// folder in front, whatever the order of the files; otherwise the earlier record keeps the name when a later one is added.
    /// </summary>
    /// <param name="files">The files in the order of their paths.</param>
    /// <param name="faults">Where faults are added.</param>
    public static List<RecordFile> Of(IReadOnlyList<RecordFile> files, List<FaultInFile> faults)
    {
        var records = files.Where(file => file.Record is not null).ToList();
        // The compiler's names for generated sources ignore case.
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var roots = records.Where(file => !file.Record!.IsNamed)
            .GroupBy(file => file.Record!.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => CommonFolder(same.Select(file => file.Path).ToList()), StringComparer.OrdinalIgnoreCase);
        foreach (var file in records)
        {
            var name = file.Record!.Name;
            Name(file, file.Record.IsNamed ? name : FolderName(file.Path, roots[name]) + name);
        }
        return records
            .Select(file => names[file.Path] == file.Record!.Name ? file : file with { Record = file.Record with { Name = names[file.Path] } })
            .ToList();

        void Name(RecordFile file, string wanted)
        {
            var name = wanted;
            if (taken.TryGetValue(wanted, out var other))
            {
                name = Free(Identity.WithNumber(wanted, file.Record!.Decision.Id), taken);
                Report(file, wanted, name, other);
            }
            taken.Add(name, file.Path);
            names.Add(file.Path, name);
        }

        void Report(RecordFile file, string wanted, string name, string other)
        {
            var (kind, advice) = file.Record!.IsNamed
                ? (FaultKind.DuplicateName, "Give one of them another name, as in 'name: NoDcr'.")
                : (FaultKind.RenamedConstant, "Write a better name, as in 'name: NoDcr'.");
            faults.Add(new(file.Path, new(kind, file.Places.Name, $"'{wanted}' is also the C# name of {other}, so this decision is '{name}'. {advice}")));
        }
    }

    private static string Free(string name, Dictionary<string, string> taken)
    {
        var free = name;
        for (var next = 2; taken.ContainsKey(free); next++) free = $"{name}_{next}";
        return free;
    }

    private static string CommonFolder(List<string> paths)
    {
        var common = FolderOf(paths[0]);
        foreach (var path in paths)
        {
            while (!path.StartsWith(common, StringComparison.Ordinal)) common = FolderOf(common.TrimEnd('/'));
        }
        return common;
    }

    private static string FolderName(string path, string root) => PascalCase.Of(FolderOf(path).Substring(root.Length));

    private static string FolderOf(string path) => path.Substring(0, path.LastIndexOf('/') + 1);
}
