namespace DecisionPolicies.Rules;

/// <summary>A rule that code breaks.</summary>
/// <param name="Rule">The broken rule.</param>
/// <param name="Key">What in the code breaks it, as a reader knows it: the name of a symbol, a quoted text, a route.</param>
internal sealed record CodeFinding(Rule Rule, string Key) : IFinding;
