namespace DecisionPolicies.Records;

/// <summary>
/// Reads the plain lines <c>key: value</c> of front matter that is not valid YAML, such as <c>title: Queues: one is enough</c>. It is for
/// records without rules alone: a rule is never read by guessing.
/// </summary>
internal static class LooseFrontMatter
{
    /// <summary>The fields. A key that occurs twice with different values is left out.</summary>
    /// <param name="yaml">The text between the two lines <c>---</c>.</param>
    public static YamlMapping Read(string yaml)
    {
        var entries = new Dictionary<string, YamlEntry>(StringComparer.OrdinalIgnoreCase);
        var twice = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in TextLine.Of(yaml, 0, FrontMatter.FirstLine))
        {
            if (EntryOf(line) is not { } entry) continue;
            if (!entries.TryGetValue(entry.Key.Text, out var same)) entries.Add(entry.Key.Text, entry);
            else if (((YamlScalar)same.Value).Text != ((YamlScalar)entry.Value).Text) twice.Add(entry.Key.Text);
        }
        return new([.. entries.Values.Where(entry => !twice.Contains(entry.Key.Text)).OrderBy(entry => entry.Key.Place.Line)], Place.Start);
    }

    private static YamlEntry? EntryOf(TextLine line)
    {
        var text = line.Text;
        var colon = text.IndexOf(':');
        if (colon <= 0 || !char.IsLetter(text[0]) || !text.Substring(0, colon).All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or ' ')) return null;
        var start = colon + 1;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        var value = text.Substring(start).TrimEnd();
        // A list, a mapping or a block is more than a word.
        if (value.Length == 0 || "[{|>&*".IndexOf(value[0]) >= 0) return null;
        if (value is ['"', .., '"'] or ['\'', .., '\''] && value.Length > 1) (value, start) = (value.Substring(1, value.Length - 2), start + 1);
        return new(new(text.Substring(0, colon).TrimEnd(), true, line.Place(0, colon)), new YamlScalar(value, false, line.Place(start, value.Length)));
    }
}
