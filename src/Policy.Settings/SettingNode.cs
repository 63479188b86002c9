namespace DecisionPolicies.Settings;

/// <summary>
/// One segment of a key in a settings file, with what is below it. It is a tree, because a list of full keys could be far longer
/// than the file.
/// </summary>
internal sealed class SettingNode
{
    // Most objects are small, and most nodes are values: searching a few children is faster than hashing them.
    private const int FewChildren = 8;

    // The only child, or a list: a large file has very many objects with one member.
    private object? _children;

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
    public IReadOnlyList<SettingNode> Children => _children switch
    {
        null => [],
        SettingNode only => [only],
        var several => (ChildList)several,
    };

    /// <summary>The length of the full key, in characters.</summary>
    internal int KeyLength { get; }

    /// <summary>The number of segments of the full key.</summary>
    internal int Depth { get; private init; }

    /// <summary>
    /// Whether the key of a segment below is within the limits. A short text can write very many keys, each as deep as it is long.
    /// </summary>
    /// <param name="length">The length of the segment.</param>
    internal bool HasRoomFor(int length) => KeyLength + length + 1 <= PatternLimit.Characters && Depth < PatternLimit.Segments;

    /// <summary>The node one segment below, compared ignoring case; null if there is none.</summary>
    /// <param name="segment">The segment.</param>
    public SettingNode? Find(string segment) => _children switch
    {
        null => null,
        SettingNode only => string.Equals(only.Segment, segment, StringComparison.OrdinalIgnoreCase) ? only : null,
        var several => ((ChildList)several).Find(segment),
    };

    internal SettingNode Below(string segment, Place keyPlace)
    {
        if (Find(segment) is { } found) return found;
        // The root's own key is empty and needs no separator.
        var child = new SettingNode(segment, keyPlace, KeyLength + segment.Length + 1) { Depth = Depth + 1 };
        if (_children is null) _children = child;
        else if (_children is ChildList several) several.Put(child);
        else _children = new ChildList((SettingNode)_children, child);
        return child;
    }

    internal void Set(string? value, Place place)
    {
        IsSet = true;
        Value = value;
        ValuePlace = place;
    }

    // Several children, in the order of the file.
    private sealed class ChildList : List<SettingNode>
    {
        private Dictionary<string, SettingNode>? _bySegment;

        public ChildList(SettingNode first, SettingNode second)
            : base(2)
        {
            Add(first);
            Add(second);
        }

        public SettingNode? Find(string segment)
        {
            if (_bySegment is not null) return _bySegment.TryGetValue(segment, out var found) ? found : null;
            for (var i = 0; i < Count; i++)
            {
                if (string.Equals(this[i].Segment, segment, StringComparison.OrdinalIgnoreCase)) return this[i];
            }
            return null;
        }

        public void Put(SettingNode child)
        {
            Add(child);
            if (_bySegment is not null) _bySegment.Add(child.Segment, child);
            else if (Count > FewChildren) _bySegment = this.ToDictionary(each => each.Segment, StringComparer.OrdinalIgnoreCase);
        }
    }
}
