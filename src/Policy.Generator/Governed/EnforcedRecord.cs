namespace DecisionPolicies.Generator.Governed;

/// <summary>A decision in force, as the code that judges options by it needs it.</summary>
/// <param name="Name">The name of its constant.</param>
/// <param name="Rules">Its rules.</param>
internal sealed record EnforcedRecord(string Name, ValueList<Rule> Rules)
{
    /// <summary>The decision, or null where it enforces no rule about configuration.</summary>
    public static EnforcedRecord? Of(AdrRecord record) =>
        record.Decision.Enforces<ConfigurationRule>() ? new(record.Name, record.Decision.Rules) : null;
}
