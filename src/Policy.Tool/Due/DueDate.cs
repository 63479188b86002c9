using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Due;

/// <summary>A date by which to revisit a decision in force, or on which one of its waivers expires.</summary>
/// <param name="Record">The record and its file.</param>
/// <param name="Place">Where the record says so.</param>
/// <param name="Day">The date.</param>
/// <param name="Waiver">The waiver that expires; null if the decision is to be revisited.</param>
internal sealed record DueDate(FoundRecord Record, Place Place, DateOnly Day, Waiver? Waiver)
{
    /// <summary>What is due.</summary>
    public DueKind Kind => Waiver is null ? DueKind.Revisit : DueKind.Waiver;

    /// <summary>The file, relative to the repository, with forward slashes.</summary>
    public string Path => Record.File.Content.Path;

    /// <summary>The decision.</summary>
    public DecisionPolicy Decision => Record.Record.Decision;

    /// <summary>The dates of all records that are accepted or proposed, in order.</summary>
    /// <param name="log">The decision log.</param>
    public static IEnumerable<DueDate> AllOf(DecisionLog log) => log.Found()
        .Where(found => found.Record.Decision.IsInForce)
        .SelectMany(Of)
        .OrderBy(due => due.Day).ThenBy(due => due.Path, StringComparer.Ordinal).ThenBy(due => due.Place.Line);

    private static IEnumerable<DueDate> Of(FoundRecord found)
    {
        var fields = found.File.Fields;
        if (found.Record.Decision.Revisit?.By is { } by) yield return new(found, PlaceOfRevisit(fields), by, null);
        foreach (var waiver in found.Record.Decision.Waivers) yield return new(found, PlaceOfWaiver(fields, waiver), waiver.Until, waiver);
    }

    /// <summary>Where a record says when to revisit the decision.</summary>
    /// <param name="fields">The record's fields.</param>
    public static Place PlaceOfRevisit(RecordFields fields) => fields.Key("revisit")?.Value switch
    {
        YamlMapping revisit => ValueOf(revisit, "by")?.Place ?? revisit.Place,
        { } day => day.Place,
        null => Place.Start,
    };

    // Matches date, rule and reason; a record may waive one rule for several environments.
    private static Place PlaceOfWaiver(RecordFields fields, Waiver waiver) =>
        (fields.Key("waivers")?.Value as YamlSequence)?.Items.OfType<YamlMapping>()
            .Where(item => IsText(item, "rule", waiver.Rule) && IsText(item, "because", waiver.Because) && IsOn(item, waiver.Until))
            .Select(item => ValueOf(item, "until")?.Place)
            .FirstOrDefault(place => place is not null) ?? Place.Start;

    private static bool IsOn(YamlMapping waiver, DateOnly until) =>
        ValueOf(waiver, "until") is YamlScalar scalar && Rules.Day.TryParse(scalar.Text, out var day) && day == until;

    private static bool IsText(YamlMapping mapping, string name, string text) =>
        ValueOf(mapping, name) is YamlScalar scalar && string.Equals(scalar.Text.Trim(), text, StringComparison.OrdinalIgnoreCase);

    private static YamlNode? ValueOf(YamlMapping mapping, string name) =>
        mapping.Entries.FirstOrDefault(entry => string.Equals(entry.Key.Text, name, StringComparison.OrdinalIgnoreCase))?.Value;
}

/// <summary>What is due.</summary>
internal enum DueKind
{
    /// <summary>The decision is to be revisited.</summary>
    Revisit,

    /// <summary>A waiver expires.</summary>
    Waiver,
}
