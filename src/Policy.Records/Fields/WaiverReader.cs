namespace DecisionPolicies.Records;

/// <summary>Reads the waivers of a record. A waiver that cannot be fully understood is not applied.</summary>
internal static class WaiverReader
{
    private const string Decision = "decision";
    private const string From = "from";
    private const string Until = "until";
    private const string EmptyKey = "'key' is empty. Write a key that the rule matches, or remove 'key' to cover all of them.";

    /// <summary>Reads the waivers of the record's own rules.</summary>
    /// <param name="front">The record's fields.</param>
    /// <param name="rules">The record's rules.</param>
    /// <param name="packed">Where waivers of packed decisions are added.</param>
    public static ValueList<Waiver> ReadAll(FieldReader front, ValueList<Rule> rules, List<PackWaiver> packed)
    {
        if (!IsStated(front)) return ValueList<Waiver>.Empty;
        var own = new List<Waiver>();
        foreach (var waiver in front.Mappings("waivers", FaultKind.UnreadableWaiver))
        {
            var faults = waiver.FaultCount;
            waiver.Allow("a waiver", Severity.Error, "rule", "key", "environments", From, Until, "because", Decision);
            if (RuleCharacters.ReportInvisible(waiver, _ => FaultKind.UnreadableWaiver)) continue;
            var ofPack = waiver.PlaceOf(Decision) is null ? null : ReadPacked(waiver);
            var ofRecord = waiver.PlaceOf(Decision) is null ? ReadOwn(waiver, rules) : null;
            // A misspelled or unreadable list must not turn a waiver for one environment into a waiver for all.
            if (waiver.FaultCount > faults) continue;
            if (ofRecord is not null) own.Add(ofRecord);
            if (ofPack is not null) packed.Add(ofPack);
        }
        return own.ToValueList();
    }

    /// <summary>Whether the record states waivers. <c>waivers: none</c> states that there are none.</summary>
    /// <param name="front">The record's fields.</param>
    public static bool IsStated(FieldReader front) => front.Node("waivers") switch
    {
        null or YamlSequence { Items.Count: 0 } => false,
        YamlScalar scalar => RuleReader.HasRules(front) && !Reference.IsNone(scalar.Text),
        YamlSequence list => RuleReader.HasRules(front) || list.Items.Any(item => item is YamlMapping),
        _ => true,
    };

    // Whether the rule exists, and may be waived, is known where the pack is.
    private static PackWaiver? ReadPacked(FieldReader waiver)
    {
        var decision = waiver.Text(Decision) ?? "";
        var place = waiver.PlaceOf(Decision)!.Value;
        var slash = decision.IndexOf('/');
        if (slash <= 0 || slash == decision.Length - 1)
        {
            waiver.Report(FaultKind.UnreadableWaiver, place,
                $"'{decision}' does not name a decision of a pack. Write the pack's id, '/' and the decision's id, as in "
                    + "'decision: Contoso.Decisions/ADR-0001'. Write the waiver of a decision of this repository into its own record, without 'decision'.");
            return null;
        }
        if (waiver.Text("rule") is not { Length: > 0 } rule)
        {
            waiver.Report(FaultKind.UnreadableWaiver, "rule", "The waiver does not name a rule. Write its subject, as in 'rule: Queue:Count'.");
            return null;
        }
        if (waiver.PlaceOf("key") is { } empty && waiver.Text("key") is not { Length: > 0 })
        {
            waiver.Report(FaultKind.UnreadableWaiver, empty, EmptyKey);
            return null;
        }
        if (waiver.Text(From) is null)
        {
            waiver.Report(FaultKind.UnreadableWaiver, From, "The waiver does not have a first day, without which its length is unknown. "
                + "Write it, as in 'from: 2027-01-01'.");
            return null;
        }
        if (Read(waiver, rule) is not { } read) return null;
        return new(decision, read, new(place, waiver.PlaceOf("rule")!.Value, waiver.PlaceOf("key", "rule")!.Value, waiver.PlaceOf(Until)!.Value));
    }

    private static Waiver? ReadOwn(FieldReader waiver, ValueList<Rule> rules)
    {
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
        return Read(waiver, rule);
    }

    private static Waiver? Read(FieldReader waiver, string rule)
    {
        DateOnly? first = null;
        if (waiver.Text(From) is { } from)
        {
            if (!Day.TryParse(from, out var day))
            {
                waiver.Report(FaultKind.UnreadableWaiver, From, $"'{from}' is not a date. Write the first day, as in 'from: 2027-01-01'.");
                return null;
            }
            first = day;
        }
        var until = waiver.Text(Until);
        if (until is null || !Day.TryParse(until, out var date))
        {
            var what = until is null ? "The waiver does not have a last day." : $"'{until}' is not a date.";
            waiver.Report(FaultKind.UnreadableWaiver, Until, what + " Write the last day, as in 'until: 2027-01-31'.");
            return null;
        }
        if (first > date)
        {
            waiver.Report(FaultKind.UnreadableWaiver, Until,
                $"The waiver ends on {date.InWords()}, before its first day, {first.Value.InWords()}. Correct one of them.");
            return null;
        }
        if (waiver.Text("because") is not { Length: > 0 } because)
        {
            waiver.Report(FaultKind.UnreadableWaiver, "because", "The waiver does not say why it was granted. Add the reason, as in 'because: …'.");
            return null;
        }
        var environments = waiver.Environments(FaultKind.UnreadableWaiver);
        return new(rule, environments, date, because) { Key = waiver.Text("key"), From = first };
    }

    /// <summary>Why a waiver cannot be limited to a key; null if it can.</summary>
    /// <param name="key">The key.</param>
    /// <param name="rule">The waived rule.</param>
    public static string? FaultOf(string? key, Rule rule)
    {
        // A field that narrows a waiver must not widen it when it is empty or misspelled.
        if (key is null or "") return EmptyKey;
        if (key.Split(':').Any(segment => segment is "*" or "**"))
        {
            return $"'{key}' contains a wildcard, but a waiver covers one key or all keys. Write the key in full, or remove 'key'.";
        }
        return rule is ConfigurationRule configuration && configuration.Key.Matches(key)
            ? null
            : $"'{rule.Subject}' does not match '{key}', so the waiver would cover nothing. Write a key that the rule matches, or remove 'key'.";
    }
}
