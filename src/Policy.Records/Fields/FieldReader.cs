namespace DecisionPolicies.Records;

/// <summary>Reads the fields of one mapping by name and type, and reports what does not fit.</summary>
internal sealed class FieldReader
{
    private readonly YamlMapping _mapping;
    private readonly List<Fault> _faults;

    public FieldReader(YamlMapping mapping, List<Fault> faults)
    {
        _mapping = mapping;
        _faults = faults;
    }

    /// <summary>The fields, in the order in which they stand.</summary>
    public IReadOnlyList<YamlEntry> Entries => _mapping.Entries;

    /// <summary>Where the mapping stands.</summary>
    public Place Place => _mapping.Place;

    /// <summary>How much has been reported so far, to tell whether reading something went well.</summary>
    public int FaultCount => _faults.Count;

    /// <summary>Whether an error was reported since there were so many faults.</summary>
    public bool HasErrorSince(int faultCount) => _faults.Skip(faultCount).Any(fault => fault.Kind.KeepsFromEmitting);

    /// <summary>The reader of a whole front matter; null where it is no mapping. Empty front matter has no fields.</summary>
    public static FieldReader? Of(YamlNode? root, List<Fault> faults)
    {
        if (root is null or YamlScalar { IsNull: true }) return new(new YamlMapping([], Place.Start), faults);
        if (root is YamlMapping mapping) return new(mapping, faults);
        faults.Add(new(FaultKind.UnreadableFrontMatter, root.Place, $"The front matter is {root.Description}; write 'key: value' lines."));
        return null;
    }

    /// <summary>These fields, and others where these lack them.</summary>
    public FieldReader With(YamlMapping others) =>
        new(_mapping with { Entries = [.. Entries, .. others.Entries.Where(other => Entry(other.Key.Text) is null)] }, _faults);

    /// <summary>The field of the first of these names that is set to something, without case.</summary>
    public YamlEntry? Entry(params string[] names) => Find(names, evenNull: false);

    public YamlNode? Node(string name) => Entry(name)?.Value;

    /// <summary>Where the value of the first of these fields stands, be it null.</summary>
    public Place? PlaceOf(params string[] names) => (Entry(names) ?? Find(names, evenNull: true))?.Value.Place;

    public string? Text(params string[] names) => Entry(names) switch
    {
        null => null,
        { Value: YamlScalar scalar } => scalar.Text.Trim(),
        // Templates write {proposed} where a word is to be filled in, and people leave the braces.
        { Value: YamlMapping { Entries: [{ Value: YamlScalar { IsLeftOpen: true } } only] } } => only.Key.Text.Trim(),
        { } other => WrongType<string>(other.Key.Text, other.Value, "text"),
    };

    /// <summary>A list of sentences. A scalar is a list of one: nothing gets lost for want of a dash.</summary>
    public ValueList<string> List(params string[] names) => Texts(Entry(names), scalar => [scalar.Text.Trim()]);

    /// <summary>A list of names, which may also be written in one line with commas between them.</summary>
    public ValueList<string> CommaList(params string[] names) =>
        Texts(Entry(names), scalar => scalar.Text.Split(',').Select(part => part.Trim()));

    /// <summary>The host environments that something holds in. A field that names none says less than it seems to.</summary>
    public ValueList<string> Environments(FaultKind kind)
    {
        const string name = "environments";
        var environments = CommaList(name);
        if (environments.Count == 0 && Find([name], evenNull: true) is not null)
        {
            Report(kind, name, "'environments' names no environment. Name one, as in 'environments: [Production]', or remove it for all.");
        }
        return environments;
    }

    public DateOnly? Date(params string[] names)
    {
        if (Text(names) is not { Length: > 0 } text) return null;
        if (Day.TryParse(text, out var date)) return date;
        var entry = Entry(names)!;
        Report(FaultKind.UnreadableDate, entry.Value.Place, $"'{text}' in '{entry.Key.Text}' is not a date; write it as 2026-08-02.");
        return null;
    }

