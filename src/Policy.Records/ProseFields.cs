namespace DecisionPolicies.Records;

/// <summary>
/// Reads the fields of records without front matter as if they stood there: bullets before the first section (MADR 2,
/// log4brains), lines such as <c>Date: 2016-02-12</c> and the section <c>## Status</c> (Nygard, adr-tools).
/// </summary>
internal static class ProseFields
{
    private static readonly string[] _fields = ["status", "date", "deciders", "decision-makers", "tags", "consulted", "informed"];

    /// <summary>The fields as a mapping; null where the prose has none.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="frontMatter">Where the prose begins.</param>
    public static YamlMapping? Of(string text, FrontMatter frontMatter)
    {
        var entries = new List<YamlEntry>();
        var status = new List<TextLine>();
        var links = new List<TextLine>();
        var inHead = true;
        var inStatus = false;
        foreach (var line in TextLine.OfProse(text, frontMatter.BodyStart, frontMatter.BodyLine))
        {
            if (line.StartsWith("## "))
            {
                inHead = false;
                inStatus = string.Equals(line.Text.Substring(3).Trim(), "status", StringComparison.OrdinalIgnoreCase);
            }
            else if (inHead && FieldOf(line) is { } field) Add(entries, field);
            else if (inStatus && line.Text.Trim().Length > 0) status.Add(line);
            // log4brains puts "- Supersedes [Title](file.md)" among the links at the end.
            else if ((line.StartsWith("-") || line.StartsWith("*")) && NamesRecord(line, SupersessionPhrase.Supersedes)) links.Add(line);
        }
        AddStatus(entries, status, links);
        return entries.Count == 0 ? null : new(entries, entries[0].Key.Place);
    }

    // Under "## Status" the first line is the status, unless a later one names a successor: adr-tools adds what supersedes and what
    // is superseded, a line each. The other lines are history.
    private static void AddStatus(List<YamlEntry> entries, List<TextLine> lines, List<TextLine> links)
    {
        var successors = lines.Where(line => NamesRecord(line, SupersessionPhrase.SupersededBy)).ToList();
        var words = lines.Where(line => !NamesRecord(line, SupersessionPhrase.Supersedes)).ToList();
        if (words.Count > 0) Add(entries, EntryOf(successors.Count > 0 ? successors[0] : words[0], "status", 0));
        AddAll(entries, "superseded-by", successors.Skip(1), SupersessionPhrase.SupersededBy);
        AddAll(entries, "supersedes", lines.Where(line => NamesRecord(line, SupersessionPhrase.Supersedes)).Concat(links), SupersessionPhrase.Supersedes);
    }

    private static void AddAll(List<YamlEntry> entries, string name, IEnumerable<TextLine> lines, string[] phrases)
    {
        var items = lines.Select(line => EntryOf(line, name, line.Length - AfterPhrase(line, phrases)!.Length)).ToList();
        if (items.Count > 0) Add(entries, new(items[0].Key, new YamlSequence([.. items.Select(item => item.Value)], items[0].Value.Place)));
    }

    private static bool NamesRecord(TextLine line, string[] phrases) =>
        AfterPhrase(line, phrases) is { } rest && Reference.AllInProse(rest).Any(reference => reference.Any(char.IsDigit));

    private static string? AfterPhrase(TextLine line, string[] phrases) =>
        SupersessionPhrase.After(line.Text.TrimStart(' ', '\t', '-', '*'), phrases);

    // The first of a kind counts.
    private static void Add(List<YamlEntry> entries, YamlEntry entry)
    {
        if (!entries.Exists(e => e.Key.Text == entry.Key.Text)) entries.Add(entry);
    }

    private static YamlEntry? FieldOf(TextLine line)
    {
        var text = line.Text;
        var colon = text.IndexOf(':');
        if (colon <= 0) return null;
        var name = text.Substring(0, colon).Trim('-', '*', ' ', '\t', '_').ToLowerInvariant().Replace(' ', '-');
        return _fields.Contains(name) ? EntryOf(line, name, colon + 1) : null;
    }

    private static YamlEntry EntryOf(TextLine line, string name, int from)
    {
        // Templates explain themselves in comments, which people leave behind.
        var whole = line.Text;
        var comment = whole.IndexOf("<!--", from, StringComparison.Ordinal);
        var value = comment < 0 ? whole.Substring(from) : whole.Substring(from, comment - from);
        var start = from + value.Length - value.TrimStart(' ', '\t', '*', '_', '-').Length;
        var text = value.Substring(start - from).TrimEnd(' ', '\t', '*', '_');
        var place = line.Place(start, text.Length);
        return new(new(name, true, place), new YamlScalar(text, false, place));
    }
}
