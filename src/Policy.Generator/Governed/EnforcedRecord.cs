namespace DecisionPolicies.Generator.Governed;

/// <summary>A decision that is accepted or proposed, as the code that judges options by it needs it.</summary>
/// <param name="Name">The name of its constant.</param>
/// <param name="Rules">Its rules.</param>
internal sealed record EnforcedRecord(string Name, ValueList<Rule> Rules)
{
    /// <summary>The decisions of a set that are in force and have rules.</summary>
    public static ValueList<EnforcedRecord> Of(RecordSet set) => set.Records
        .Where(record => record.Status is DecisionStatus.Accepted or DecisionStatus.Proposed && record.Rules.Count > 0)
        .Select(record => new EnforcedRecord(record.Name, record.Rules))
        .ToValueList();
}
