using System.Diagnostics.CodeAnalysis;

namespace DecisionPolicies.Rules;

/// <summary>
/// A configuration key in which <c>*</c> stands for one segment and <c>**</c> for any number of segments.
/// Segments are separated by <c>:</c> and compared without case.
/// </summary>
public sealed class KeyPattern : IEquatable<KeyPattern>
{
    private const string AnySegment = "*";
    private const string AnySegments = "**";

    private readonly string[] _segments;
    private readonly int _literalPrefix;

    private KeyPattern(string text, string[] segments)
    {
        Text = text;
        _segments = segments;
        _literalPrefix = segments.TakeWhile(s => !IsWildcard(s)).Count();
    }

    /// <summary>The key as it stands in the record.</summary>
    public string Text { get; }

    /// <summary>Whether the key stands for exactly one key.</summary>
    internal bool IsExact => _literalPrefix == _segments.Length;

    /// <summary>How many single-segment wildcards the key has.</summary>
    internal int Wildcards => _segments.Count(s => s == AnySegment);

    /// <summary>Reads a key pattern.</summary>
    /// <param name="text">The key, as in <c>Gateway:AuthorizationServers:*</c>.</param>
    /// <exception cref="FormatException">The text is no key; the message says why.</exception>
    public static KeyPattern Parse(string text) =>
        TryParse(text, out var pattern, out var fault) ? pattern : throw new FormatException(fault);

    /// <summary>Reads a key pattern.</summary>
    /// <param name="text">The key, as in <c>Gateway:AuthorizationServers:*</c>.</param>
    /// <param name="pattern">The pattern, where the text is one.</param>
    /// <param name="fault">Why the text is no pattern, as a sentence, where it is none.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out KeyPattern? pattern,
        [NotNullWhen(false)] out string? fault)
    {
        var trimmed = text.Trim();
        var segments = trimmed.Split(':');
        fault = FaultOf(trimmed, segments);
        pattern = fault is null ? new KeyPattern(trimmed, segments) : null;
        return fault is null;
    }

    /// <summary>
    /// The keys of a configuration that the pattern stands for. Children are walked only below the literal prefix.
    /// What follows a <c>*</c> need not exist, so that a rule can speak about a key that is missing; of a pattern with
    /// <c>**</c>, which would demand its key everywhere, only keys that exist are meant.
    /// </summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="bound">What the first of the <c>*</c>s stand for, where another pattern has decided it already.</param>
    internal IReadOnlyList<BoundKey> Expand(ISettings settings, ValueList<string> bound)
    {
        var keys = new List<BoundKey>();
        // Null is the root, which is not the same as a key whose text is empty.
        var prefix = _literalPrefix == 0 ? null : string.Join(":", _segments, 0, _literalPrefix);
        Walk(new(settings, bound, keys), prefix, _literalPrefix, ValueList<string>.Empty);
        return keys;
    }

    /// <inheritdoc/>
    public bool Equals(KeyPattern? other) =>
        other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KeyPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode();

    /// <summary>The key as it stands in the record.</summary>
    public override string ToString() => Text;

    private static string? FaultOf(string text, string[] segments)
    {
        if (text.Length == 0) return "The key is empty.";
        if (segments.Any(s => s.Length == 0)) return $"The key '{text}' has an empty segment.";
        if (segments.Any(s => s != s.Trim())) return $"The key '{text}' has white space beside a ':'; remove it.";
        if (text.Contains("__")) return $"The key '{text}' has '__', which separates segments only in environment variables; write ':'.";
        var partial = segments.FirstOrDefault(s => s.Contains('*') && !IsWildcard(s));
        if (partial is not null) return $"In the key '{text}', '{partial}' mixes a wildcard with text; '*' stands for a whole segment.";
        // With one, a key is reached in one way, so walking stays linear and what '*' stands for stays clear.
        if (segments.Count(s => s == AnySegments) > 1) return $"The key '{text}' has '**' more than once; once is enough to mean any number of segments.";
        if (segments.All(IsWildcard)) return $"The key '{text}' names nothing; give it at least one segment that is no wildcard.";
        return null;
    }

    private static bool IsWildcard(string segment) => segment is AnySegment or AnySegments;

    private void Walk(Expansion expansion, string? key, int next, ValueList<string> segments)
    {
        if (next == _segments.Length)
        {
            if (key is not null && IsMeant(expansion.Settings, key)) expansion.Keys.Add(new(key, segments));
            return;
        }
        switch (_segments[next])
        {
            case AnySegment when segments.Count < expansion.Bound.Count:
                WalkChild(expansion.Bound[segments.Count]);
                break;
            case AnySegment:
                foreach (var child in expansion.Settings.Children(key)) WalkChild(child);
                break;
            case AnySegments:
                Walk(expansion, key, next + 1, segments);
                foreach (var child in expansion.Settings.Children(key)) Walk(expansion, Below(key, child), next, segments);
                break;
            default:
                Walk(expansion, Below(key, _segments[next]), next + 1, segments);
                break;
        }

        void WalkChild(string child) => Walk(expansion, Below(key, child), next + 1, segments.Append(child).ToValueList());
    }

    private bool IsMeant(ISettings settings, string key) =>
        !_segments.Contains(AnySegments) || settings.TryRead(key, out _) || settings.Children(key).Any();

    private static string Below(string? key, string segment) => key is null ? segment : key + ":" + segment;

    private sealed record Expansion(ISettings Settings, ValueList<string> Bound, List<BoundKey> Keys);
}

/// <summary>A key that a pattern stands for, and what the pattern's single-segment wildcards stood for.</summary>
/// <param name="Key">The full key.</param>
/// <param name="Segments">One segment for each <c>*</c>, in order.</param>
internal sealed record BoundKey(string Key, ValueList<string> Segments);
