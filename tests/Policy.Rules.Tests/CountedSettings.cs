namespace DecisionPolicies.Rules.Tests;

/// <summary>A configuration of very many keys that counts the work which a rule asks of it: look-ups, and the segments that it lists.</summary>
internal sealed class CountedSettings : ISettings
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _children = new(StringComparer.OrdinalIgnoreCase) { [""] = [] };

    /// <summary>How much work was done.</summary>
    public long Steps { get; private set; }

    public void Set(string key, string? value)
    {
        _values[key] = value;
        var above = "";
        foreach (var segment in key.Split(':'))
        {
            var path = Below(above, segment);
            if (_children.TryAdd(path, [])) _children[above].Add(segment);
            above = path;
        }
    }

    public bool TryRead(string key, out string? value)
    {
        Steps++;
        return _values.TryGetValue(key, out value);
    }

    public IReadOnlyList<string> Children(string? key)
    {
        var children = _children.GetValueOrDefault(key ?? "") ?? [];
        Steps += children.Count + 1;
        return children;
    }

    public string Below(string? key, string segment) => string.IsNullOrEmpty(key) ? segment : $"{key}:{segment}";

    public string? SourceOf(string key) => "appsettings.json";
}
