namespace DecisionPolicies.Generator.Governed;

/// <summary>A decision that is accepted or proposed, as the code that judges options by it needs it.</summary>
/// <param name="Name">The name of its constant.</param>
/// <param name="Rules">Its rules.</param>
internal sealed record EnforcedRecord(string Name, ValueList<Rule> Rules)
{
    /// <summary>The decision, or null where it is not in force or has no rules.</summary>
    public static EnforcedRecord? Of(AdrRecord record) =>
        record.Status is DecisionStatus.Accepted or DecisionStatus.Proposed && record.Rules.Count > 0 ? new(record.Name, record.Rules) : null;
}
