using DecisionPolicies.Rules;

namespace DecisionPolicies;

/// <summary>When a decision is to be looked at again.</summary>
/// <param name="By">The day at the latest, if there is one.</param>
/// <param name="When">The events that call for it.</param>
public sealed record Revisit(DateOnly? By, ValueList<string> When);
