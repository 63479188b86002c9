namespace DecisionPolicies.Records;

/// <summary>All records together, with the faults that show only between records.</summary>
/// <param name="Records">The records, in the order of their paths, each with a unique name and with its references as ids.</param>
/// <param name="Faults">The faults, each with the path of its file.</param>
internal sealed record RecordSet(ValueList<AdrRecord> Records, ValueList<FaultInFile> Faults)
{
    private readonly Lazy<Dictionary<string, int>> _places = new(() =>
        Enumerable.Range(0, Records.Count).ToDictionary(place => Records[place].Path, StringComparer.Ordinal));

    /// <summary>The records of files, in the order of their paths, each with the name and the references that the set determined.</summary>
    /// <param name="files">The result of reading each file, in any order.</param>
    internal IReadOnlyList<AdrRecord> Complete(IEnumerable<RecordFile> files)
    {
        var complete = new AdrRecord?[Records.Count];
        foreach (var file in files)
        {
            if (file.Record is { } record && _places.Value.TryGetValue(file.Path, out var place)) complete[place] ??= Complete(record, Records[place]);
        }
        return [.. complete.OfType<AdrRecord>()];
    }

    private static AdrRecord Complete(AdrRecord record, AdrRecord decided) =>
        record.Name == decided.Name && HaveSameReferences(record.Decision, decided.Decision)
            ? record
            : record with
            {
                Name = decided.Name,
                Decision = record.Decision with { Supersedes = decided.Decision.Supersedes, SupersededBy = decided.Decision.SupersededBy }
            };

    private static bool HaveSameReferences(DecisionPolicy decision, DecisionPolicy other) =>
        decision.Supersedes.Equals(other.Supersedes) && decision.SupersededBy.Equals(other.SupersededBy);

    /// <summary>Whether the other set has the same records and faults.</summary>
    /// <param name="other">The other set.</param>
    public bool Equals(RecordSet? other) => other is not null && Records.Equals(other.Records) && Faults.Equals(other.Faults);

    /// <inheritdoc/>
    public override int GetHashCode() => Records.GetHashCode();

    /// <summary>Combines the files; their order does not matter.</summary>
    /// <param name="files">The result of reading each file.</param>
    public static RecordSet Of(IEnumerable<RecordFile> files)
    {
        var faults = new List<FaultInFile>();
        // A project may list a file that the build has already found.
        var ordered = files.GroupBy(f => f.Path, StringComparer.Ordinal).Select(same => same.First()).OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var named = UniqueNames.Of(ordered, faults);
        var paths = new HashSet<string>(named.Select(file => file.Path), StringComparer.Ordinal);
        var byId = IdIndex.Of(named, ordered.Where(file => !paths.Contains(file.Path)), faults);
        Supersession.Check(named, byId, faults);
        var records = Supersession.WithSuccessors(named.Select(file => byId.Resolve(file.Record!)).ToList(), byId).ToValueList();
        CheckLinks(ordered, faults);
        var enforcing = new HashSet<string>(ordered.Where(file => file.IsEnforcing).Select(file => file.Path), StringComparer.Ordinal);
        var weighed = faults.Select(found => enforcing.Contains(found.Path) ? found : found with { Fault = found.Fault.Unenforced() });
        return new(records, weighed.Concat(PartlyRead.In(ordered)).OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Fault.Place.Line).ToValueList());
    }

    // Only links between records can be checked: the compiler does not know other files.
    private static void CheckLinks(List<RecordFile> files, List<FaultInFile> faults)
    {
        var paths = new HashSet<string>(files.Select(f => f.Path), StringComparer.Ordinal);
        var folders = new HashSet<string>(files.Select(f => FolderOf(f.Path)), StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var link in file.Links)
            {
                if (paths.Contains(link.Target) || !folders.Contains(FolderOf(link.Target))) continue;
                faults.Add(new(file.Path, new(FaultKind.BrokenLink, link.Place, $"The link points to {link.Target}, which does not exist.")));
            }
        }
    }

    private static string FolderOf(string path) => path.Substring(0, path.LastIndexOf('/') + 1);
}

/// <summary>A fault and the file that it is in.</summary>
/// <param name="Path">The file's path relative to the repository.</param>
/// <param name="Fault">The fault.</param>
internal sealed record FaultInFile(string Path, Fault Fault);
