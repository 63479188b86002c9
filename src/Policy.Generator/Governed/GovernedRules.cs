namespace DecisionPolicies.Generator.Governed;

/// <summary>Which rules the properties of an options class can answer.</summary>
internal static class GovernedRules
{
    /// <summary>How a rule stands to an options class.</summary>
    public static RuleAnswer Of(GovernedType type, ConfigurationRule rule)
    {
        if (!rule.Key.Reach(type.SectionSegments).HasFlag(KeyReach.Below)) return RuleAnswer.OfAnotherSection;
        var targets = Targets(type, rule.Key);
        if (targets.Count == 0)
        {
            return type.Section.Length > 0 && IsLiterallyIn(rule.Key, type.Section) ? new(RuleAnswerKind.Dead) : RuleAnswer.OfAnotherSection;
        }
        var asked = rule.When.Select(when => (when.Key, when.Condition)).Prepend((rule.Key, rule.Condition));
        foreach (var (key, condition) in asked)
        {
            foreach (var (path, value) in Targets(type, key))
            {
                if (Comparison.Impossible(condition, value) is { } reason) return new(RuleAnswerKind.Incomparable, $"'{path}' {reason}");
            }
        }
        return new(RuleAnswerKind.Judged);
    }

    /// <summary>Every key that a rule reads to be judged.</summary>
    public static IEnumerable<KeyPattern> KeysRead(ConfigurationRule rule) =>
        rule.When.SelectMany(when => OtherKeys(when.Condition).Prepend(when.Key)).Concat(OtherKeys(rule.Condition)).Prepend(rule.Key);

    /// <summary>The full keys of every property, a list's place or a dictionary's key as <c>*</c>.</summary>
    public static IEnumerable<(string Key, GovernedValue Value)> Keys(GovernedType type)
    {
        var path = new List<string?>(type.SectionSegments);
        return KeysBelow(type.Properties, path);
    }

    private static IEnumerable<(string Key, GovernedValue Value)> KeysBelow(ValueList<GovernedProperty> properties, List<string?> path) =>
        properties.SelectMany(property => KeysAt(property.Value, [.. path, property.Key]));

    private static IEnumerable<(string Key, GovernedValue Value)> KeysAt(GovernedValue value, List<string?> path)
    {
        var below = value.Element is { } element ? KeysAt(element, [.. path, null]) : KeysBelow(value.Properties, path);
        return below.Prepend((string.Join(":", path.Select(segment => segment ?? "*")), value));
    }

    private static List<(string Path, GovernedValue Value)> Targets(GovernedType type, KeyPattern key) =>
        Keys(type).Where(property => key.Reach(Segments(property.Key)).HasFlag(KeyReach.Key)).ToList();

    private static IReadOnlyList<string?> Segments(string key) => key.Split(':').Select(segment => segment == "*" ? null : segment).ToList();

    private static bool IsLiterallyIn(KeyPattern key, string section) =>
        key.Text.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<KeyPattern> OtherKeys(Condition condition) => condition switch
    {
        SameOriginCondition same => [same.Other],
        AllCondition all => all.Conditions.SelectMany(OtherKeys),
        _ => [],
    };
}

/// <summary>How a rule stands to an options class.</summary>
/// <param name="Kind">What follows.</param>
/// <param name="Reason">Why the properties cannot be compared, where that is so: words that end a sentence.</param>
internal sealed record RuleAnswer(RuleAnswerKind Kind, string? Reason = null)
{
    public static RuleAnswer OfAnotherSection { get; } = new(RuleAnswerKind.OfAnotherSection);
}

/// <summary>How a rule stands to an options class.</summary>
internal enum RuleAnswerKind
{
    /// <summary>The rule does not speak about the class's section.</summary>
    OfAnotherSection,

    /// <summary>The properties are judged by the rule.</summary>
    Judged,

    /// <summary>The rule speaks about the section, and no property is meant.</summary>
    Dead,

    /// <summary>A property is meant whose type the condition cannot compare.</summary>
    Incomparable,
}
