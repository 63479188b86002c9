namespace DecisionPolicies.Rules;

/// <summary>How a decision is cited.</summary>
internal static class CitationText
{
    /// <summary>The id; for a decision of a pack, the id in its pack, and the pack: <c>ADR-0001 (Contoso.Decisions 1.2.0)</c>.</summary>
    /// <param name="decision">The decision.</param>
    public static string Citation(this DecisionPolicy decision) => decision.Pack is { } pack ? $"{decision.IdInPack()} ({pack})" : decision.Id;

    /// <summary>The id of a decision where it was made, without that of its pack.</summary>
    /// <param name="decision">The decision.</param>
    public static string IdInPack(this DecisionPolicy decision) =>
        decision.Pack is { } pack && decision.Id.StartsWith(pack.Id + "/", StringComparison.OrdinalIgnoreCase)
            ? decision.Id.Substring(pack.Id.Length + 1)
            : decision.Id;
}
