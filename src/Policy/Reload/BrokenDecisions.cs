namespace DecisionPolicies;

/// <summary>Broken decisions in a few words, where the whole text would be too much.</summary>
internal static class BrokenDecisions
{
    /// <summary>As in <c>ADR-0001 is broken at Gateway:Registration:Enabled</c>.</summary>
    public static string InOneLine(this IEnumerable<BrokenDecision> broken) => DisplayText.Neutralise(string.Join("; ", broken.Select(b =>
        $"{b.Decision.Id} is broken at {string.Join(", ", b.Rules.Select(rule => rule.Finding.Key).Distinct(StringComparer.OrdinalIgnoreCase))}")));
}
