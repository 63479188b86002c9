namespace DecisionPolicies.Rules;

/// <summary>A condition on another key, which must hold for a rule to apply.</summary>
/// <param name="Key">The other key; each <c>*</c> matches the same segment as the corresponding <c>*</c> of the rule's key.</param>
/// <param name="Condition">The test on its value. If several keys match, one that meets it is enough.</param>
public sealed record Precondition(KeyPattern Key, Condition Condition)
{
    /// <summary>Makes a precondition from the text of its key.</summary>
    /// <param name="key">The other key.</param>
    /// <param name="condition">The test on its value.</param>
    /// <exception cref="FormatException">The key is not valid; the message says why.</exception>
    public Precondition(string key, Condition condition) : this(KeyPattern.Parse(key), condition)
    {
    }

    /// <summary>Whether the condition holds at a key.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="key">The full key.</param>
    internal bool HoldsAt(JudgedSettings settings, string key)
    {
        var setting = Setting.Read(settings, key);
        return Condition.Holds(setting) || (setting.OtherReading is not Reading.AsWritten and var reading && Condition.Holds(setting.ReadAs(reading)));
    }
}

/// <summary>For which segments a precondition holds, as far as a judgement has asked.</summary>
/// <param name="precondition">The precondition.</param>
internal sealed class KnownPrecondition(Precondition precondition)
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.OrdinalIgnoreCase);
    private bool _isSearched;

    /// <summary>Whether the precondition holds for a key of the rule.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="segments">The segment that each <c>*</c> of the rule's key matches.</param>
    public bool Holds(JudgedSettings settings, ValueList<string> segments)
    {
        var bound = string.Join(":", segments.Take(precondition.Key.Wildcards));
        if (precondition.Key.HasAnySegments)
        {
            // It matches only keys that exist, wherever they are, so one search finds all segments for which it holds.
            if (!_isSearched) SearchAll(settings);
            return _known.ContainsKey(bound);
        }
        if (!_known.TryGetValue(bound, out var holds)) _known.Add(bound, holds = SearchBound(settings, segments));
        return holds;
    }

    private void SearchAll(JudgedSettings settings)
    {
        _isSearched = true;
        var search = new Search(precondition, settings, _known);
        precondition.Key.Visit(settings, ValueList<string>.Empty, ref search);
    }

    private bool SearchBound(JudgedSettings settings, ValueList<string> segments)
    {
        var search = new Search(precondition, settings, null);
        precondition.Key.Visit(settings, segments, ref search);
        return search.IsFound;
    }

    private struct Search(Precondition precondition, JudgedSettings settings, Dictionary<string, bool>? all) : IKeyVisitor
    {
        public bool IsFound { get; private set; }

        public bool Visit(string key)
        {
            if (!precondition.HoldsAt(settings, key)) return true;
            IsFound = true;
            if (all is not null) all[string.Join(":", precondition.Key.SegmentsIn(key))] = true;
            return all is not null;
        }
    }
}
