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
    private Dictionary<string, TomlTable>? _tables;

    /// <summary>Where its settings are.</summary>
    public TomlKey At => at;

    /// <summary>How it was defined.</summary>
    public TomlTableKind Kind { get; set; } = kind;

    /// <summary>Of an array of tables, the last one.</summary>
    public TomlTable? Last { get; set; }

    /// <summary>The table inside of it with a name, or null.</summary>
    /// <param name="name">The name.</param>
    public TomlTable? Find(string name) => _tables is not null && _tables.TryGetValue(name, out var table) ? table : null;

    /// <summary>Adds a table inside of it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="table">The table.</param>
    public TomlTable Add(string name, TomlTable table) => (_tables ??= new(StringComparer.Ordinal))[name] = table;
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
