using DecisionPolicies.Rules;

namespace DecisionPolicies.Fuzz;

/// <summary>
/// Keys of rules: two patterns in the first two lines, and a key of a configuration in each further one. What the patterns say of each other
/// agrees with what they match, and the engine visits exactly the keys that they match.
/// </summary>
internal static class KeyTarget
{
    public static FuzzTarget Instance { get; } = new(
        "keys", ["*", "**", ":*", ":**:", "A:", ":B", ":0", ":00", "00:", "A:B:C\n", "::", "__", "\u212A", "a:", ":b"], Run);

    private static void Run(string seed, string text)
    {
        var lines = text.Split('\n');
        var patterns = lines.Take(2).Select(line => KeyPattern.TryParse(line, out var pattern, out _) ? pattern : null).OfType<KeyPattern>().ToList();
        var settings = new Settings([.. lines.Skip(2).Where(line => line.Length > 0)]);
        foreach (var pattern in patterns) Check(pattern, settings);
        if (patterns is [var one, var other]) Check(one, other, settings);
    }

    private static void Check(KeyPattern pattern, Settings settings)
    {
        var findings = new List<Finding>();
        new ConfigurationRule(pattern, Verb.Forbid, Condition.Like("**")).Judge(settings, "Production", findings);
        var visited = findings.Where(finding => finding.State == SettingState.Value).Select(finding => finding.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var matched = settings.Keys.Where(pattern.Matches).ToHashSet(StringComparer.OrdinalIgnoreCase);
        FuzzTarget.Expect(visited.IsSubsetOf(matched), "The engine visits a key that the pattern does not match.");
        FuzzTarget.Expect(
            matched.IsSubsetOf(visited) || findings.Exists(finding => finding.State == SettingState.TooDeep),
            "The engine passes over a key that the pattern matches.");
        FuzzTarget.Expect(pattern.Overlaps(pattern) && pattern.Covers(pattern), "A pattern does not cover itself.");
        foreach (var key in matched)
        {
            FuzzTarget.Expect(pattern.SegmentsIn(key).Count == pattern.Wildcards, "A wildcard is bound to nothing.");
        }
    }

    private static void Check(KeyPattern one, KeyPattern other, Settings settings)
    {
        FuzzTarget.Expect(one.Overlaps(other) == other.Overlaps(one), "Only one of two patterns overlaps the other.");
        FuzzTarget.Expect(!one.Covers(other) || one.Overlaps(other), "A pattern covers what it does not overlap.");
        foreach (var key in settings.Keys)
        {
            FuzzTarget.Expect(!one.Matches(key) || !other.Matches(key) || one.Overlaps(other), "Two patterns match a key and do not overlap.");
            FuzzTarget.Expect(!one.Covers(other) || !other.Matches(key) || one.Matches(key), "A pattern covers another, and not a key of it.");
            FuzzTarget.Expect(one.Matches(key) == one.Reach(key.Split(':')).HasFlag(KeyReach.Key), "A pattern matches a key that it does not reach.");
        }
    }

    // Every key is set. Those that another one hides are left out.
    private sealed class Settings : ISettings
    {
        private readonly HashSet<string> _keys;
        private readonly Dictionary<string, List<string>> _children = new(StringComparer.OrdinalIgnoreCase);
        private readonly List<string> _roots = [];

        public Settings(IEnumerable<string> keys)
        {
            _keys = keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var key in _keys)
            {
                var siblings = _roots;
                for (var end = key.IndexOf(':'); ; end = key.IndexOf(':', end + 1))
                {
                    var path = end < 0 ? key : key[..end];
                    if (seen.Add(path)) siblings.Add(path[(path.LastIndexOf(':') + 1)..]);
                    if (end < 0) break;
                    if (!_children.TryGetValue(path, out siblings)) _children.Add(path, siblings = []);
                }
            }
        }

        public IReadOnlyCollection<string> Keys => _keys;

        public bool TryRead(string key, out string? value)
        {
            value = "value";
            return _keys.Contains(key);
        }

        public IReadOnlyList<string> Children(string? key) => key is null ? _roots : _children.GetValueOrDefault(key) ?? [];

        public string Below(string? key, string segment) => key is null ? segment : $"{key}:{segment}";

        public string? SourceOf(string key) => null;
    }
}
