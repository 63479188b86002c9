using DecisionPolicies.Rules;

namespace DecisionPolicies;

/// <summary>When to revisit a decision.</summary>
/// <param name="By">The last day by which to revisit it; null if the record names none.</param>
/// <param name="When">The events on which to revisit it, in the record's words.</param>
public sealed record Revisit(DateOnly? By, ValueList<string> When);
