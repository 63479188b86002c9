namespace DecisionPolicies.Records;

/// <summary>Reads the dated exceptions of a record. One that cannot be fully understood is no exception.</summary>
internal static class WaiverReader
{
    public static ValueList<Waiver> ReadAll(FieldReader front, ValueList<Rule> rules) =>
        front.Mappings("waivers", FaultKind.UnreadableWaiver).Select(waiver => Read(waiver, rules)).OfType<Waiver>().ToValueList();

    private static Waiver? Read(FieldReader waiver, ValueList<Rule> rules)
    {
        var faults = waiver.FaultCount;
        waiver.Allow("A waiver", "rule", "key", "environments", "until", "because");
        var subjects = rules.Select(rule => rule.Subject).ToList();
        var rule = waiver.Text("rule");
        var named = rules.Where(r => string.Equals(r.Subject, rule, StringComparison.OrdinalIgnoreCase)).ToList();
        if (rule is null || named.Count == 0)
        {
            var known = subjects.Count == 0 ? "The record has no rules." : $"Its rules are: {string.Join(", ", subjects)}.";
            waiver.Report(FaultKind.UnreadableWaiver, "rule", $"The waiver names no rule of this record. {known}");
            return null;
        }
        if (named.Count > 1)
        {
            waiver.Report(FaultKind.UnreadableWaiver, "rule",
                $"The record has more than one rule about {rule}, so the waiver would cover them all. Write their conditions into one rule.");
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
            var what = until is null ? "The waiver has no last day." : $"'{until}' is not a date.";
            waiver.Report(FaultKind.UnreadableWaiver, "until", what + " Write the last day, as in 'until: 2027-01-31'.");
            return null;
        }
        if (waiver.Text("because") is not { Length: > 0 } because)
        {
            waiver.Report(FaultKind.UnreadableWaiver, "because", "The waiver does not say why it was granted. Write it, as in 'because: …'.");
            return null;
        }
        var environments = waiver.Environments(FaultKind.UnreadableWaiver);
        // A misspelled or unreadable list must not turn an exception for one environment into one for all.
        return waiver.FaultCount == faults ? new(rule, environments, date, because) { Key = key } : null;
    }

    // What narrows an exception must not widen it when it is left open or misspelled.
    private static string? FaultOf(string? key, Rule rule)
    {
        if (key is null or "") return "'key' names no key. Write one that the rule's stands for, or remove 'key' to except them all.";
        if (key.Split(':').Any(segment => segment is "*" or "**"))
        {
            return $"'{key}' has a wildcard, and a waiver excepts one key or all. Write the key in full, or remove 'key'.";
        }
        return rule is ConfigurationRule configuration && configuration.Key.Matches(key)
            ? null
            : $"'{rule.Subject}' does not stand for '{key}', so the waiver would except nothing. Write a key that it stands for, or remove 'key'.";
    }
}
