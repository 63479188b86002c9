namespace DecisionPolicies.Records;

/// <summary>Reads the waivers of a record. A waiver that cannot be fully understood is not applied.</summary>
internal static class WaiverReader
{
    public static ValueList<Waiver> ReadAll(FieldReader front, ValueList<Rule> rules) =>
        !IsStated(front) ? ValueList<Waiver>.Empty
        : front.Mappings("waivers", FaultKind.UnreadableWaiver).Select(waiver => Read(waiver, rules)).OfType<Waiver>().ToValueList();

    /// <summary>Whether the record states waivers. <c>waivers: none</c> states that there are none.</summary>
    /// <param name="front">The record's fields.</param>
    public static bool IsStated(FieldReader front) => front.Node("waivers") switch
    {
        null or YamlSequence { Items.Count: 0 } => false,
        YamlScalar scalar => RuleReader.HasRules(front) && !Reference.IsNone(scalar.Text),
        YamlSequence list => RuleReader.HasRules(front) || list.Items.Any(item => item is YamlMapping),
        _ => true,
    };

    private static Waiver? Read(FieldReader waiver, ValueList<Rule> rules)
    {
        var faults = waiver.FaultCount;
        waiver.Allow("a waiver", Severity.Error, "rule", "key", "environments", "until", "because");
        if (RuleCharacters.ReportInvisible(waiver, _ => FaultKind.UnreadableWaiver)) return null;
        var subjects = rules.Select(rule => rule.Subject).ToList();
        var rule = waiver.Text("rule");
        var named = rules.Where(r => string.Equals(r.Subject, rule, StringComparison.OrdinalIgnoreCase)).ToList();
        if (rule is null || named.Count == 0)
        {
            var known = subjects.Count == 0 ? "The record does not have rules." : $"Rules: {string.Join(", ", subjects)}.";
            waiver.Report(FaultKind.UnreadableWaiver, "rule", $"The waiver does not name a rule of this record. {known}");
            return null;
        }
        if (named.Count > 1)
        {
            waiver.Report(FaultKind.UnreadableWaiver, "rule",
                $"The record has more than one rule about {rule}, so the waiver would cover all of them. Combine their conditions in one rule.");
            return null;
        }
        var key = waiver.Text("key");
        if (waiver.PlaceOf("key") is { } place && FaultOf(key, named[0]) is { } fault)
        {
            waiver.Report(FaultKind.UnreadableWaiver, place, fault);
            return null;
        }
        var until = waiver.Text("until");
        if (until is null || !Day.TryParse(until, out var date))
        {
            var what = until is null ? "The waiver does not have a last day." : $"'{until}' is not a date.";
            waiver.Report(FaultKind.UnreadableWaiver, "until", what + " Write the last day, as in 'until: 2027-01-31'.");
            return null;
        }
        if (waiver.Text("because") is not { Length: > 0 } because)
        {
            waiver.Report(FaultKind.UnreadableWaiver, "because", "The waiver does not say why it was granted. Add the reason, as in 'because: …'.");
            return null;
        }
        var environments = waiver.Environments(FaultKind.UnreadableWaiver);
        // A misspelled or unreadable list must not turn a waiver for one environment into a waiver for all.
        return waiver.FaultCount == faults ? new(rule, environments, date, because) { Key = key } : null;
    }

    // A field that narrows a waiver must not widen it when it is empty or misspelled.
    private static string? FaultOf(string? key, Rule rule)
    {
        if (key is null or "") return "'key' is empty. Write a key that the rule matches, or remove 'key' to cover all of them.";
        if (key.Split(':').Any(segment => segment is "*" or "**"))
        {
            return $"'{key}' contains a wildcard, but a waiver covers one key or all keys. Write the key in full, or remove 'key'.";
        }
        return rule is ConfigurationRule configuration && configuration.Key.Matches(key)
            ? null
            : $"'{rule.Subject}' does not match '{key}', so the waiver would cover nothing. Write a key that the rule matches, or remove 'key'.";
    }
}
