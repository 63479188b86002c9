using DecisionPolicies.Rules;

namespace DecisionPolicies;

/// <summary>An exception from one rule of a decision, which expires.</summary>
/// <param name="Rule">The subject of the waived rule, as the rule spells it: for a rule about configuration, its key.</param>
/// <param name="Environments">The host environments the waiver applies in; case does not matter. An empty list means all environments.</param>
/// <param name="Until">The last day, in UTC, on which the waiver applies.</param>
/// <param name="Because">Why the waiver was granted.</param>
public sealed record Waiver(string Rule, ValueList<string> Environments, DateOnly Until, string Because)
{
    /// <summary>The only key that is waived, of those that match the rule; null means all of them.</summary>
    public string? Key { get; init; }

    /// <summary>The first day, in UTC, on which the waiver applies; null means from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Whether the waiver applies on a day.</summary>
    /// <param name="day">The day, in UTC.</param>
    internal bool AppliesOn(DateOnly day) => (From is null || From <= day) && day <= Until;

    /// <summary>Whether the waiver concerns a finding, expired or not.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="environment">The host environment; null if it is unknown. Then only a waiver for all environments counts.</param>
    internal bool Concerns(IFinding finding, string? environment) =>
        string.Equals(Rule, finding.Rule.Subject, StringComparison.OrdinalIgnoreCase)
        && (Key is null || string.Equals(Key, finding.Key, StringComparison.OrdinalIgnoreCase))
        && Environments.Include(environment);
}
