namespace DecisionPolicies;

/// <summary>A change to an accepted record that left the decision as it is.</summary>
/// <param name="Date">The day of the change, if the record gives it.</param>
/// <param name="Change">What was changed.</param>
public sealed record Amendment(DateOnly? Date, string Change);
