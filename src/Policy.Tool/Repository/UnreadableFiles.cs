namespace DecisionPolicies.Tool.Repository;

/// <summary>The files among the records that are not read as one, so that none is missing in silence.</summary>
internal static class UnreadableFiles
{
    /// <summary>What is wrong with each of them, by file and place.</summary>
    /// <param name="log">The decision log.</param>
    public static IEnumerable<FaultInFile> Unreadable(this DecisionLog log)
    {
        var paths = log.Files.Where(file => file.Content is { Record: null, IsSkipped: false })
            .Select(file => file.Content.Path)
            .ToHashSet(StringComparer.Ordinal);
        return log.Faults.Where(fault => paths.Contains(fault.Path));
    }

    /// <summary>Tells them on standard error.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="context">The surroundings.</param>
    /// <returns>
    /// <see cref="ExitCode.Findings"/> where a record is broken; <see cref="ExitCode.Clean"/> where none is, or a file is merely not
    /// taken for a record, which the build warns of, too.
    /// </returns>
    public static int TellUnreadable(this DecisionLog log, ToolContext context)
    {
        var exit = ExitCode.Clean;
        foreach (var found in log.Unreadable())
        {
            context.Error.WriteLine(InWords(found));
            if (found.Fault.Kind.Severity == Severity.Error) exit = ExitCode.Findings;
        }
        return exit;
    }

    /// <summary>Whether a rule may be missing for a fault, so that nobody judges by it.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="found">The fault.</param>
    public static bool LeavesRulesOut(this DecisionLog log, FaultInFile found) => log.RecordOf(found.Path) is null
        || found.Fault.Kind == FaultKind.RulesWithoutStatus
        || found.Fault.Kind.Id.StartsWith("DP2", StringComparison.Ordinal);

    /// <summary>A fault as one line, as compilers write it.</summary>
    /// <param name="found">The fault.</param>
    public static string InWords(FaultInFile found)
    {
        var (path, fault) = found;
        return DisplayText.Neutralise($"{path}({fault.Place.Line},{fault.Place.Column}): {fault.Kind.Severity.Word()} {fault.Kind.Id}: {fault.Message}");
    }
}
