namespace DecisionPolicies.Rules;

/// <summary>Which findings a waiver is about. Start and build ask the same; the days are another matter, which only the start judges.</summary>
internal static class WaiverScope
{
    /// <summary>Whether a waiver is about a finding.</summary>
    /// <param name="rule">The key of the waiver's rule, as the rule spells it.</param>
    /// <param name="key">The one key that is excepted; null means all that the rule's stands for.</param>
    /// <param name="environments">The host environments the waiver holds in; none means all.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="environment">The host environment.</param>
    public static bool Covers(string rule, string? key, IReadOnlyList<string> environments, IFinding finding, string environment) =>
        string.Equals(rule, finding.Rule.Subject, StringComparison.OrdinalIgnoreCase)
        && (key is null || string.Equals(key, finding.Key, StringComparison.OrdinalIgnoreCase))
        && (environments.Count == 0 || environments.Contains(environment, StringComparer.OrdinalIgnoreCase));
}
