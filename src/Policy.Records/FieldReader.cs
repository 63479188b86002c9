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

    /// <summary>The reader of a whole front matter; null where it is no mapping. Empty front matter has no fields.</summary>
    public static FieldReader? Of(YamlNode? root, List<Fault> faults)
    {
        if (root is null or YamlScalar { IsNull: true }) return new(new YamlMapping([], Place.Start), faults);
        if (root is YamlMapping mapping) return new(mapping, faults);
        faults.Add(new(FaultKind.UnreadableFrontMatter, root.Place, $"The front matter is {root.Description}; write 'key: value' lines."));
        return null;
    }

    public YamlNode? Node(string name) =>
        _mapping.Entries.FirstOrDefault(e => Is(e, name))?.Value is { } node and not YamlScalar { IsNull: true } ? node : null;

    public Place? PlaceOf(string name) => _mapping.Entries.FirstOrDefault(e => Is(e, name))?.Value.Place;

    public string? Text(string name) => Node(name) switch
    {
        null => null,
        YamlScalar scalar => scalar.Text.Trim(),
        { } other => WrongType<string>(name, other, "text"),
    };

    /// <summary>A list of sentences. A scalar is a list of one: nothing gets lost for want of a dash.</summary>
    public ValueList<string> List(string name) => Texts(name, scalar => [scalar.Text.Trim()]);

    /// <summary>A list of names, which may also be written in one line with commas between them.</summary>
    public ValueList<string> CommaList(string name) =>
        Texts(name, scalar => scalar.Text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0));

    public CalendarDate? Date(string name)
    {
        if (Text(name) is not { Length: > 0 } text) return null;
        if (CalendarDate.TryParse(text, out var date)) return date;
        Report(FaultKind.UnreadableDate, name, $"'{text}' in '{name}' is not a date; write it as 2026-08-02.");
        return null;
    }

    public FieldReader? Mapping(string name) => Node(name) switch
    {
        null => null,
        YamlMapping mapping => new(mapping, _faults),
        { } other => WrongType<FieldReader>(name, other, "a mapping"),
    };

    public IEnumerable<FieldReader> Mappings(string name)
    {
        var node = Node(name);
        if (node is null) return [];
        if (node is not YamlSequence sequence)
        {
            WrongType<FieldReader>(name, node, "a list of mappings");
            return [];
        }
        foreach (var item in sequence.Items.Where(item => item is not YamlMapping))
        {
            WrongType<FieldReader>(name, item, "a mapping in each place of the list");
        }
        return sequence.Items.OfType<YamlMapping>().Select(mapping => new FieldReader(mapping, _faults)).ToList();
    }

    /// <summary>Reports every field that is none of these, since what it says would be lost.</summary>
    public FieldReader Allow(string owner, params string[] known)
    {
        foreach (var entry in Entries.Where(entry => !known.Contains(entry.Key.Text)))
        {
            var hint = entry.Value is YamlScalar { Text: "" } ? " Text with a comma in it needs quotes inside { }." : "";
            Report(FaultKind.UnknownKey, entry.Key.Place, $"{owner} has no key '{entry.Key.Text}'. It has: {string.Join(", ", known)}.{hint}");
        }
        return this;
    }

    public void Report(FaultKind kind, string name, string message) => Report(kind, PlaceOf(name) ?? Place, message);

    public void Report(FaultKind kind, Place place, string message) => _faults.Add(new(kind, place, message));

    private ValueList<string> Texts(string name, Func<YamlScalar, IEnumerable<string>> split)
    {
        switch (Node(name))
        {
            case null:
                return ValueList<string>.Empty;
            case YamlScalar scalar:
                return split(scalar).ToValueList();
            case YamlSequence sequence:
                foreach (var item in sequence.Items.Where(item => item is not YamlScalar)) WrongType<string>(name, item, "text in each place of the list");
                return sequence.Items.OfType<YamlScalar>().Where(item => !item.IsNull).Select(item => item.Text.Trim()).Where(text => text.Length > 0).ToValueList();
            case { } other:
                WrongType<string>(name, other, "a list of text");
                return ValueList<string>.Empty;
        }
    }

    private static bool Is(YamlEntry entry, string name) => string.Equals(entry.Key.Text, name, StringComparison.OrdinalIgnoreCase);

    private T? WrongType<T>(string name, YamlNode node, string expected) where T : class
    {
        Report(FaultKind.WrongType, node.Place, $"'{name}' expects {expected}, and this is {node.Description}.");
        return null;
    }
}
