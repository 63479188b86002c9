namespace DecisionPolicies.Records;

/// <summary>Checks that what is superseded has something in force behind it, and that both sides say so.</summary>
internal static class Supersession
{
    /// <summary>The records, each superseded one with its successors, even where only they say so.</summary>
    /// <param name="records">The records, with their references as ids.</param>
    public static IEnumerable<AdrRecord> WithSuccessors(List<AdrRecord> records)
    {
        var successors = records.SelectMany(r => r.Supersedes.Select(old => (Old: old, New: r.Id))).ToLookup(p => p.Old, p => p.New, StringComparer.OrdinalIgnoreCase);
        return records.Select(record => record.Status == DecisionStatus.Superseded && successors.Contains(record.Id)
            ? record with { SupersededBy = record.SupersededBy.Concat(successors[record.Id]).Distinct(StringComparer.OrdinalIgnoreCase).ToValueList() }
            : record);
    }

    public static void Check(List<RecordFile> files, IdIndex byId, List<FaultInFile> faults)
    {
        // By path: an id may be shared, and may be written in several ways.
        var claims = files.SelectMany(file => file.Record!.Supersedes.Select(reference => (Old: byId.Find(reference)?.Path, New: file)))
            .ToLookup(claim => claim.Old, claim => claim.New);
        foreach (var file in files)
        {
            if (file.Record!.Status == DecisionStatus.Superseded && file.Record.SupersededBy.Count == 0) CheckClaims(file, claims[file.Path].ToList(), faults);
            CheckSuccessors(file, byId, faults);
            CheckPredecessors(file, byId, faults);
        }
    }

    // A superseded record that names no successor: another record may claim to be one.
    private static void CheckClaims(RecordFile file, List<RecordFile> successors, List<FaultInFile> faults)
    {
        var record = file.Record!;
        if (successors.Count == 0)
        {
            Report(faults, file, FaultKind.MissingSuccessor, file.Places.SupersededBy, $"{record.Id} is superseded, and nothing says by what. Write 'status: superseded by ADR-0009', or 'deprecated' if nothing replaces it.");
        }
        foreach (var other in successors.Select(successor => successor.Record!).Where(IsNotInForce)) ReportNotAccepted(file, other, faults);
    }

    private static bool IsNotInForce(AdrRecord record) => record.Status is not (DecisionStatus.Accepted or DecisionStatus.Superseded);

    private static void ReportNotAccepted(RecordFile file, AdrRecord other, List<FaultInFile> faults) => Report(
        faults,
        file,
        FaultKind.SuccessorNotAccepted,
        file.Places.SupersededBy,
        $"{file.Record!.Id} is superseded by {other.Id}, which is {other.Status.ToString().ToLowerInvariant()}. Nothing is in force until it is accepted.");

    private static void CheckSuccessors(RecordFile file, IdIndex byId, List<FaultInFile> faults)
    {
        var record = file.Record!;
        foreach (var reference in record.SupersededBy)
        {
            var successor = byId.Find(reference);
            if (successor is null && byId.IsUnreadable(reference)) continue;
            if (record.Status != DecisionStatus.Superseded)
            {
                Report(faults, file, FaultKind.OneSidedSupersession, file.Places.SupersededBy, $"{record.Id} names {reference} as its successor, and its own status is {record.Status.ToString().ToLowerInvariant()}. Write 'status: superseded by {reference}', or remove the successor.");
                continue;
            }
            if (successor is null)
            {
                Report(faults, file, FaultKind.MissingSuccessor, file.Places.SupersededBy, $"{record.Id} is superseded by {reference}, and there is no such record.");
                continue;
            }
            var other = successor.Record!;
            if (IsInCircle(record, byId))
            {
                Report(faults, file, FaultKind.SupersessionCycle, file.Places.SupersededBy, $"{record.Id} is superseded by {other.Id}, which leads back to {record.Id}. Nothing is in force.");
            }
            else if (IsNotInForce(other)) ReportNotAccepted(file, other, faults);
            if (!Names(other.Supersedes, record, byId))
            {
                Report(faults, file, FaultKind.OneSidedSupersession, file.Places.SupersededBy, $"{record.Id} is superseded by {other.Id}, and {successor.Path} does not say so. Add 'supersedes: [{record.Id}]' there.");
            }
        }
    }

    private static void CheckPredecessors(RecordFile file, IdIndex byId, List<FaultInFile> faults)
    {
        var record = file.Record!;
        foreach (var reference in record.Supersedes)
        {
            if (byId.Find(reference) is not { } predecessor)
            {
                if (byId.IsUnreadable(reference)) continue;
                Report(faults, file, FaultKind.MissingPredecessor, file.Places.Supersedes, $"{record.Id} supersedes {reference}, and there is no such record.");
            }
            // A part of a record can be replaced while the rest of it stays in force.
            else if (!reference.Contains('#') && record.Status == DecisionStatus.Accepted && !Names(predecessor.Record!.SupersededBy, record, byId))
            {
                Report(faults, file, FaultKind.OneSidedSupersession, file.Places.Supersedes, $"{record.Id} supersedes {predecessor.Record!.Id}, and {predecessor.Path} does not say so. Write 'status: superseded by {record.Id}' there.");
            }
        }
    }

    private static bool Names(ValueList<string> references, AdrRecord record, IdIndex byId) =>
        references.Any(reference => byId.Find(reference)?.Record!.Path == record.Path);

    private static bool IsInCircle(AdrRecord record, IdIndex byId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Stack<string>(record.SupersededBy);
        while (ahead.Count > 0)
        {
            if (byId.Find(ahead.Pop())?.Record is not { } next || !seen.Add(next.Path)) continue;
            if (next.Path == record.Path) return true;
            foreach (var reference in next.SupersededBy) ahead.Push(reference);
        }
        return false;
    }

    private static void Report(List<FaultInFile> faults, RecordFile file, FaultKind kind, Place place, string message) =>
        faults.Add(new(file.Path, new(kind, place, message)));
}
