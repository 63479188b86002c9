namespace DecisionPolicies.Tool.Configuration;

/// <summary>The names of a file, each as one text however often it occurs: a large file has few names, and repeats them.</summary>
internal sealed class NamePool
{
    // A file whose names all differ is not repeated here.
    private const int MostNames = 1024;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Begins without any name.</summary>
    public NamePool() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A name.</summary>
    /// <param name="name">Its characters.</param>
    public string Of(ReadOnlySpan<char> name)
    {
        if (_lookup.TryGetValue(name, out var known)) return known;
        var text = name.ToString();
        if (_names.Count < MostNames) _names.Add(text);
        return text;
    }
}
