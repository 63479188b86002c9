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
    public bool IsExact => _literalPrefix == _segments.Length;

    /// <summary>How many single-segment wildcards the key has.</summary>
    public int Wildcards => _segments.Count(s => s == AnySegment);

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
    /// What follows a <c>*</c> need not exist: a rule may speak about a key that is missing.
    /// </summary>
    /// <param name="settings">The configuration.</param>
    public IReadOnlyList<BoundKey> Expand(ISettings settings)
    {
        var keys = new List<BoundKey>();
        var prefix = string.Join(":", _segments, 0, _literalPrefix);
        Walk(settings, prefix, _literalPrefix, ValueList<string>.Empty, keys);
        return keys;
    }

    /// <summary>The pattern with its single-segment wildcards replaced, in order, by the given segments.</summary>
    /// <param name="segments">What the wildcards of another pattern stood for.</param>
    public KeyPattern Bind(IReadOnlyList<string> segments)
    {
        var next = 0;
        var bound = _segments.Select(s => s == AnySegment && next < segments.Count ? segments[next++] : s).ToArray();
        return new(string.Join(":", bound), bound);
    }

    /// <inheritdoc/>
    public bool Equals(KeyPattern? other) =>
        other is not null && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KeyPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    /// <summary>The key as it stands in the record.</summary>
    public override string ToString() => Text;

    private static string? FaultOf(string text, string[] segments)
    {
        if (text.Length == 0) return "The key is empty.";
        if (segments.Any(s => s.Length == 0)) return $"The key '{text}' has an empty segment.";
        if (text.Contains("__")) return $"The key '{text}' has '__', which separates segments only in environment variables; write ':'.";
        var partial = segments.FirstOrDefault(s => s.Contains('*') && !IsWildcard(s));
        if (partial is not null) return $"In the key '{text}', '{partial}' mixes a wildcard with text; '*' stands for a whole segment.";
        if (segments.All(IsWildcard)) return $"The key '{text}' names nothing; give it at least one segment that is no wildcard.";
        return null;
    }

    private static bool IsWildcard(string segment) => segment is AnySegment or AnySegments;

    private void Walk(ISettings settings, string key, int next, ValueList<string> bound, List<BoundKey> keys)
    {
        if (next == _segments.Length)
        {
            if (!keys.Exists(k => string.Equals(k.Key, key, StringComparison.OrdinalIgnoreCase))) keys.Add(new(key, bound));
            return;
        }
        switch (_segments[next])
        {
            case AnySegment:
                foreach (var child in settings.Children(key))
                {
                    Walk(settings, Below(key, child), next + 1, bound.Append(child).ToValueList(), keys);
                }
                break;
            case AnySegments:
                Walk(settings, key, next + 1, bound, keys);
                foreach (var child in settings.Children(key)) Walk(settings, Below(key, child), next, bound, keys);
                break;
            default:
                Walk(settings, Below(key, _segments[next]), next + 1, bound, keys);
                break;
        }
    }

    private static string Below(string key, string segment) => key.Length == 0 ? segment : key + ":" + segment;
}

/// <summary>A key that a pattern stands for, and what the pattern's single-segment wildcards stood for.</summary>
/// <param name="Key">The full key.</param>
/// <param name="Segments">One segment for each <c>*</c>, in order.</param>
public sealed record BoundKey(string Key, ValueList<string> Segments);