    public FieldReader? Mapping(string name) => Node(name) switch
    {
        null => null,
        YamlMapping mapping => new(mapping, _faults),
        { } other => WrongType<FieldReader>(name, other, "a mapping"),
    };

    /// <summary>A list of mappings.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="kind">The fault to report for what is none: of what is enforced, nothing may get lost.</param>
    public IEnumerable<FieldReader> Mappings(string name, FaultKind kind)
    {
        var node = Node(name);
        if (node is null) return [];
        if (node is not YamlSequence sequence)
        {
            Report(kind, node.Place, $"'{name}' expects a list of mappings, and this is {node.Description}.");
            return [];
        }
        foreach (var item in sequence.Items.Where(item => item is not YamlMapping))
        {
            Report(kind, item.Place, $"'{name}' expects a mapping in each place of the list, and this is {item.Description}.");
        }
        return sequence.Items.OfType<YamlMapping>().Select(mapping => new FieldReader(mapping, _faults)).ToList();
    }

    /// <summary>Reports every field that is none of these, since what it says would be lost.</summary>
    public FieldReader Allow(string owner, params string[] known)
    {
        foreach (var entry in Entries.Where(entry => !known.Contains(entry.Key.Text)))
        {
            var hint = entry.Value is YamlScalar { Text: "" } ? " Text with a comma in it needs quotes inside { }." : "";
            Report(FaultKind.UnknownKey, entry.Key.Place,
                $"{owner} has no key '{entry.Key.Text}'.{Spelling.DidYouMean(entry.Key.Text, known)} It has: {string.Join(", ", known)}.{hint}");
        }
        return this;
    }

    /// <summary>Reports a fault at the field of the first of these names that is set, or else where the mapping stands.</summary>
    public void Report(FaultKind kind, string name, string message) => Report(kind, PlaceOf(name) ?? Place, message);

    public void Report(FaultKind kind, Place place, string message) => _faults.Add(new(kind, place, message));

    private YamlEntry? Find(string[] names, bool evenNull)
    {
        // Every field of every record is asked for, so this is a plain loop.
        foreach (var name in names)
        {
            for (var i = 0; i < Entries.Count; i++)
            {
                if (Is(Entries[i], name) && (evenNull || Entries[i].Value is not YamlScalar { IsNull: true })) return Entries[i];
            }
        }
        return null;
    }

    private static bool Is(YamlEntry entry, string name) => string.Equals(entry.Key.Text, name, StringComparison.OrdinalIgnoreCase);

    private ValueList<string> Texts(YamlEntry? entry, Func<YamlScalar, IEnumerable<string>> split)
    {
        switch (entry?.Value)
        {
            case null:
                return ValueList<string>.Empty;
            case YamlScalar scalar:
                return NonEmpty(split(scalar));
            case YamlSequence sequence:
                var texts = new List<string>(sequence.Items.Count);
                foreach (var item in sequence.Items)
                {
                    if (item is not YamlScalar text) WrongType<string>(entry.Key.Text, item, "text in each place of the list");
                    else if (!text.IsNull && text.Text.Trim() is { Length: > 0 } trimmed) texts.Add(trimmed);
                }
                return texts.ToValueList();
            // { Ann, Bob } is a mapping to YAML, and a list to whoever wrote it.
            case YamlMapping mapping when mapping.Entries.All(e => e.Value is YamlScalar { IsLeftOpen: true }):
                return NonEmpty(mapping.Entries.Select(e => e.Key.Text.Trim()));
            case { } other:
                WrongType<string>(entry.Key.Text, other, "a list of text");
                return ValueList<string>.Empty;
        }
    }

    private static ValueList<string> NonEmpty(IEnumerable<string> texts) => texts.Where(text => text.Length > 0).ToValueList();

    private T? WrongType<T>(string name, YamlNode node, string expected) where T : class
    {
        Report(FaultKind.WrongType, node.Place, $"'{name}' expects {expected}, and this is {node.Description}.");
        return null;
    }
}
