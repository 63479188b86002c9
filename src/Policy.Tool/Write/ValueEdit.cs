namespace DecisionPolicies.Tool.Write;

/// <summary>Writes the value of a key in front matter, and keeps its quotes and what follows it on its line.</summary>
internal static class ValueEdit
{
    /// <summary>The text with another value; null if the value is not on one line, or holds more than a word.</summary>
    /// <param name="edited">The text.</param>
    /// <param name="entry">The key and its value.</param>
    /// <param name="change">Makes the new value from the old one.</param>
    public static EditedText? Write(EditedText edited, YamlEntry entry, Func<string, string> change) => entry.Value switch
    {
        YamlScalar { IsLeftOpen: true } => WriteOpen(edited, entry, YamlText.Scalar(change(""))),
        // A template's braces: {proposed}.
        YamlMapping { Entries: [{ Value: YamlScalar { IsLeftOpen: true } } only] } when edited.At(entry.Value.Place) is ['{', .., '}'] =>
            edited.Replace(entry.Value.Place, YamlText.Scalar(change(only.Key.Text))),
        YamlScalar scalar when edited.At(scalar.Place) is { Length: > 0 } written && Quotes(written, scalar) is { } quotes =>
            edited.Replace(scalar.Place, Quoted(quotes, change(scalar.IsNull ? "" : scalar.Text))),
        _ => null,
    };

    // 'key:' followed by nothing or a comment.
    private static EditedText? WriteOpen(EditedText edited, YamlEntry entry, string value)
    {
        var line = edited.Line(entry.Key.Place.Line).Text;
        var colon = entry.Key.Place.EndColumn - 1;
        if (colon >= line.Length || line[colon] != ':' || line[(colon + 1)..].TrimStart() is not ("" or ['#', ..])) return null;
        return edited.Replace(new(entry.Key.Place.Line, colon + 2, entry.Key.Place.Line, colon + 2), " " + value);
    }

    private static string? Quotes(string written, YamlScalar scalar) => written switch
    {
        ['"', .., '"'] => "\"",
        ['\'', .., '\''] => "'",
        _ when scalar.IsPlain && written.Trim() == scalar.Text.Trim() => "",
        _ => null,
    };

    private static string Quoted(string quotes, string value) => quotes switch
    {
        "" => YamlText.Scalar(value),
        "'" => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => YamlText.Quoted(value),
    };
}
