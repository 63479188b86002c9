namespace DecisionPolicies;

/// <summary>A change to an accepted record that did not change the decision.</summary>
/// <param name="Date">The day of the change; null if the record does not say.</param>
/// <param name="Change">What was changed.</param>
public sealed record Amendment(DateOnly? Date, string Change);
