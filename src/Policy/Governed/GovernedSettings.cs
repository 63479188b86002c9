using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Governed;

/// <summary>
/// Governed options as the rules see them. What the options do not hold, such as the key of another section that a rule compares
/// with, is read from the configuration.
/// </summary>
internal sealed class GovernedSettings : ISettings
{
    private const int MostNodes = 10_000;

    private readonly string[] _section;
    private readonly ISettings? _configuration;
    private readonly string _options;
    private readonly Dictionary<string, GovernedNode> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, GovernedNode>.AlternateLookup<ReadOnlySpan<char>> _byPartOfKey;
    private GovernedNode _root;

    /// <param name="section">The section that the options are bound from; empty for the root.</param>
    /// <param name="configuration">The configuration, if there is one.</param>
    /// <param name="options">What to call the options in a message.</param>
    public GovernedSettings(string section, ISettings? configuration, string options)
    {
        _section = section.Length == 0 ? [] : section.Split(ConfigurationPath.KeyDelimiter);
        _configuration = configuration;
        _options = options;
        _byPartOfKey = _byKey.GetAlternateLookup<ReadOnlySpan<char>>();
        _root = new(this, null, "");
    }

    /// <summary>The number of the present reading.</summary>
    public int Reading { get; private set; }

    /// <summary>Reads options; what an earlier reading left is no longer there.</summary>
    public void Read<TOptions>(TOptions options, Action<GovernedNode, TOptions> read) where TOptions : class
    {
        // Dictionaries whose keys change all the time must not fill the memory.
        if (_byKey.Count > MostNodes)
        {
            _byKey.Clear();
            _root = new(this, null, "");
        }
        Reading++;
        var node = _root.Begin();
        foreach (var segment in _section)
        {
            node.IsOpen = true;
            node = node[segment];
        }
        node.Object(options, read);
    }

    /// <inheritdoc/>
    public bool TryRead(string key, out string? value)
    {
        if (_byKey.TryGetValue(key, out var node) && node.IsCurrent)
        {
            value = node.Text;
            return value is not null;
        }
        value = null;
        return IsElsewhere(key) && _configuration?.TryRead(key, out value) == true;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Children(string? key)
    {
        var node = key is null ? _root : _byKey.GetValueOrDefault(key);
        if (node is { IsCurrent: true }) return node.Segments;
        return key is not null && IsElsewhere(key) && _configuration is not null ? _configuration.Children(key) : [];
    }

    /// <inheritdoc/>
    public string Below(string? key, string segment)
    {
        var parent = key is null ? _root : _byKey.GetValueOrDefault(key);
        return parent?.Find(segment)?.Key ?? (key is null ? segment : key + ConfigurationPath.KeyDelimiter + segment);
    }

    /// <inheritdoc/>
    public string? SourceOf(string key)
    {
        if (_configuration is null) return $"code, or a default value of {_options}";
        if (IsElsewhere(key)) return _configuration.SourceOf(key);
        if (!_configuration.TryRead(key, out var configured) || configured is null) return $"code, or a default value of {_options}";
        var source = _configuration.SourceOf(key);
        return TryRead(key, out var text) && TrimmedText.Equal(configured, text!) ? source : $"{source}, or code that changes {_options}";
    }

    /// <summary>Adds the node of a key.</summary>
    internal GovernedNode Add(GovernedNode parent, string segment)
    {
        var key = parent.Key is null ? segment : parent.Key + ConfigurationPath.KeyDelimiter + segment;
        return _byKey[key] = new(this, key, segment);
    }

    // Only the options know what their objects and lists hold; of a key that no property stands for, the configuration does.
    private bool IsElsewhere(string key)
    {
        if (_byKey.TryGetValue(key, out var node) && node.IsCurrent) return false;
        for (var end = key.LastIndexOf(':'); end > 0; end = key.LastIndexOf(':', end - 1))
        {
            if (_byPartOfKey.TryGetValue(key.AsSpan(0, end), out var above) && above.IsCurrent) return above.IsOpen;
        }
        return true;
    }
}
