namespace DecisionPolicies.Records;

/// <summary>The decisions that govern a project: those of its own records, and those of its packs with the waivers that its records state.</summary>
/// <param name="Own">The project's own records.</param>
/// <param name="Packs">The packs, in the order of their ids.</param>
/// <param name="Faults">What is wrong in the project's own records about packed decisions.</param>
internal sealed record GoverningDecisions(ValueList<AdrRecord> Own, ValueList<PackSet> Packs, ValueList<FaultInFile> Faults)
{
    /// <summary>All records: the project's own, then those of each pack.</summary>
    public IEnumerable<AdrRecord> All => Own.Concat(Packs.SelectMany(pack => pack.Records));

    /// <summary>Combines a project's own records with its packs.</summary>
    /// <param name="own">The project's own records.</param>
    /// <param name="files">The files of the project's own records.</param>
    /// <param name="packs">The packs.</param>
    public static GoverningDecisions Of(IEnumerable<AdrRecord> own, IEnumerable<RecordFile> files, IEnumerable<PackSet> packs)
    {
        var ordered = packs.OrderBy(pack => pack.Pack.Id, StringComparer.OrdinalIgnoreCase).ToList();
        var faults = new List<FaultInFile>();
        var granted = new List<(AdrRecord Decision, Waiver Waiver)>();
        foreach (var file in files)
        {
            foreach (var waiver in file.PackWaivers)
            {
                if (Granted(waiver, file, ordered, faults) is { } decision) granted.Add((decision, waiver.Waiver));
            }
            faults.AddRange(file.PackReferences.SelectMany(reference => Judge(reference, file, ordered)));
        }
        var waivers = granted.ToLookup(each => each.Decision.Decision.Id, each => each.Waiver, StringComparer.Ordinal);
        var waived = waivers.Count == 0 ? ordered : ordered.Select(pack => pack with { Records = pack.Records.Select(With).ToValueList() }).ToList();
        return new(own.ToValueList(), waived.ToValueList(), faults.OrderBy(found => found.Path, StringComparer.Ordinal).ToValueList());

        AdrRecord With(AdrRecord record) => waivers.Contains(record.Decision.Id)
            ? record with { Decision = record.Decision with { Waivers = record.Decision.Waivers.Concat(waivers[record.Decision.Id]).ToValueList() } }
            : record;
    }

    // The decision that the waiver is for, if the pack allows it.
    private static AdrRecord? Granted(PackWaiver waiver, RecordFile file, List<PackSet> packs, List<FaultInFile> faults)
    {
        if (packs.Find(each => each.IsNamedBy(waiver.Decision)) is not { } pack)
        {
            var known = packs.Count == 0 ? "There are no packs." : $"Packs: {string.Join(", ", packs.Select(each => each.Pack.Id))}.";
            return Refuse(waiver.Places.Decision, $"'{waiver.Decision}' does not name a decision of a pack that the project refers to. {known}");
        }
        if (pack.Find(waiver.Decision) is not { } record)
        {
            var ids = pack.Records.Select(each => each.Decision.IdInPack()).ToList();
            return Refuse(waiver.Places.Decision, $"{pack.Pack} does not have the decision '{waiver.Decision.Substring(pack.Pack.Id.Length + 1)}'."
                + $"{Spelling.DidYouMean(waiver.Decision.Substring(pack.Pack.Id.Length + 1), ids)}");
        }
        var rules = record.Decision.Rules.Where(rule => string.Equals(rule.Subject, waiver.Waiver.Rule, StringComparison.OrdinalIgnoreCase)).ToList();
        var citation = record.Decision.Citation();
        if (rules.Count != 1)
        {
            return Refuse(waiver.Places.Rule, rules.Count == 0
                ? $"{citation} does not have a rule about '{waiver.Waiver.Rule}'. "
                    + $"Rules: {string.Join(", ", record.Decision.Rules.Select(rule => rule.Subject))}."
                : $"{citation} has more than one rule about '{waiver.Waiver.Rule}', so the waiver would cover all of them.");
        }
        if (waiver.Waiver.Key is { } key && WaiverReader.FaultOf(key, rules[0]) is { } fault) return Refuse(waiver.Places.Key, fault);
        if (rules[0].WaivableDays is not { } most)
        {
            return Refuse(waiver.Places.Rule, $"{citation} does not allow waivers of '{rules[0].Subject}'. Comply with the decision, or ask its owners "
                + "to change the record in the next version of the pack.");
        }
        var days = waiver.Waiver.Until.DayNumber - waiver.Waiver.From!.Value.DayNumber;
        if (days > most)
        {
            var last = waiver.Waiver.From.Value.After(most).InWords();
            return Refuse(waiver.Places.Until, $"The waiver lasts {days} days, and {citation} allows at most {most}. Write 'until: {last}' or an earlier day.");
        }
        if (file.Record is { Decision.Status: DecisionStatus.Accepted }) return record;
        var status = file.Record?.Decision.Status.Word() ?? "unknown";
        // A record of the past may keep what it granted.
        if (file.Record?.Decision.Status is DecisionStatus.Deprecated or DecisionStatus.Superseded or DecisionStatus.Rejected) return null;
        return Refuse(waiver.Places.Decision, $"The waiver does not apply, because the status of this record is {status}. Write 'status: accepted' "
            + "once it is granted.");

        AdrRecord? Refuse(Place place, string message)
        {
            faults.Add(new(file.Path, new(FaultKind.RefusedWaiver, place, message)));
            return null;
        }
    }

    private static IEnumerable<FaultInFile> Judge(PackReference reference, RecordFile file, List<PackSet> packs)
    {
        if (packs.Find(pack => pack.IsNamedBy(reference.Decision)) is not { } named) yield break;
        var citation = named.Find(reference.Decision)?.Decision.Citation() ?? reference.Decision;
        yield return new(file.Path, new(FaultKind.SupersededPack, reference.Place,
            $"{citation} cannot be superseded here: it is made in its pack. Ask its owners to supersede it in the next version of the pack; "
                + "until then, a rule that is waivable there can be waived here."));
    }
}
