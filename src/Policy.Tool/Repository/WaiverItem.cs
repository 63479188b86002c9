namespace DecisionPolicies.Tool.Repository;

/// <summary>Finds where a record states a waiver. A waiver itself does not hold places, so text that only moves changes nothing.</summary>
internal static class WaiverItem
{
    /// <summary>Where a part of a waiver is; the start of the file if it is not found.</summary>
    /// <param name="fields">The record's fields.</param>
    /// <param name="waiver">The waiver.</param>
    /// <param name="name">The part, as in <c>until</c>.</param>
    // Matches date, rule and reason; a record may waive one rule for several environments.
    public static Place PlaceOf(RecordFields fields, Waiver waiver, string name) =>
        (fields.Key("waivers")?.Value as YamlSequence)?.Items.OfType<YamlMapping>()
            .Where(item => IsText(item, "rule", waiver.Rule) && IsText(item, "because", waiver.Because) && IsOn(item, waiver.Until))
            .Select(item => ValueOf(item, name)?.Place)
            .FirstOrDefault(place => place is not null) ?? Place.Start;

    /// <summary>The value of a key, ignoring case; null if the mapping does not have it.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="name">The key.</param>
    public static YamlNode? ValueOf(YamlMapping mapping, string name) =>
        mapping.Entries.FirstOrDefault(entry => string.Equals(entry.Key.Text, name, StringComparison.OrdinalIgnoreCase))?.Value;

    private static bool IsOn(YamlMapping waiver, DateOnly until) =>
        ValueOf(waiver, "until") is YamlScalar scalar && Rules.Day.TryParse(scalar.Text, out var day) && day == until;

    private static bool IsText(YamlMapping mapping, string name, string text) =>
        ValueOf(mapping, name) is YamlScalar scalar && string.Equals(scalar.Text.Trim(), text, StringComparison.OrdinalIgnoreCase);
}
