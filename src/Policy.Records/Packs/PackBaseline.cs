namespace DecisionPolicies.Records;

/// <summary>
/// Compares a pack with an earlier version of it. Code that refers to a pack relies on what was accepted: a minor version may supersede or deprecate a
/// decision, and add others, but neither lose one nor change its rules without an amendment.
/// </summary>
internal static class PackBaseline
{
    /// <summary>What a version lacks or changed.</summary>
    /// <param name="baseline">The earlier version.</param>
    /// <param name="version">The version that is being made.</param>
    /// <param name="own">Its records, each with the place of its rules, by path.</param>
    public static IEnumerable<FaultInFile> Faults(PackSet baseline, string version, IReadOnlyCollection<RecordFile> own)
    {
        if (MajorOf(version) != MajorOf(baseline.Pack.Version)) yield break;
        foreach (var before in baseline.Records.Where(record => record.Decision.Status == DecisionStatus.Accepted))
        {
            var id = before.Decision.IdInPack();
            var now = own.FirstOrDefault(file => file.Record is { } record && Reference.Canonical(record.Decision.Id) == Reference.Canonical(id));
            if (now?.Record is not { Decision: var decision })
            {
                yield return Fault(before.Path, Place.Start, $"{id} was accepted in {baseline.Pack.Version}, and {version} does not have it. Keep the record, "
                    + "and supersede or deprecate it, or make a new major version.");
            }
            else if (decision.Status is DecisionStatus.Accepted && !IsSame(before.Decision, decision) && !IsAmended(before.Decision, decision))
            {
                yield return Fault(now.Path, now.Places.Rules.Count > 0 ? now.Places.Rules[0].Subject : Place.Start,
                    $"The rules of {id} are not those that {baseline.Pack.Version} had. Supersede the record, or add an amendment that says what changed, "
                        + "or make a new major version.");
            }
            else if (decision.Status is DecisionStatus.Proposed or DecisionStatus.Rejected or DecisionStatus.Unknown)
            {
                yield return Fault(now.Path, now.Places.SupersededBy, $"{id} was accepted in {baseline.Pack.Version}, and is {decision.Status.Word()} now. "
                    + "Supersede or deprecate it, or make a new major version.");
            }
        }
    }

    private static FaultInFile Fault(string path, Place place, string message) => new(path, new(FaultKind.ChangedPack, place, message));

    private static string MajorOf(string version) => version.Split('.')[0];

    private static bool IsSame(DecisionPolicy before, DecisionPolicy now) => before.Rules.Select(Demand).SequenceEqual(now.Rules.Select(Demand));

    // A reason can be written better; that a rule may be waived changes nothing for those who keep it.
    private static Rule Demand(Rule rule) => rule with { Because = null, WaivableDays = null };

    private static bool IsAmended(DecisionPolicy before, DecisionPolicy now) => now.Amendments.Except(before.Amendments).Any();
}
