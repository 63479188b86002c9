namespace DecisionPolicies.Generator.Governed;

/// <summary>Determines which rules can judge the properties of an options class.</summary>
internal static class GovernedRules
{
    // Classes that contain each other can have more paths than a compiler has time for.
    private const int MostPlaces = 5_000;

    /// <summary>How a rule relates to an options class.</summary>
    public static RuleAnswer Of(GovernedType type, ConfigurationRule rule)
    {
        var reach = rule.Key.Reach(type.SectionSegments);
        if (!reach.HasFlag(KeyReach.Below) && !reach.HasFlag(KeyReach.Key)) return RuleAnswer.OfAnotherSection;
        if (!TryFind(type, rule.Key, out var targets)) return TooMany(rule.Key);
        if (targets.Count == 0)
        {
            return type.Section.Length > 0 && IsLiterallyIn(rule.Key, type.Section) ? new(RuleAnswerKind.Dead) : RuleAnswer.OfAnotherSection;
        }
        if (Impossible(rule.Condition, targets) is { } reason) return new(RuleAnswerKind.Incomparable, reason);
        foreach (var when in rule.When)
        {
            if (!TryFind(type, when.Key, out var others)) return TooMany(when.Key);
            if (Impossible(when.Condition, others) is { } otherReason) return new(RuleAnswerKind.Incomparable, otherReason);
        }
        return new(RuleAnswerKind.Judged);
    }

    /// <summary>Every key that a rule reads, and whether it reads the keys below it as well.</summary>
    public static IEnumerable<(KeyPattern Key, bool AndBelow)> KeysRead(ConfigurationRule rule) =>
        rule.When.SelectMany(when => KeysRead(when.Key, when.Condition)).Concat(KeysRead(rule.Key, rule.Condition));

    /// <summary>The keys of the properties, for a message.</summary>
    public static IEnumerable<string> Keys(GovernedType type)
    {
        var all = new Queue<GovernedPlace>();
        all.Enqueue(GovernedPlace.Of(type));
        for (var places = 0; all.Count > 0 && places < MostPlaces; places++)
        {
            var place = all.Dequeue();
            yield return place.Key;
            foreach (var below in place.Below().Where(below => !below.IsRepeated)) all.Enqueue(below);
        }
    }

    private static bool TryFind(GovernedType type, KeyPattern key, out List<GovernedPlace> found)
    {
        found = [];
        var open = new Stack<GovernedPlace>();
        open.Push(GovernedPlace.Of(type));
        for (var places = 0; open.Count > 0; places++)
        {
            if (places == MostPlaces) return false;
            var place = open.Pop();
            var reach = place.ReachOf(key);
            if (reach.HasFlag(KeyReach.Key)) found.Add(place);
            if (!reach.HasFlag(KeyReach.Below)) continue;
            // Reversed, so that they are found in the order of the properties.
            foreach (var below in place.Below().Reverse()) open.Push(below);
        }
        return true;
    }

    // A wildcard may match values of many types; one value that can be compared is enough.
    private static string? Impossible(Condition condition, List<GovernedPlace> places)
    {
        string? first = null;
        foreach (var place in places)
        {
            if (Comparison.Impossible(condition, place.Value) is not { } reason) return null;
            first ??= $"'{place.Key}' {reason}";
        }
        return first;
    }

    private static RuleAnswer TooMany(KeyPattern key) =>
        new(RuleAnswerKind.Incomparable, $"'{key}' matches too many properties. Write a key with fewer wildcards.");

    private static bool IsLiterallyIn(KeyPattern key, string section) =>
        key.Text.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(KeyPattern Key, bool AndBelow)> KeysRead(KeyPattern key, Condition condition) =>
        OtherKeys(condition).Select(other => (other, false)).Prepend((key, AsksForPresence(condition)));

    private static IEnumerable<KeyPattern> OtherKeys(Condition condition) => condition switch
    {
        SameOriginCondition same => [same.Other],
        AllCondition all => all.Conditions.SelectMany(OtherKeys),
        _ => [],
    };

    private static bool AsksForPresence(Condition condition) =>
        condition is PresentCondition || (condition is AllCondition all && all.Conditions.Any(AsksForPresence));
}

/// <summary>How a rule relates to an options class.</summary>
/// <param name="Kind">The relation.</param>
/// <param name="Reason">Why the properties cannot be compared, as the end of a sentence; null if they can.</param>
internal sealed record RuleAnswer(RuleAnswerKind Kind, string? Reason = null)
{
    public static RuleAnswer OfAnotherSection { get; } = new(RuleAnswerKind.OfAnotherSection);
}

/// <summary>How a rule relates to an options class.</summary>
internal enum RuleAnswerKind
{
    /// <summary>The rule is not about the class's section.</summary>
    OfAnotherSection,

    /// <summary>The rule judges properties of the class.</summary>
    Judged,

    /// <summary>The rule is about the section, but matches no property.</summary>
    Dead,

    /// <summary>The rule matches a property, but its condition cannot compare the type.</summary>
    Incomparable,
}
