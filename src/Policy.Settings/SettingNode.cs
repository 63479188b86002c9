namespace DecisionPolicies.Settings;

/// <summary>
/// One segment of a key in a settings file, with what is below it. It is a tree, because a list of full keys could be far longer
/// than the file.
/// </summary>
internal sealed class SettingNode
{
    // Most objects are small, and most nodes are values: searching a few children is faster than hashing them.
    private const int FewChildren = 8;

    private List<SettingNode>? _children;
    private Dictionary<string, SettingNode>? _bySegment;

    internal SettingNode(string segment, Place keyPlace, int keyLength)
    {
        Segment = segment;
        KeyPlace = keyPlace;
        KeyLength = keyLength;
    }

    /// <summary>The segment as the file spells it first.</summary>
    public string Segment { get; }

    /// <summary>Where the key is; for an element of an array, where the element is.</summary>
    public Place KeyPlace { get; }

    /// <summary>Whether the key itself is set, even to null.</summary>
    public bool IsSet { get; private set; }

    /// <summary>The value, as the configuration has it: <c>True</c> for true, a number as it is written, null for null and for an empty object.</summary>
    public string? Value { get; private set; }

    /// <summary>Where the value is, if the key is set.</summary>
    public Place ValuePlace { get; private set; }

    /// <summary>The nodes below, in the order of the file.</summary>
    public IReadOnlyList<SettingNode> Children => _children ?? (IReadOnlyList<SettingNode>)[];

    /// <summary>The length of the full key, in characters.</summary>
    internal int KeyLength { get; }

    /// <summary>The node one segment below, compared ignoring case; null if there is none.</summary>
    /// <param name="segment">The segment.</param>
    public SettingNode? Find(string segment)
    {
        if (_bySegment is not null) return _bySegment.TryGetValue(segment, out var found) ? found : null;
        for (var i = 0; i < _children?.Count; i++)
        {
            if (string.Equals(_children[i].Segment, segment, StringComparison.OrdinalIgnoreCase)) return _children[i];
        }
        return null;
    }

    internal SettingNode Below(string segment, Place keyPlace)
    {
        if (Find(segment) is { } found) return found;
        // The root's own key is empty and needs no separator.
        var child = new SettingNode(segment, keyPlace, KeyLength + segment.Length + 1);
        // Room for one: most of a file's many small objects have one member.
        (_children ??= new(1)).Add(child);
        if (_bySegment is not null) _bySegment.Add(segment, child);
        else if (_children.Count > FewChildren) _bySegment = _children.ToDictionary(c => c.Segment, StringComparer.OrdinalIgnoreCase);
        return child;
    }

    internal void Set(string? value, Place place)
    {
        IsSet = true;
        Value = value;
        ValuePlace = place;
    }
}
