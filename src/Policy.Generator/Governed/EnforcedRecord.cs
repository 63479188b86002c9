namespace DecisionPolicies.Generator.Governed;

/// <summary>What the code that judges options needs to know about a decision in force.</summary>
/// <param name="Name">The name of its constant.</param>
/// <param name="Rules">Its rules.</param>
internal sealed record EnforcedRecord(string Name, ValueList<Rule> Rules)
{
    /// <summary>The decision, or null if it does not enforce a rule about configuration.</summary>
    public static EnforcedRecord? Of(AdrRecord record) =>
        record.Decision.Enforces<ConfigurationRule>() ? new(record.Name, record.Decision.Rules) : null;
}
