namespace DecisionPolicies.Tool.Repository;

/// <summary>
/// Says that the folder of records that was found hides another one above it, whose rules would otherwise be missing in silence. The build says
/// the same (DP0006).
/// </summary>
internal static class HiddenRecords
{
    /// <summary>Reports hidden folders with rules on standard error. To name a folder with --records is to choose.</summary>
    /// <param name="folder">Where the records are.</param>
    /// <param name="context">The surroundings.</param>
    public static void ReportHidden(this RecordsFolder folder, ToolContext context)
    {
        var hidden = folder.Hidden.Where(HasRules).Select(context.Shown).ToList();
        if (hidden.Count == 0) return;
        var used = string.Join(" and ", folder.Folders.Select(context.Shown));
        context.Error.WriteLine(DisplayText.Neutralise(
            $"decisions: The records in {string.Join(" and ", hidden)} have rules, too, but those in {used} are nearer, and only they are used. "
            + "Name the folder that you mean with --records."));
    }

    private static bool HasRules(string folder) =>
        DecisionLog.Read(new(folder, [folder])).Set.Records.Any(record => record.Decision is { IsInForce: true, Rules.Count: > 0 });
}
