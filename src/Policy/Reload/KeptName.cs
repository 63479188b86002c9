namespace DecisionPolicies;

/// <summary>The name of options that keep their last good value.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
/// <param name="Value">The name; empty for unnamed options.</param>
/// <param name="RefusesReload">Whether a reload that would make the options invalid is refused as a whole.</param>
internal sealed record KeptName<TOptions>(string Value, bool RefusesReload);
