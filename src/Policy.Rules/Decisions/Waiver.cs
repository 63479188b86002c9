using DecisionPolicies.Rules;

namespace DecisionPolicies;

/// <summary>A dated exception from one rule of a decision.</summary>
/// <param name="Rule">What the rule speaks about, as the rule spells it: the key of a rule about configuration.</param>
/// <param name="Environments">The host environments it holds in, compared without case; none means all.</param>
/// <param name="Until">The last day, in UTC, on which it holds.</param>
/// <param name="Because">Why it was granted.</param>
public sealed record Waiver(string Rule, ValueList<string> Environments, DateOnly Until, string Because)
{
    /// <summary>The one key, of those that the rule's stands for, that is excepted; null means all of them.</summary>
    public string? Key { get; init; }

    /// <summary>Whether the exception is about a finding, whether it has expired or not.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="environment">The host environment; null where it is not known, so that only an exception for all of them counts.</param>
    internal bool Concerns(IFinding finding, string? environment) =>
        string.Equals(Rule, finding.Rule.Subject, StringComparison.OrdinalIgnoreCase)
        && (Key is null || string.Equals(Key, finding.Key, StringComparison.OrdinalIgnoreCase))
        && Environments.Include(environment);
}
