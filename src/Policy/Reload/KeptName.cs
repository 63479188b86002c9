namespace DecisionPolicies;

/// <summary>A name of options for which the last good value is kept.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
/// <param name="Value">The name; empty for options without one.</param>
internal sealed record KeptName<TOptions>(string Value);
