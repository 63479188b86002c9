namespace DecisionPolicies.Records;

/// <summary>Checks that every superseded record has a successor in force, and that both records say so.</summary>
internal static class Supersession
{
    /// <summary>The records. Each superseded record gets its successors, even if only they name it.</summary>
    /// <param name="records">The records, with their references as ids.</param>
    /// <param name="byId">Finds a record.</param>
    public static IEnumerable<AdrRecord> WithSuccessors(List<AdrRecord> records, IdIndex byId)
    {
        // By path, because several components may use the same ids.
        var successors = records
            .SelectMany(record => record.Decision.Supersedes.Select(old => (Old: byId.Find(old, record.Path)?.Path, New: record.Decision.Id)))
            .ToLookup(pair => pair.Old, pair => pair.New);
        return records.Select(record => record.Decision.Status == DecisionStatus.Superseded && successors.Contains(record.Path)
            ? record with { Decision = record.Decision with { SupersededBy = Union(record.Decision.SupersededBy, successors[record.Path]) } }
            : record);
    }

    public static void Check(List<RecordFile> files, IdIndex byId, List<FaultInFile> faults)
    {
        // By path, because an id may be shared and may be written in several ways.
        var claims = files.SelectMany(file => file.Record!.Decision.Supersedes.Select(reference => (Old: byId.Find(reference, file.Path)?.Path, New: file)))
            .ToLookup(claim => claim.Old, claim => claim.New);
        var circles = SupersessionCircles.In(files, byId);
        foreach (var file in files)
        {
            if (file.Record!.Decision is { Status: DecisionStatus.Superseded, SupersededBy.Count: 0 }) CheckClaims(file, claims[file.Path].ToList(), faults);
            CheckSuccessors(file, byId, circles, faults);
            CheckPredecessors(file, byId, faults);
        }
    }

    private static ValueList<string> Union(ValueList<string> ids, IEnumerable<string> others) =>
        ids.Concat(others).Distinct(StringComparer.OrdinalIgnoreCase).ToValueList();

    // The record does not name a successor, but another record may claim to be one.
    private static void CheckClaims(RecordFile file, List<RecordFile> successors, List<FaultInFile> faults)
    {
        if (successors.Count == 0)
        {
            Report(faults, file, FaultKind.MissingSuccessor, file.Places.SupersededBy,
                $"{file.Record!.Decision.Id} is superseded, but no record says by what. "
                    + "Write 'status: superseded by ADR-0009', or 'deprecated' if nothing replaces it.");
        }
        foreach (var other in successors.Select(successor => successor.Record!.Decision).Where(IsNoReplacement)) ReportNotAccepted(file, other, faults);
    }

    private static bool IsNoReplacement(DecisionPolicy successor) => successor.Status is not (DecisionStatus.Accepted or DecisionStatus.Superseded);

    private static void ReportNotAccepted(RecordFile file, DecisionPolicy successor, List<FaultInFile> faults)
    {
        var id = file.Record!.Decision.Id;
        var advice = successor.Status switch
        {
            DecisionStatus.Proposed => $"Neither decision is enforced until {successor.Id} is accepted.",
            DecisionStatus.Unknown => $"Neither decision is enforced. Give {successor.Id} a status.",
            _ => $"Neither decision is enforced. Name the record that replaces {id}, or write 'status: deprecated' if nothing does.",
        };
        Report(faults, file, FaultKind.SuccessorNotAccepted, file.Places.SupersededBy,
            $"{id} is superseded by {successor.Id}, which is {Of(successor.Status)}. {advice}");
    }

    private static string Of(DecisionStatus status) => status == DecisionStatus.Unknown ? "of unknown status" : status.Word();

    private static void CheckSuccessors(RecordFile file, IdIndex byId, HashSet<string> circles, List<FaultInFile> faults)
    {
        var decision = file.Record!.Decision;
        foreach (var reference in decision.SupersededBy)
        {
            var successor = byId.Find(reference, file.Path);
            if (successor is null && byId.IsUnreadable(reference)) continue;
            if (decision.Status != DecisionStatus.Superseded)
            {
                Report(faults, file, FaultKind.OneSidedSupersession, file.Places.SupersededBy,
                    $"{decision.Id} names {reference} as its successor, but its own status is {decision.Status.Word()}. "
                        + $"Write 'status: superseded by {reference}', or remove the successor.");
                continue;
            }
            if (successor is null)
            {
                if (Reference.IsExternal(reference)) continue;
                Report(faults, file, FaultKind.MissingSuccessor, file.Places.SupersededBy,
                    $"{decision.Id} is superseded by {reference}, but that record does not exist.");
                continue;
            }
            var other = successor.Record!.Decision;
            if (circles.Contains(file.Path))
            {
                Report(faults, file, FaultKind.SupersessionCycle, file.Places.SupersededBy,
                    $"{decision.Id} is superseded by {other.Id}, which leads back to {decision.Id}. None of these decisions is in force.");
            }
            else if (IsNoReplacement(other)) ReportNotAccepted(file, other, faults);
            if (!Names(other.Supersedes, successor.Path, file.Record, byId))
            {
                Report(faults, file, FaultKind.OneSidedSupersession, file.Places.SupersededBy,
                    $"{decision.Id} is superseded by {other.Id}, but {successor.Path} does not say so. Add 'supersedes: [{decision.Id}]' there.");
            }
        }
    }

    private static void CheckPredecessors(RecordFile file, IdIndex byId, List<FaultInFile> faults)
    {
        var decision = file.Record!.Decision;
        foreach (var reference in decision.Supersedes)
        {
            if (byId.Find(reference, file.Path) is not { } predecessor)
            {
                if (byId.IsUnreadable(reference) || Reference.IsExternal(reference)) continue;
                Report(faults, file, FaultKind.MissingPredecessor, file.Places.Supersedes,
                    $"{decision.Id} supersedes {reference}, but that record does not exist.");
            }
            // A part of a record can be replaced while the rest of it stays in force.
            else if (!reference.Contains('#') && decision.Status == DecisionStatus.Accepted
                && !Names(predecessor.Record!.Decision.SupersededBy, predecessor.Path, file.Record, byId))
            {
                Report(faults, file, FaultKind.OneSidedSupersession, file.Places.Supersedes,
                    $"{decision.Id} supersedes {predecessor.Record!.Decision.Id}, but {predecessor.Path} does not say so. "
                        + $"Write 'status: superseded by {decision.Id}' there.");
            }
        }
    }

    private static bool Names(ValueList<string> references, string from, AdrRecord record, IdIndex byId) =>
        references.Any(reference => byId.Find(reference, from)?.Record!.Path == record.Path);

    private static void Report(List<FaultInFile> faults, RecordFile file, FaultKind kind, Place place, string message) =>
        faults.Add(new(file.Path, new(kind, place, message)));
}
