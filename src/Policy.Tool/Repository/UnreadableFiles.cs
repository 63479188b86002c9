namespace DecisionPolicies.Tool.Repository;

/// <summary>Reports the files among the records that cannot be read as a record, so that none is dropped silently.</summary>
internal static class UnreadableFiles
{
    /// <summary>The faults in these files, by file and place, and then those of decision packs.</summary>
    /// <param name="log">The decision log.</param>
    public static IEnumerable<FaultInFile> Unreadable(this DecisionLog log)
    {
        var paths = log.Files.Where(file => file.Content is { Record: null, IsSkipped: false })
            .Select(file => file.Content.Path)
            .ToHashSet(StringComparer.Ordinal);
        return log.Faults.Where(fault => paths.Contains(fault.Path)).Concat(log.Packs.Faults);
    }

    /// <summary>Reports them on standard error.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="context">The surroundings.</param>
    /// <returns>
    /// <see cref="ExitCode.Findings"/> if a record has an error; <see cref="ExitCode.Clean"/> if none has, or a file is merely not read as a
    /// record, which the build also warns about.
    /// </returns>
    public static int ReportUnreadable(this DecisionLog log, ToolContext context)
    {
        var exit = ExitCode.Clean;
        foreach (var found in log.Unreadable())
        {
            context.Error.WriteLine(InWords(found));
            if (found.Fault.Severity == Severity.Error) exit = ExitCode.Findings;
        }
        return exit;
    }

    /// <summary>Ensures that there is a record: an empty list would look as if nothing had been decided.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">There is no record.</exception>
    public static void RequireRecords(this DecisionLog log, ToolContext context)
    {
        if (log.FoundWithPacks().Any()) return;
        var folders = log.Folder.Folders.Count == 0 ? "the decision packs" : string.Join(" and ", log.Folder.Folders.Select(context.Shown));
        throw new ToolException(
            $"No record was found in {folders}. Name another folder with --records, or write the first record with 'decisions new \"Title\"'.");
    }

    /// <summary>Whether a rule may be skipped because of a fault, so that it is not enforced.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="found">The fault.</param>
    public static bool LeavesRulesOut(this DecisionLog log, FaultInFile found) => log.RecordOf(found.Path) is null
        || found.Fault.Kind == FaultKind.RulesWithoutStatus
        || found.Fault.Kind.Id.StartsWith("DP2", StringComparison.Ordinal);

    /// <summary>
    /// The faults to show beside one record. A status or date that cannot be read is among them, whatever its severity; the fault that sums them
    /// up for the folder is not, because it concerns other records.
    /// </summary>
    /// <param name="log">The decision log.</param>
    /// <param name="path">The record's file, relative to the repository.</param>
    public static IEnumerable<FaultInFile> FaultsBeside(this DecisionLog log, string path) => log.FaultsIn(path).Concat(log.Packs.FaultsIn(path))
        .Where(found => found.Fault.Kind.Severity > Severity.Info && found.Fault.Kind != FaultKind.PartlyRead);

    /// <summary>A fault in one line, in the format of compilers.</summary>
    /// <param name="found">The fault.</param>
    public static string InWords(FaultInFile found)
    {
        var (path, fault) = found;
        return DisplayText.Neutralise($"{path}({fault.Place.Line},{fault.Place.Column}): {fault.Severity.Word()} {fault.Kind.Id}: {fault.Message}");
    }
}
