using DecisionPolicies.Tool.Records;

namespace DecisionPolicies.Tool.Due;

/// <summary>A day on which something of a record in force ends or is to be looked at again.</summary>
/// <param name="File">The record's file.</param>
/// <param name="Place">Where the day stands.</param>
/// <param name="Day">The day.</param>
/// <param name="What">What is due, as in <c>ADR-0001 (No DCR in the Registry) is to be looked at again</c>.</param>
internal sealed record DueDate(LogFile File, Place Place, DateOnly Day, string What)
{
    /// <summary>The days of all records that are accepted or proposed, the first to come first.</summary>
    /// <param name="log">The decision log.</param>
    public static IEnumerable<DueDate> AllOf(DecisionLog log) => log.Found()
        .Where(found => found.Record.Decision.IsInForce)
        .SelectMany(Of)
        .OrderBy(due => due.Day).ThenBy(due => due.File.Content.Path, StringComparer.Ordinal).ThenBy(due => due.Place.Line);

    private static IEnumerable<DueDate> Of(FoundRecord found)
    {
        var (record, file) = found;
        if (record.Decision.Revisit?.By is { } by) yield return new(file, PlaceOfRevisit(file.Fields), by, $"{record.Decision.Id} ({record.Decision.Title}) is to be looked at again by {by.InWords()}");
        foreach (var waiver in record.Decision.Waivers)
        {
            var environments = waiver.Environments.Count == 0 ? "" : $" in {string.Join(", ", waiver.Environments)}";
            yield return new(file, PlaceOfWaiver(file.Fields, waiver), waiver.Until, $"{record.Decision.Id}'s waiver of {waiver.Key ?? waiver.Rule}{environments} ends on {waiver.Until.InWords()} ({waiver.Because.TrimEnd('.')})");
        }
    }

    /// <summary>Where a record says when it is to be looked at again.</summary>
    /// <param name="fields">The record's fields.</param>
    public static Place PlaceOfRevisit(RecordFields fields) => fields.Key("revisit")?.Value switch
    {
        YamlMapping revisit => ValueOf(revisit, "by")?.Place ?? revisit.Place,
        { } day => day.Place,
        null => Place.Start,
    };

    // The one of this day and this rule; a record may waive one rule for several environments.
    private static Place PlaceOfWaiver(RecordFields fields, Waiver waiver) =>
        (fields.Key("waivers")?.Value as YamlSequence)?.Items.OfType<YamlMapping>()
            .Where(item => IsText(item, "rule", waiver.Rule) && IsText(item, "because", waiver.Because))
            .Select(item => ValueOf(item, "until")?.Place)
            .FirstOrDefault(place => place is not null) ?? Place.Start;

    private static bool IsText(YamlMapping mapping, string name, string text) =>
        ValueOf(mapping, name) is YamlScalar scalar && string.Equals(scalar.Text.Trim(), text, StringComparison.OrdinalIgnoreCase);

    private static YamlNode? ValueOf(YamlMapping mapping, string name) =>
        mapping.Entries.FirstOrDefault(entry => string.Equals(entry.Key.Text, name, StringComparison.OrdinalIgnoreCase))?.Value;
}
