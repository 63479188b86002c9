namespace DecisionPolicies.Tests;

/// <summary>Decisions for tests, written in code.</summary>
internal static class Some
{
    public const string Key = "Feature:Enabled";

    /// <summary>A decision that forbids <see cref="Key"/> to be true.</summary>
    public static DecisionPolicy Decision(DecisionStatus status = DecisionStatus.Accepted, params Waiver[] waivers) => new()
    {
        Id = "ADR-0042",
        Title = "No feature",
        Status = status,
        Link = "docs/adr/0042-no-feature.md",
        Rules = [new ConfigurationRule(Key, Verb.Forbid, Condition.EqualTo(Literal.True))],
        Waivers = [.. waivers],
    };

    /// <summary>An accepted decision with the given rules.</summary>
    public static DecisionPolicy DecisionWith(params Rule[] rules) => DecisionWith(rules, []);

    /// <summary>An accepted decision with the given rules and waivers.</summary>
    public static DecisionPolicy DecisionWith(Rule[] rules, params Waiver[] waivers) => new()
    {
        Id = "ADR-0043",
        Title = "Some decision",
        Status = DecisionStatus.Accepted,
        Link = "docs/adr/0043-some-decision.md",
        Rules = [.. rules],
        Waivers = [.. waivers],
    };
}
