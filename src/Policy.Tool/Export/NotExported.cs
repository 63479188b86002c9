namespace DecisionPolicies.Tool.Export;

/// <summary>Why a part of a rule cannot be exported.</summary>
/// <param name="Reason">The reason, as a sentence.</param>
/// <param name="CanBeStricter">Whether the rule can be exported if it may reject more than it does.</param>
internal sealed record NotExported(string Reason, bool CanBeStricter = false);
