using System.Collections;

namespace DecisionPolicies.Rules.Tests;

/// <summary>A configuration of a few keys, each with its source; keys are compared without case.</summary>
internal sealed class InMemorySettings : ISettings, IEnumerable<string>
{
    private readonly Dictionary<string, (string? Value, string Source)> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often somebody asked for the keys below another: what makes judging expensive.</summary>
    public int Walks { get; private set; }

    public void Add(string key, string? value, string source = "appsettings.json") => _values.Add(key, (value, source));

    public bool TryRead(string key, out string? value)
    {
        var found = _values.TryGetValue(key, out var entry);
        value = entry.Value;
        return found;
    }

    public IReadOnlyList<string> Children(string? key)
    {
        Walks++;
        var prefix = key is null ? "" : key + ":";
        return _values.Keys
            .Where(k => k.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(k => k[prefix.Length..].Split(':')[0])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
    }

    public string Below(string? key, string segment) => key is null ? segment : $"{key}:{segment}";

    public string? SourceOf(string key)
    {
        if (_values.TryGetValue(key, out var entry)) return entry.Source;
        return _values.Where(e => e.Key.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)).Select(e => e.Value.Source).FirstOrDefault();
    }

    public IEnumerator<string> GetEnumerator() => _values.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
