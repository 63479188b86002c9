using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Governed;

/// <summary>
/// Governed options as the rules see them. A key that the options do not hold, such as one in another section that a rule compares
/// with, is read from the configuration.
/// </summary>
internal sealed class GovernedSettings : ITypedSettings
{
    private const int MostNodes = 10_000;
    private const int MostAsked = 1_000;

    private readonly string[] _section;
    private readonly ISettings? _configuration;
    private readonly Dictionary<string, GovernedNode> _byKey = new(StringComparer.OrdinalIgnoreCase);
    // Keys below null values, so that reading them again allocates nothing.
    private readonly Dictionary<(string? Key, string Segment), string> _unwritten = [];
    // The keys above each key that the options do not hold, the nearest first, for the same reason.
    private readonly Dictionary<string, string[]> _above = [];
    // The rules read the same keys, as the same strings, in the same order each time.
    private readonly List<(string Key, GovernedNode Node)> _asked = [];
    private GovernedNode _root;
    private int _turn;
    private int _next;

    /// <param name="section">The section from which the options are bound; empty for the root.</param>
    /// <param name="configuration">The configuration, if there is one.</param>
    /// <param name="source">Finds where a value comes from.</param>
    public GovernedSettings(string section, ISettings? configuration, GovernedSource source)
    {
        _section = section.Length == 0 ? [] : section.Split(ConfigurationPath.KeyDelimiter);
        _configuration = configuration;
        Source = source;
        Last = _root = new(this, null, null, "");
        Nowhere = new(this, null, null, "");
    }

    /// <summary>The number of the current reading.</summary>
    public int Reading { get; private set; }

    /// <summary>How many more readings are needed to see every value, if options hold several for one key.</summary>
    public int TurnsLeft { get; private set; }

    /// <summary>The node that was started last.</summary>
    public GovernedNode Last { get; internal set; }

    /// <summary>Whether any value is of a flags enumeration.</summary>
    internal bool HasFlags { get; set; }

    /// <summary>The node for a value that another reading judges.</summary>
    internal GovernedNode Nowhere { get; }

    private GovernedSource Source { get; }

    /// <summary>Reads options and discards what an earlier reading left.</summary>
    /// <param name="options">The options.</param>
    /// <param name="read">Reads them.</param>
    /// <param name="turn">The zero-based index of the value to read, if a key has several.</param>
    public void Read<TOptions>(TOptions options, Action<GovernedNode, TOptions> read, int turn = 0) where TOptions : class
    {
        // Dictionaries whose keys keep changing must not fill the memory.
        if (_byKey.Count + _unwritten.Count + _above.Count > MostNodes)
        {
            _byKey.Clear();
            _unwritten.Clear();
            _above.Clear();
            _root = new(this, null, null, "");
        }
        Reading++;
        _next = 0;
        _turn = turn;
        TurnsLeft = 0;
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
        if (NodeOf(key) is { } node)
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
        if ((key is null ? _root : NodeOf(key)) is { } node) return node.Segments;
        return key is not null && IsElsewhere(key) && _configuration is not null ? _configuration.Children(key) : [];
    }

    /// <inheritdoc/>
    public string Below(string? key, string segment)
    {
        var parent = key is null ? _root : NodeOf(key);
        if (parent?.Find(segment) is { Key: { } written }) return written;
        if (!_unwritten.TryGetValue((key, segment), out var below)) _unwritten.Add((key, segment), below = Join(key, segment));
        return below;
    }

    /// <inheritdoc/>
    public string? SourceOf(string key) => NodeOf(key) is { } node
        ? Source.Of(node)
        : IsElsewhere(key) ? _configuration?.SourceOf(key) : Source.OfMissing(key);

    /// <inheritdoc/>
    public string? FlagsIn(string key) => HasFlags ? NodeOf(key)?.Flags : null;

    /// <summary>Whether this reading judges a value with so many others before it at the same key.</summary>
    internal bool IsTurnOf(int others)
    {
        TurnsLeft = Math.Max(TurnsLeft, others - _turn);
        return others <= _turn;
    }

    /// <summary>Adds the node of a key.</summary>
    internal GovernedNode Add(GovernedNode parent, string segment)
    {
        var key = Join(parent.Key, segment);
        return _byKey[key] = new(this, parent, key, segment);
    }

    private GovernedNode? NodeOf(string key)
    {
        if (_next < _asked.Count && ReferenceEquals(_asked[_next].Key, key) && _asked[_next].Node.IsCurrent) return _asked[_next++].Node;
        if (!_byKey.TryGetValue(key, out var node) || !node.IsCurrent) return null;
        _asked.RemoveRange(_next, _asked.Count - _next);
        if (_next < MostAsked)
        {
            _asked.Add((key, node));
            _next++;
        }
        return node;
    }

    private static string Join(string? key, string segment) => key is null ? segment : key + ConfigurationPath.KeyDelimiter + segment;

    // Only the options know what their objects and lists hold; the configuration holds keys without a property.
    private bool IsElsewhere(string key)
    {
        if (!_above.TryGetValue(key, out var above)) _above.Add(key, above = [.. Above(key)]);
        foreach (var part in above)
        {
            if (_byKey.TryGetValue(part, out var node) && node.IsCurrent) return node.IsOpen;
        }
        return true;
    }

    private static IEnumerable<string> Above(string key)
    {
        for (var end = key.LastIndexOf(':'); end > 0; end = key.LastIndexOf(':', end - 1)) yield return key[..end];
    }
}
