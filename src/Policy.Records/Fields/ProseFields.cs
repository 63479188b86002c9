using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>
/// Reads the fields of records without front matter as if front matter held them: bullets before the first section (MADR 2,
/// log4brains), lines such as <c>Date: 2016-02-12</c> and the section <c>## Status</c> (Nygard, adr-tools).
/// </summary>
internal sealed class ProseFields
{
    private const int SectionLevel = 2;
    private static readonly string[] _fields = ["status", "date", "deciders", "decision-makers", "tags", "consulted", "informed"];

    private readonly MarkdownBody _body;
    private readonly List<YamlEntry> _entries = [];
    private readonly List<ShownLine> _status = [];
    private readonly List<ShownLine> _links = [];
    private ShownLine? _aside;
    private bool _isInHead = true;
    private bool _isInStatus;

    private ProseFields(MarkdownBody body) => _body = body;

    /// <summary>The fields as a mapping; null if the prose does not have any.</summary>
    /// <param name="body">The record's text.</param>
    public static YamlMapping? Of(MarkdownBody body) => new ProseFields(body).Read();

    /// <summary>Whether a block is the heading of the section that holds the status.</summary>
    /// <param name="body">The record's text.</param>
    /// <param name="block">A block of it.</param>
    public static bool IsStatusHeading(MarkdownBody body, Block block) =>
        block.Level == SectionLevel && string.Equals(body.WordsOf(block), "status", StringComparison.OrdinalIgnoreCase);

    private YamlMapping? Read()
    {
        foreach (var block in _body.Blocks)
        {
            if (block.Level == SectionLevel) ReadSection(block);
            else ReadLines(block);
        }
        AddStatus();
        return _entries.Count == 0 ? null : new(_entries, _entries[0].Key.Place);
    }

    private void ReadSection(Block heading)
    {
        // By CommonMark, text directly above a line '---' is a heading. If fields or a status are there, the author meant a rule below them.
        if (heading.IsSetext && (_isInHead || (_isInStatus && _status.Count == 0)))
        {
            var lines = ShownLine.Of(_body, heading).Where(line => line.Line.Number < heading.LastLine).ToList();
            var fields = lines.Select(FieldOf).OfType<YamlEntry>().ToList();
            if (_isInHead) fields.ForEach(Add);
            else _status.AddRange(lines);
            if (fields.Count > 0) return;
        }
        // Some authors underline the title with '---'. The first block of the text does not begin a section.
        var isTitle = heading.IsSetext && _isInHead && heading.Start == FirstStart();
        _isInHead &= isTitle;
        _isInStatus = IsStatusHeading(_body, heading);
    }

    private int FirstStart() => _body.Blocks.First().Start;

    private void ReadLines(Block block)
    {
        foreach (var leaf in _body.LeavesOf(block))
        {
            if (leaf.IsQuoted || leaf.Kind == BlockKind.Table)
            {
                if (_isInStatus) _aside ??= ShownLine.Of(_body, leaf).FirstOrDefault();
                continue;
            }
            if (leaf.Kind is not (BlockKind.Paragraph or BlockKind.Html or BlockKind.Heading)) continue;
            foreach (var line in ShownLine.Of(_body, leaf))
            {
                if (!line.IsBlank) ReadLine(line);
            }
        }
    }

    private void ReadLine(ShownLine line)
    {
        if (_isInHead && FieldOf(line) is { } field) Add(field);
        else if (_isInStatus) _status.Add(line);
        // log4brains puts "- Supersedes [Title](file.md)" among the links at the end.
        else if (line.Text[0] is '-' or '*' && NamesRecord(line, SupersessionPhrase.Supersedes)) _links.Add(line);
    }

    // Under "## Status" the first line is the status, unless a later line names a successor: adr-tools adds a line for each record that
    // supersedes this one or that it supersedes. The other lines are history.
    private void AddStatus()
    {
        var successors = _status.Where(line => NamesRecord(line, SupersessionPhrase.SupersededBy)).ToList();
        var words = _status.Where(line => !NamesRecord(line, SupersessionPhrase.Supersedes)).ToList();
        // A quotation or a table is not a status, but it is all that the record has in its place.
        var status = successors.Concat(words).Select(line => (ShownLine?)line).FirstOrDefault() ?? _aside;
        if (status is { Line.IsNone: false } line) Add(EntryOf(line, "status", 0));
        AddAll("superseded-by", successors.Skip(1), SupersessionPhrase.SupersededBy);
        AddAll("supersedes", _status.Where(line => NamesRecord(line, SupersessionPhrase.Supersedes)).Concat(_links), SupersessionPhrase.Supersedes);
    }

    private void AddAll(string name, IEnumerable<ShownLine> lines, string[] phrases)
    {
        var items = lines.Select(line => EntryOf(line, name, line.Text.Length - AfterPhrase(line, phrases)!.Length)).ToList();
        if (items.Count > 0) Add(new(items[0].Key, new YamlSequence([.. items.Select(item => item.Value)], items[0].Value.Place)));
    }

    private static bool NamesRecord(ShownLine line, string[] phrases) =>
        AfterPhrase(line, phrases) is { } rest && Reference.AllInProse(rest).Any(reference => reference.Any(char.IsDigit));

    private static string? AfterPhrase(ShownLine line, string[] phrases) =>
        SupersessionPhrase.After(line.Text.TrimStart(' ', '\t', '-', '*'), phrases);

    // The first field of each name counts.
    private void Add(YamlEntry entry)
    {
        if (!_entries.Exists(e => e.Key.Text == entry.Key.Text)) _entries.Add(entry);
    }

    private static YamlEntry? FieldOf(ShownLine line)
    {
        var text = line.Text;
        var colon = text.IndexOf(':');
        if (colon <= 0) return null;
        var name = text.Substring(0, colon).Trim('-', '*', ' ', '\t', '_').ToLowerInvariant().Replace(' ', '-');
        return _fields.Contains(name) ? EntryOf(line, name, colon + 1) : null;
    }

    private static YamlEntry EntryOf(ShownLine line, string name, int from)
    {
        var value = line.Text.Substring(from);
        var start = from + value.Length - value.TrimStart(' ', '\t', '*', '_', '-').Length;
        var text = value.Substring(start - from).TrimEnd(' ', '\t', '*', '_');
        var place = line.Line.Place(start, text.Length);
        return new(new(name, true, place), new YamlScalar(text, false, place));
    }
}
