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

    /// <summary>The fields, in the order of the text.</summary>
    public IReadOnlyList<YamlEntry> Entries => _mapping.Entries;

    /// <summary>The place of the mapping.</summary>
    public Place Place => _mapping.Place;

    /// <summary>The number of faults reported so far. A caller compares it to find out whether reading succeeded.</summary>
    public int FaultCount => _faults.Count;

    /// <summary>Whether a fault of a kind was reported.</summary>
    /// <param name="kind">The kind.</param>
    public bool HasFault(FaultKind kind) => _faults.Exists(fault => fault.Kind == kind);

    /// <summary>Whether an error was reported after this number of faults.</summary>
    public bool HasErrorSince(int faultCount) => _faults.Skip(faultCount).Any(fault => fault.KeepsFromEmitting);

    /// <summary>The reader of the whole front matter; null if it is not a mapping. Empty front matter is a mapping without fields.</summary>
    public static FieldReader? Of(YamlNode? root, List<Fault> faults)
    {
        if (root is null or YamlScalar { IsNull: true }) return new(new YamlMapping([], Place.Start), faults);
        if (root is YamlMapping mapping) return new(mapping, faults);
        faults.Add(new(FaultKind.UnreadableFrontMatter, root.Place,
            $"The front matter is {root.Description}, not a mapping. Write lines of the form 'key: value'."));
        return null;
    }

    /// <summary>These fields, completed by other fields that are missing here.</summary>
    public FieldReader With(YamlMapping others) => others.Entries.Count == 0 ? this :
        new(_mapping with { Entries = [.. Entries, .. others.Entries.Where(other => Entry(other.Key.Text) is null)] }, _faults);

    /// <summary>The field with the first of these names that has a value, ignoring case.</summary>
    public YamlEntry? Entry(params string[] names) => Find(names, evenNull: false);

    public YamlNode? Node(string name) => Entry(name)?.Value;

    /// <summary>The place of the value of the first of these fields, even if the value is null.</summary>
    public Place? PlaceOf(params string[] names) => (Entry(names) ?? Find(names, evenNull: true))?.Value.Place;

    public string? Text(params string[] names) => Entry(names) switch
    {
        null => null,
        { Value: YamlScalar scalar } => scalar.Text.Trim(),
        // Templates write {proposed} as a placeholder, and people leave the braces.
        { Value: YamlMapping { Entries: [{ Value: YamlScalar { IsLeftOpen: true } } only] } } => only.Key.Text.Trim(),
        { } other => WrongType<string>(other.Key.Text, other.Value, "text"),
    };

    /// <summary>The text of a field and its place, without a fault if it is not text.</summary>
    /// <param name="name">The field's name.</param>
    public (string Text, Place Place)? PlacedText(string name) => Node(name) switch
    {
        YamlScalar scalar => (scalar.Text.Trim(), scalar.Place),
        YamlMapping { Entries: [{ Value: YamlScalar { IsLeftOpen: true } } only] } mapping => (only.Key.Text.Trim(), mapping.Place),
        YamlSequence { Items: [YamlScalar only] } => (only.Text.Trim(), only.Place),
        _ => null,
    };

    /// <summary>A list of sentences. A scalar is a list of one item, so a missing dash loses nothing.</summary>
    public ValueList<string> List(params string[] names) => Texts(Entry(names), scalar => [scalar.Text.Trim()]);

    /// <summary>A list of names, which may also be one line with commas between the names.</summary>
    public ValueList<string> CommaList(params string[] names) =>
        Texts(Entry(names), scalar => scalar.Text.Split(',').Select(part => part.Trim()));

    /// <summary>The host environments to which something applies. An empty field is a fault, because it says less than it seems to.</summary>
    public ValueList<string> Environments(FaultKind kind)
    {
        const string name = "environments";
        var environments = CommaList(name);
        if (environments.Count == 0 && Find([name], evenNull: true) is not null)
        {
            Report(kind, name, "'environments' is empty. Name an environment, as in 'environments: [Production]', or remove 'environments' to mean all.");
        }
        return environments;
    }

    public DateOnly? Date(params string[] names)
    {
        if (Text(names) is not { Length: > 0 } text) return null;
        if (Day.TryParse(text, out var date)) return date;
        var entry = Entry(names)!;
        Report(FaultKind.UnreadableDate, entry.Value.Place, $"'{text}' in '{entry.Key.Text}' is not a date. Write it in the form 2026-08-02.");
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
    /// <param name="kind">The fault to report for an item that is not a mapping: nothing that is enforced may get lost.</param>
    public IEnumerable<FieldReader> Mappings(string name, FaultKind kind)
    {
        var node = Node(name);
        if (node is null) return [];
        if (node is not YamlSequence sequence)
        {
            Report(kind, node.Place, $"'{name}' must be a list of mappings, but it is {node.Description}.");
            return [];
        }
        foreach (var item in sequence.Items.Where(item => item is not YamlMapping))
        {
            ReportItem(kind, name, item, "a mapping");
        }
        return sequence.Items.OfType<YamlMapping>().Select(mapping => new FieldReader(mapping, _faults)).ToList();
    }

    /// <summary>Reports every other field, because its content would be lost.</summary>
    /// <param name="owner">What has the fields, as in <c>a waiver</c>.</param>
    /// <param name="severity">How much it matters.</param>
    /// <param name="known">The fields that belong here.</param>
    public FieldReader Allow(string owner, Severity severity, params string[] known)
    {
        foreach (var entry in Entries.Where(entry => !known.Contains(entry.Key.Text)))
        {
            var hint = entry.Value is YamlScalar { Text: "" } ? " Inside { }, text that contains a comma needs quotes." : "";
            ReportUnknown(FaultKind.UnknownKey, entry.Key, owner, known, hint, severity);
        }
        return this;
    }

    /// <summary>Reports a key that does not belong here.</summary>
    /// <param name="kind">The kind of fault.</param>
    /// <param name="key">The key.</param>
    /// <param name="owner">What has the key, as in <c>a rule</c>.</param>
    /// <param name="known">The keys that belong here.</param>
    /// <param name="hint">One more sentence, with a space in front.</param>
    /// <param name="severity">How much it matters, if less than its kind.</param>
    public void ReportUnknown(
        FaultKind kind, YamlScalar key, string owner, IReadOnlyCollection<string> known, string hint = "", Severity severity = Severity.Error) =>
        Report(
            severity < kind.Severity ? severity : kind.Severity,
            kind,
            key.Place,
            $"Unknown key '{key.Text}' in {owner}.{Spelling.DidYouMean(key.Text, known)} Allowed keys: {string.Join(", ", known)}.{hint}");

    /// <summary>Reports a fault at the field with this name or, if it is missing, at the mapping.</summary>
    public void Report(FaultKind kind, string name, string message) => Report(kind, PlaceOf(name) ?? Place, message);

    private void Report(Severity severity, FaultKind kind, Place place, string message) =>
        _faults.Add(new(kind, place, message) { Severity = severity });

    public void Report(FaultKind kind, Place place, string message) => _faults.Add(new(kind, place, message));

    private YamlEntry? Find(string[] names, bool evenNull)
    {
        // This runs for every field of every record, so it is a plain loop.
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
                    if (item is not YamlScalar text) ReportItem(FaultKind.WrongType, entry.Key.Text, item, "text");
                    else if (!text.IsNull && text.Text.Trim() is { Length: > 0 } trimmed) texts.Add(trimmed);
                }
                return texts.ToValueList();
            // To YAML, { Ann, Bob } is a mapping; the author means a list.
            case YamlMapping mapping when mapping.Entries.All(e => e.Value is YamlScalar { IsLeftOpen: true }):
                return NonEmpty(mapping.Entries.Select(e => e.Key.Text.Trim()));
            case { } other:
                WrongType<string>(entry.Key.Text, other, "a list of text");
                return ValueList<string>.Empty;
        }
    }

    private static ValueList<string> NonEmpty(IEnumerable<string> texts) => texts.Where(text => text.Length > 0).ToValueList();

    private void ReportItem(FaultKind kind, string name, YamlNode item, string expected) =>
        Report(kind, item.Place, $"In '{name}', each item must be {expected}, but this one is {item.Description}.");

    private T? WrongType<T>(string name, YamlNode node, string expected) where T : class
    {
        Report(FaultKind.WrongType, node.Place, $"'{name}' must be {expected}, but it is {node.Description}.");
        return null;
    }
}
