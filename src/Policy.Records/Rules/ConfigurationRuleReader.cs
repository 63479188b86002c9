namespace DecisionPolicies.Records;

/// <summary>Reads a rule about configuration keys.</summary>
internal static class ConfigurationRuleReader
{
    public static readonly string[] Keys =
        [RuleReader.Configuration, RuleReader.Forbid, RuleReader.Require, "except", "when", "environments", "because", RuleReader.Waivable];

    public static ConfigurationRule? Read(FieldReader rule)
    {
        if (ReadKey(rule, RuleReader.Configuration) is not { } key) return null;
        if (ReadVerb(rule) is not { } entry) return null;
        if (ConditionReader.Read(entry.Value, rule) is not { } condition) return null;
        var verb = entry.Key.Text == RuleReader.Forbid ? Verb.Forbid : Verb.Require;
        if (verb == Verb.Forbid && IsAbsence(condition))
        {
            rule.Report(FaultKind.DeadRule, entry.Value.Place, "An absent key never breaks 'forbid'. To require the key, write 'require: { present: true }'.");
            return null;
        }
        if (ReadExcept(rule, key) is not { } except) return null;
        if (ReadWhen(rule, key) is not { } when) return null;
        return new(key, verb, condition)
        {
            Because = rule.Text("because"),
            Except = except,
            Environments = rule.Environments(FaultKind.UnreadableRule),
            When = when,
        };
    }

    private static bool IsAbsence(Condition condition) => condition switch
    {
        PresentCondition present => !present.Expected,
        AllCondition all => all.Conditions.Any(IsAbsence),
        _ => false,
    };

    private static KeyPattern? ReadKey(FieldReader rule, string name) =>
        rule.Text(name) is { } text ? ReadKey(rule, text, rule.PlaceOf(name)!.Value) : null;

    private static KeyPattern? ReadKey(FieldReader rule, string text, Place place)
    {
        if (KeyPattern.TryParse(text, out var pattern, out var fault)) return pattern;
        rule.Report(FaultKind.UnreadableKey, place, fault);
        return null;
    }

    private static YamlEntry? ReadVerb(FieldReader rule)
    {
        var verbs = rule.Entries.Where(e => e.Key.Text is RuleReader.Forbid or RuleReader.Require).ToList();
        if (verbs.Count == 1) return verbs[0];
        rule.Report(FaultKind.UnreadableRule, rule.Place, verbs.Count == 0
            ? "The rule has neither 'forbid' nor 'require'. Write one of them."
            : "The rule has both 'forbid' and 'require'. Keep one, or write two rules.");
        return null;
    }

    private static ValueList<KeyPattern>? ReadExcept(FieldReader rule, KeyPattern key)
    {
        if (rule.PlaceOf("except") is not { } place) return ValueList<KeyPattern>.Empty;
        var except = new List<KeyPattern>();
        foreach (var text in rule.List("except"))
        {
            if (ReadKey(rule, text, place) is not { } other) return null;
            // An exception that never applies is probably misspelled, and an exception for all keys of the rule leaves nothing to judge.
            var fault = key.IsExact ? $"'{key}' is a single key, so there is nothing to except from it. Remove 'except'."
                : !key.Overlaps(other) ? $"'{key}' and '{other}' do not share a key, so there is nothing to except. Write a key that '{key}' matches."
                : other.Covers(key) ? $"'{other}' excepts every key that '{key}' matches, so the rule never applies. Write a narrower exception."
                : null;
            if (fault is not null)
            {
                rule.Report(FaultKind.UnreadableKey, place, fault);
                return null;
            }
            except.Add(other);
        }
        if (except.Count > 0) return except.ToValueList();
        rule.Report(FaultKind.UnreadableRule, place, "'except' is empty. Write a key to which the rule does not apply, or remove 'except'.");
        return null;
    }

    private static ValueList<Precondition>? ReadWhen(FieldReader rule, KeyPattern key)
    {
        var when = new List<Precondition>();
        var entries = rule.Mapping("when")?.Entries ?? [];
        if (rule.Node("when") is null && rule.PlaceOf("when") is { } empty)
        {
            rule.Report(FaultKind.UnreadableRule, empty,
                "'when' is empty. Write a key and a condition, as in when: { \"Key:Name\": value }, or remove 'when'.");
        }
        foreach (var entry in entries)
        {
            if (ReadKey(rule, entry.Key.Text, entry.Key.Place) is not { } other) return null;
            if (other.Wildcards > key.Wildcards)
            {
                rule.Report(FaultKind.UnreadableKey, entry.Key.Place,
                    $"'{other}' has more '*' than '{key}'. Each '*' under 'when' matches the same segment as one in the rule's key. Remove the extra '*'.");
                return null;
            }
            if (ConditionReader.Read(entry.Value, rule) is not { } condition) return null;
            if (other.HasAnySegments && IsAbsence(condition))
            {
                rule.Report(FaultKind.DeadRule, entry.Value.Place,
                    $"'{other}' matches only keys that exist, so it is never absent and the rule never applies. Write the key without '**'.");
                return null;
            }
            when.Add(new(other, condition));
        }
        return when.ToValueList();
    }
}
