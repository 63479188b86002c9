namespace DecisionPolicies.Records;

/// <summary>Reads the dated exceptions of a record. One that cannot be fully understood is no exception.</summary>
internal static class WaiverReader
{
    public static ValueList<RecordWaiver> ReadAll(FieldReader front, ValueList<Rule> rules) =>
        front.Mappings("waivers").Select(waiver => Read(waiver, rules)).OfType<RecordWaiver>().ToValueList();

    private static RecordWaiver? Read(FieldReader waiver, ValueList<Rule> rules)
    {
        var faults = waiver.FaultCount;
        waiver.Allow("A waiver", "rule", "environments", "until", "because");
        var keys = rules.OfType<ConfigurationRule>().Select(rule => rule.Key.Text).ToList();
        var rule = waiver.Text("rule");
        if (rule is null || !keys.Contains(rule, StringComparer.OrdinalIgnoreCase))
        {
            var known = keys.Count == 0 ? "The record has no rules." : $"Its rules are: {string.Join(", ", keys)}.";
            waiver.Report(FaultKind.UnreadableWaiver, "rule", $"The waiver names no rule of this record. {known}");
            return null;
        }
        if (waiver.Text("until") is not { } until || !CalendarDate.TryParse(until, out var date))
        {
            waiver.Report(FaultKind.UnreadableWaiver, "until", "The waiver has no last day. Write one, as in 'until: 2027-01-31'.");
            return null;
        }
        if (waiver.Text("because") is not { Length: > 0 } because)
        {
            waiver.Report(FaultKind.UnreadableWaiver, "because", "The waiver does not say why it was granted. Write it, as in 'because: …'.");
            return null;
        }
        var environments = waiver.CommaList("environments");
        // A misspelled or unreadable list must not turn an exception for one environment into one for all.
        return waiver.FaultCount == faults ? new(rule, environments, date, because) : null;
    }
}
