using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration.Toml;

/// <summary>How a table of TOML was defined, which decides what may be added to it.</summary>
internal enum TomlTableKind
{
    /// <summary>Only as the table around others: <c>a</c> in <c>[a.b]</c>. It can still be defined.</summary>
    Around,

    /// <summary>By dotted keys: <c>a</c> in <c>a.b = 1</c>. More such keys can add to it, and so can tables inside of it.</summary>
    Dotted,

    /// <summary>By its own header. Only tables inside of it can add to it.</summary>
    Header,

    /// <summary>As an array of tables, to which each header adds one.</summary>
    Array,

    /// <summary>As a value: an inline table or an array. Nothing can add to it.</summary>
    Value,
}

/// <summary>
/// A table of TOML. Unlike .NET, TOML distinguishes upper and lower case, and refuses what defines a table again; so its tables are known apart
/// from the settings.
/// </summary>
/// <param name="at">Where its settings are.</param>
/// <param name="kind">How it was defined.</param>
internal sealed class TomlTable(TomlKey at, TomlTableKind kind)
{
    // Most tables hold a few others at the most, of which there can be very many.
    private const int FewTables = 8;

    private string _name = "";
    private TomlTable? _next;
    private TomlTable? _first;
    private int _count;
    private Dictionary<string, TomlTable>? _byName;

    /// <summary>Where its settings are.</summary>
    public TomlKey At => at;

    /// <summary>How it was defined.</summary>
    public TomlTableKind Kind { get; set; } = kind;

    /// <summary>Of an array of tables, the last one.</summary>
    public TomlTable? Last { get; set; }

    /// <summary>The table inside of it with a name, or null.</summary>
    /// <param name="name">The name.</param>
    public TomlTable? Find(string name)
    {
        if (_byName is not null) return _byName.TryGetValue(name, out var found) ? found : null;
        var table = _first;
        while (table is not null && table._name != name) table = table._next;
        return table;
    }

    /// <summary>Adds a table inside of it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="table">The table.</param>
    public TomlTable Add(string name, TomlTable table)
    {
        (table._name, table._next, _first) = (name, _first, table);
        _count++;
        if (_byName is not null) _byName.Add(name, table);
        else if (_count > FewTables)
        {
            _byName = new(StringComparer.Ordinal);
            for (var each = _first; each is not null; each = each._next) _byName.Add(each._name, each);
        }
        return table;
    }
}

/// <summary>A key of TOML among the settings.</summary>
/// <param name="Node">Its node; null for a key that is too long, or whose value does not count.</param>
/// <param name="IsSpelled">Whether the node has the very names of the key, so that it is the same to TOML as well.</param>
internal readonly record struct TomlKey(SettingNode? Node, bool IsSpelled)
{
    /// <summary>The key of what does not count.</summary>
    public static TomlKey None => default;

    /// <summary>Whether the very same key has a value.</summary>
    public bool IsTaken => IsSpelled && Node is { IsSet: true };
}
