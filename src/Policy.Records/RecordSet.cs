namespace DecisionPolicies.Records;

/// <summary>All records together: what only shows when one looks at more than one.</summary>
/// <param name="Records">The records, in the order of their paths, each with a name of its own and its references as ids.</param>
/// <param name="Faults">The faults, each with the path of the file it stands in.</param>
internal sealed record RecordSet(ValueList<AdrRecord> Records, ValueList<FaultInFile> Faults)
{
    private readonly Lazy<Dictionary<string, int>> _places = new(() =>
        Enumerable.Range(0, Records.Count).ToDictionary(place => Records[place].Path, StringComparer.Ordinal));

    /// <summary>The records of files, in the order of their paths, each with what the set has decided for it: its name and its references.</summary>
    /// <param name="files">What became of each file, in any order.</param>
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

    /// <summary>Whether the other set holds the same records and faults.</summary>
    /// <param name="other">The other set.</param>
    public bool Equals(RecordSet? other) => other is not null && Records.Equals(other.Records) && Faults.Equals(other.Faults);

    /// <inheritdoc/>
    public override int GetHashCode() => Records.GetHashCode();

    /// <summary>Puts the files together, whatever order they come in.</summary>
    /// <param name="files">What became of each file.</param>
    public static RecordSet Of(IEnumerable<RecordFile> files)
    {
        var faults = new List<FaultInFile>();
        // A project may list a file that the build has found already.
        var ordered = files.GroupBy(f => f.Path, StringComparer.Ordinal).Select(same => same.First()).OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var named = UniqueNames.Of(ordered, faults);
        var paths = new HashSet<string>(named.Select(file => file.Path), StringComparer.Ordinal);
        var byId = IdIndex.Of(named, ordered.Where(file => !paths.Contains(file.Path)), faults);
        Supersession.Check(named, byId, faults);
        var records = Supersession.WithSuccessors(named.Select(file => byId.Resolve(file.Record!)).ToList()).ToValueList();
        CheckLinks(ordered, faults);
        return new(records, faults.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Fault.Place.Line).ToValueList());
    }

    // Only links among the records can be checked: the compiler knows no other files.
    private static void CheckLinks(List<RecordFile> files, List<FaultInFile> faults)
    {
        var paths = new HashSet<string>(files.Select(f => f.Path), StringComparer.Ordinal);
        var folders = new HashSet<string>(files.Select(f => FolderOf(f.Path)), StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var link in file.Links)
            {
                if (paths.Contains(link.Target) || !folders.Contains(FolderOf(link.Target))) continue;
                faults.Add(new(file.Path, new(FaultKind.BrokenLink, link.Place, $"There is no file {link.Target}.")));
            }
        }
    }

    private static string FolderOf(string path) => path.Substring(0, path.LastIndexOf('/') + 1);
}

/// <summary>A fault and the file it stands in.</summary>
/// <param name="Path">The file's path relative to the repository.</param>
/// <param name="Fault">The fault.</param>
internal sealed record FaultInFile(string Path, Fault Fault);
