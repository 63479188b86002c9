namespace DecisionPolicies.Records;

/// <summary>
/// Reports once for each folder that records without rules have a status or a date that is not understood. A repository with hundreds of old
/// records must not get a warning for each.
/// </summary>
internal static class PartlyRead
{
    /// <summary>The fault of each folder that has such records.</summary>
    /// <param name="files">The files, in the order of their paths.</param>
    public static IEnumerable<FaultInFile> In(IEnumerable<RecordFile> files) => files
        .Where(file => file is { IsEnforcing: false, Record: not null })
        .GroupBy(file => file.Path.Substring(0, file.Path.LastIndexOf('/') + 1), StringComparer.Ordinal)
        .Select(Of)
        .OfType<FaultInFile>();

    /// <summary>The faults without those that the fault of their folder repeats.</summary>
    /// <param name="faults">The faults of files and of their folders.</param>
    public static IEnumerable<FaultInFile> SaidOnce(IReadOnlyCollection<FaultInFile> faults)
    {
        var ofFolders = faults.Where(found => found.Fault.Kind == FaultKind.PartlyRead).ToLookup(found => found.Path, StringComparer.Ordinal);
        return faults.Where(found => found.Fault.Kind == FaultKind.PartlyRead || !ofFolders[found.Path].Any(said =>
            said.Fault.Place == found.Fault.Place && said.Fault.Message == found.Fault.Message));
    }

    private static FaultInFile? Of(IGrouping<string, RecordFile> folder)
    {
        var statuses = With(folder, FaultKind.UnknownStatus);
        var dates = With(folder, FaultKind.UnreadableDate);
        if (statuses.Count + dates.Count == 0) return null;
        var first = statuses.Concat(dates).OrderBy(found => found.Path, StringComparer.Ordinal).First();
        // A single one is best said by itself.
        var both = statuses.Count > 0 && dates.Count > 0 ? " and " : "";
        var counted = Counted(statuses.Count, "status", "statuses") + both + Counted(dates.Count, "date", "dates");
        var message = statuses.Count + dates.Count == 1
            ? first.Fault.Message
            : $"In the records of this folder, {counted} cannot be read, the first of them here: {first.Fault.Message} "
                + "The editor and 'decisions lint' show each as info.";
        return new(first.Path, new(FaultKind.PartlyRead, first.Fault.Place, message));
    }

    private static List<FaultInFile> With(IEnumerable<RecordFile> files, FaultKind kind) =>
        files.SelectMany(file => file.Faults.Where(fault => fault.Kind == kind).Select(fault => new FaultInFile(file.Path, fault))).ToList();

    private static string Counted(int count, string one, string several) => count switch
    {
        0 => "",
        1 => "1 " + one,
        _ => $"{count} {several}",
    };
}
