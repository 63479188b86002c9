using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Lint;

/// <summary>
/// Finds accepted records that no longer say what was accepted. A record is compared with the version in which it was accepted, or with
/// the last one that added an amendment: an amendment explains the changes up to its date, not later ones.
/// </summary>
internal static class ChangedDecisions
{
    public static IEnumerable<FaultInFile> Find(DecisionLog log, GitRepository git, string commit, DateOnly today)
    {
        var accepted = log.Files.Where(file => file.Content.Record?.Decision.Status == DecisionStatus.Accepted).ToList();
        if (accepted.Count == 0) return [];
        var history = FileHistory.Of(accepted.Select(file => file.Content.Path), git, commit);
        return accepted.Select(file => Judge(file, history.VersionsOf(file.Content.Path), today)).OfType<FaultInFile>();
    }

    private static FaultInFile? Judge(LogFile file, IEnumerable<(FileVersion Version, string Text)> versions, DateOnly today)
    {
        Baseline? baseline = null;
        foreach (var (version, text) in versions)
        {
            // By its current name: a changed number is another fault.
            if (file.With(text).Content.Record is { } record) baseline = Next(baseline, version, text, record);
        }
        if (baseline is null || IsAmended(baseline.Last, file.Content.Record!) || baseline.WasAmendedOn(today)) return null;
        var changed = DecisionChange.Of(baseline.Record.Decision, baseline.Text, file.Content.Record!.Decision, file.Text).ToList();
        return changed.Count == 0
            ? null
            : new(file.Content.Path, new(HistoryFaults.ChangedDecision, changed[0].PlaceIn(file), Message(file.Content.Record!, baseline, changed)));
    }

    // What to compare a record with, one version later.
    private static Baseline? Next(Baseline? baseline, FileVersion version, string text, AdrRecord record)
    {
        // A record that is proposed again may change freely. One that could not be read for a while may not.
        if (record.Decision.Status == DecisionStatus.Proposed) return null;
        if (baseline is null) return record.Decision.Status == DecisionStatus.Accepted ? new(version, text, record, record, IsAmendment: false) : null;
        if (IsAmended(baseline.Last, record)) return new(version, text, record, record, IsAmendment: true);
        return baseline.WasAmendedOn(version.Day) ? baseline with { Text = text, Record = record, Last = record } : baseline with { Last = record };
    }

    private static bool IsAmended(AdrRecord before, AdrRecord after) => after.Decision.Amendments.Except(before.Decision.Amendments).Any();

    private static string Message(AdrRecord record, Baseline baseline, List<DecisionChange> changed)
    {
        var since = baseline.IsAmendment ? "last amended" : "accepted";
        var day = baseline.Version.Day?.InWords() ?? "the date of the commit cannot be read";
        var what = changed.Count == 1 ? changed[0].What : $"{string.Join(", ", changed.SkipLast(1).Select(change => change.What))} and {changed[^1].What}";
        return $"{record.Decision.Id} was {since} in {baseline.Version.Commit} ({day}), and {what} changed after that. "
            + $"If the decision is still the same, say what changed: decisions amend {record.Decision.Id} \"…\". "
            + $"If it is a different decision, write a new record: decisions supersede {record.Decision.Id} \"…\".";
    }

    // The version that was accepted or amended, the record in it, and the record in the version before the next one.
    private sealed record Baseline(FileVersion Version, string Text, AdrRecord Record, AdrRecord Last, bool IsAmendment)
    {
        // An unknown day is not the same as another.
        public bool WasAmendedOn(DateOnly? day) => IsAmendment && day is not null && Version.Day == day;
    }
}
