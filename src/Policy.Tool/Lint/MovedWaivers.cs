using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Lint;

/// <summary>
/// Finds waivers of packed decisions whose first day was moved after it was committed. A pack limits how long a waiver lasts, counted from that day,
/// so a day that moves along makes a waiver last as long as anybody likes.
/// </summary>
internal static class MovedWaivers
{
    public static IEnumerable<FaultInFile> Find(DecisionLog log, GitRepository git, string commit)
    {
        var files = log.Files.Where(file => file.Content.PackWaivers.Count > 0).ToList();
        if (files.Count == 0) return [];
        var history = FileHistory.Of(files.Select(file => file.Content.Path), git, commit);
        return files.SelectMany(file => Judge(file, history));
    }

    private static IEnumerable<FaultInFile> Judge(LogFile file, FileHistory history)
    {
        List<Granted> granted = [];
        foreach (var (version, text) in history.VersionsOf(file.Content.Path))
        {
            // A record that could not be read for a while did not end its waivers.
            if (file.With(text).Content is var content && IsRead(content)) granted = Next(granted, content.PackWaivers, version);
        }
        return Next(granted, file.Content.PackWaivers, null).Where(now => now.First < now.Waiver.Waiver.From).Select(now => Fault(now, file));
    }

    private static bool IsRead(RecordFile file) => file.Record is not null
        && !file.Faults.Any(fault => fault.Kind == FaultKind.UnreadableFrontMatter || fault.Kind == FaultKind.UnreadableWaiver);

    // A waiver that was removed for a version has ended, and may be granted again.
    private static List<Granted> Next(List<Granted> before, IEnumerable<PackWaiver> waivers, FileVersion? version)
    {
        var left = before.ToList();
        var next = new List<Granted>();
        foreach (var waiver in waivers.OrderByDescending(waiver => before.Exists(each => IsUnmoved(each.Waiver, waiver))))
        {
            var known = left.Find(each => IsUnmoved(each.Waiver, waiver)) ?? left.Find(each => IsSame(each.Waiver, waiver));
            if (known is not null) left.Remove(known);
            next.Add(known is null ? new(waiver, waiver.Waiver.From!.Value, version) : known with { Waiver = waiver });
        }
        return next;
    }

    private static bool IsUnmoved(PackWaiver one, PackWaiver other) => IsSame(one, other) && one.Waiver.From == other.Waiver.From;

    private static bool IsSame(PackWaiver one, PackWaiver other) =>
        string.Equals(one.Decision, other.Decision, StringComparison.OrdinalIgnoreCase)
        && string.Equals(one.Waiver.Rule, other.Waiver.Rule, StringComparison.OrdinalIgnoreCase)
        && string.Equals(one.Waiver.Key, other.Waiver.Key, StringComparison.OrdinalIgnoreCase)
        && (one.Waiver.Environments.Count == 0 || other.Waiver.Environments.Count == 0
            || one.Waiver.Environments.Intersect(other.Waiver.Environments, StringComparer.OrdinalIgnoreCase).Any());

    private static FaultInFile Fault(Granted granted, LogFile file)
    {
        var (decision, waiver, version) = (granted.Waiver.Decision, granted.Waiver.Waiver, granted.Version!);
        var day = version.Day?.InWords() ?? "the date of the commit cannot be read";
        return new(file.Content.Path, new(HistoryFaults.MovedWaiver, WaiverItem.PlaceOf(file.Fields, waiver, "from"),
            $"The waiver of {decision} began on {granted.First.InWords()} when it was committed in {version.Commit} ({day}), and now begins on "
                + $"{waiver.From!.Value.InWords()}. So it lasts longer than it was granted for. Write 'from: {granted.First.InWords()}' again, and comply "
                + "with the decision when the waiver ends."));
    }

    // A waiver as it is in a version, its first day when it was first committed, and that version; null if it is not committed yet.
    private sealed record Granted(PackWaiver Waiver, DateOnly First, FileVersion? Version);
}
