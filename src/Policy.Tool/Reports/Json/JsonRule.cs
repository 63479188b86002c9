namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>A rule in words; see <see cref="RuleText"/>.</summary>
/// <param name="Kind">What it is about, as in <c>configuration</c>.</param>
/// <param name="Subject">The key, endpoint, symbol, text or package.</param>
/// <param name="Demand">What is asked of it, as in <c>must not be true</c>.</param>
/// <param name="When">The conditions without which the rule does not apply.</param>
/// <param name="Except">What the rule does not speak about.</param>
/// <param name="Environments">The host environments it applies in; none means all.</param>
/// <param name="Projects">The projects it applies in; none means all.</param>
/// <param name="Because">Why.</param>
internal sealed record JsonRule(
    string Kind,
    string Subject,
    string Demand,
    IReadOnlyList<string> When,
    IReadOnlyList<string> Except,
    IReadOnlyList<string> Environments,
    IReadOnlyList<string> Projects,
    string? Because)
{
    /// <summary>Puts a rule in words.</summary>
    /// <param name="rule">The rule.</param>
    public static JsonRule Of(Rule rule)
    {
        var text = RuleText.Of(rule);
        return new(text.Kind, text.Subject, text.Demand, text.When, text.Except, text.Environments, text.Projects, text.Because);
    }
}
