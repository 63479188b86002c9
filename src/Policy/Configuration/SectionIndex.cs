using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>
/// The sections of a configuration, found in all of its keys at once. To list one section, a provider of a configuration searches all of its
/// keys; to list every section in that way takes a time that grows with their square.
/// </summary>
internal sealed class SectionIndex
{
    // A rule looks as deep as a '**', then its own key, then a 'present' reach.
    private const int Deepest = 4 * PatternLimit.Segments;

    private readonly List<string> _roots = [];
    private readonly Dictionary<string, List<string>> _below = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="keys">The keys of all sources, a later one after an earlier one.</param>
    public SectionIndex(IEnumerable<string> keys)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in keys) Add(key, seen);
        foreach (var segments in _below.Values.Append(_roots)) segments.Sort(ConfigurationKeyComparer.Instance);
    }

    /// <summary>The segments right below a key, in the order of a configuration.</summary>
    /// <param name="key">The full key, or null for the root.</param>
    public IReadOnlyList<string> Children(string? key) => key is null ? _roots : _below.TryGetValue(key, out var children) ? children : [];

    private void Add(string key, HashSet<string> seen)
    {
        var siblings = _roots;
        for (var (start, depth) = (0, 0); depth < Deepest; depth++)
        {
            var end = key.IndexOf(ConfigurationPath.KeyDelimiter, start, StringComparison.Ordinal);
            var path = end < 0 ? key : key[..end];
            if (seen.Add(path)) siblings.Add(path[start..]);
            if (end < 0) return;
            if (!_below.TryGetValue(path, out siblings)) _below.Add(path, siblings = []);
            start = end + 1;
        }
    }
}
