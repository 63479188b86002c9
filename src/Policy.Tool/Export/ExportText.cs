namespace DecisionPolicies.Tool.Export;

/// <summary>
/// The parts of the message about a finding, which another engine puts together: before the key, what the key holds, and after it. Put together,
/// they are the core's message about a finding whose value is withheld.
/// </summary>
/// <param name="Before">What comes before the key.</param>
/// <param name="Demand">What the rule demands, as in <c>must not be true</c>.</param>
/// <param name="Why">What comes after that: the reason, what to do instead, and where to read.</param>
internal sealed record ExportText(string Before, string Demand, string Why)
{
    private static readonly ConfigurationRule _any = new("Any", Verb.Forbid, Condition.Present(true));

    /// <summary>What comes after what the key holds.</summary>
    public string After => $" and {Demand}.{Why}";

    /// <summary>What a key holds, by the word for it in an export.</summary>
    public static IReadOnlyDictionary<string, string> Facts { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["absent"] = Fact(SettingState.Absent),
        ["default"] = Fact(SettingState.Null, Reading.Default),
        ["empty"] = Fact(SettingState.Empty),
        ["negative"] = Fact(SettingState.Value, Reading.Negative),
        ["null"] = Fact(SettingState.Null),
        ["section"] = Fact(SettingState.Section),
        ["unclear"] = "holds a value that cannot be judged here",
        ["value"] = Fact(SettingState.Value),
    };

    /// <summary>The parts of the message about a rule.</summary>
    /// <param name="decision">The decision, with the link to its record.</param>
    /// <param name="rule">The rule.</param>
    public static ExportText Of(DecisionPolicy decision, ConfigurationRule rule)
    {
        var verb = decision.Status == DecisionStatus.Proposed ? "is proposed and would reject" : "rejects";
        var instead = decision.Instead.Count > 0 ? " Instead: " + Sentence.Of(decision.Instead[0]) : "";
        var why = Sentence.Of(rule.Because ?? decision.Because ?? decision.Title);
        return new(
            DisplayText.Neutralise($"{decision.Citation()} {verb} "),
            DisplayText.Neutralise(ConditionText.Demand(rule.Condition, rule.Verb)),
            DisplayText.Neutralise($" {why}{instead} Read {decision.Link}"));
    }

    // The core's words, after the key, which is empty here.
    private static string Fact(SettingState state, Reading reading = Reading.AsWritten) =>
        new Finding(_any, "", state, null, null) { Reading = reading }.Fact().TrimStart();
}
