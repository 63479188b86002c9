namespace DecisionPolicies.Rules.Tests;

/// <summary>What the engine says of a configuration, in the shapes that tests ask for.</summary>
internal static class Engine
{
    private const string Key = "Section:Key";

    /// <summary>Where a rule is broken.</summary>
    public static IReadOnlyList<Finding> Of(ConfigurationRule rule, ISettings settings, string environment = "Production")
    {
        var findings = new List<Finding>();
        rule.Judge(settings, environment, findings);
        return findings;
    }

    /// <summary>The keys at which a rule is broken.</summary>
    public static string[] Keys(ConfigurationRule rule, ISettings settings, string environment = "Production") =>
        [.. Of(rule, settings, environment).Select(finding => finding.Key)];

    /// <summary>Whether a condition holds for a value: whether forbidding it is broken.</summary>
    public static bool Holds(Condition condition, string? value) =>
        Holds(condition, new InMemorySettings { { Key, value } });

    /// <summary>Whether a condition holds for the key of a configuration.</summary>
    public static bool Holds(Condition condition, ISettings settings, string key = Key) =>
        Of(new ConfigurationRule(key, Verb.Forbid, condition), settings).Count > 0;
}
