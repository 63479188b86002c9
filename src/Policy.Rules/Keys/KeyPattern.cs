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
    private readonly string? _prefix;
    private readonly bool _hasAnySegments;

    private KeyPattern(string text, string[] segments)
    {
        Text = text;
        _segments = segments;
        _literalPrefix = segments.TakeWhile(s => !IsWildcard(s)).Count();
        _prefix = _literalPrefix == 0 ? null : string.Join(":", segments, 0, _literalPrefix);
        _hasAnySegments = segments.Contains(AnySegments);
        IsExact = _literalPrefix == segments.Length;
    }

    /// <summary>The key as it stands in the record.</summary>
    public string Text { get; }

    /// <summary>Whether the key stands for exactly one key.</summary>
    internal bool IsExact { get; }

    /// <summary>How many single-segment wildcards the key has.</summary>
    internal int Wildcards => _segments.Count(s => s == AnySegment);

    /// <summary>Whether the key stands only for keys that exist.</summary>
    internal bool HasAnySegments => _hasAnySegments;

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
    /// Visits the keys of a configuration that the pattern stands for. Children are walked only below the literal prefix.
    /// What follows a <c>*</c> need not exist, so that a rule can speak about a key that is missing; of a pattern with
    /// <c>**</c>, which would demand its key everywhere, only keys that exist are meant.
    /// </summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="bound">What the first of the <c>*</c>s stand for, where another pattern has decided it already.</param>
    /// <param name="visitor">What is done with each key. A structure, so that nothing is allocated.</param>
    internal void Visit<TVisitor>(ISettings settings, ValueList<string> bound, ref TVisitor visitor) where TVisitor : struct, IKeyVisitor
    {
        if (IsExact) visitor.Visit(Text);
        // Null is the root, which is not the same as a key whose text is empty.
        else Walk(settings, bound, _prefix, _literalPrefix, 0, ref visitor);
    }

    /// <summary>Whether the pattern stands for a key.</summary>
    /// <param name="key">The full key.</param>
    internal bool Matches(string key) => Align(key.Split(':'), null);

    /// <summary>What each <c>*</c> of the pattern stands for in a key that it stands for.</summary>
    /// <param name="key">The full key.</param>
    internal ValueList<string> SegmentsIn(string key)
    {
        var segments = new List<string>();
        Align(key.Split(':'), segments);
        return segments.ToValueList();
    }

    /// <summary>Whether some key is one that both this pattern and another stand for.</summary>
    /// <param name="other">The other pattern.</param>
    internal bool Overlaps(KeyPattern other) => Overlap(_segments, 0, other._segments, 0);

    /// <summary>Whether every key that another pattern stands for is one that this pattern stands for.</summary>
    /// <param name="other">The other pattern.</param>
    internal bool Covers(KeyPattern other) => (_hasAnySegments || !other._hasAnySegments) && Align(other._segments, null);

    /// <summary>How the pattern stands to a key of which not every segment is known.</summary>
    /// <param name="path">The segments; null for one that can be anything.</param>
    internal KeyReach Reach(IReadOnlyList<string?> path) => Reach(path, 0, 0);

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

    private bool Walk<TVisitor>(ISettings settings, ValueList<string> bound, string? key, int next, int wildcards, ref TVisitor visitor)
        where TVisitor : struct, IKeyVisitor
    {
        if (next == _segments.Length) return key is null || !IsMeant(settings, key) || visitor.Visit(key);
        switch (_segments[next])
        {
            case AnySegment when wildcards < bound.Count:
                return Walk(settings, bound, settings.Below(key, bound[wildcards]), next + 1, wildcards + 1, ref visitor);
            case AnySegment:
                return WalkChildren(settings, bound, key, next + 1, wildcards + 1, ref visitor);
            case AnySegments:
                return Walk(settings, bound, key, next + 1, wildcards, ref visitor) && WalkChildren(settings, bound, key, next, wildcards, ref visitor);
            default:
                return Walk(settings, bound, settings.Below(key, _segments[next]), next + 1, wildcards, ref visitor);
        }
    }

    private bool WalkChildren<TVisitor>(ISettings settings, ValueList<string> bound, string? key, int next, int wildcards, ref TVisitor visitor)
        where TVisitor : struct, IKeyVisitor
    {
        var children = settings.Children(key);
        for (var i = 0; i < children.Count; i++)
        {
            if (!Walk(settings, bound, settings.Below(key, children[i]), next, wildcards, ref visitor)) return false;
        }
        return true;
    }

    private bool IsMeant(ISettings settings, string key) =>
        !_hasAnySegments || settings.TryRead(key, out _) || settings.Children(key).Count > 0;

    private KeyReach Reach(IReadOnlyList<string?> path, int next, int at)
    {
        if (next == _segments.Length) return at == path.Count ? KeyReach.Key : KeyReach.Above;
        var segment = _segments[next];
        if (at == path.Count) return KeyReach.Below | (segment == AnySegments ? Reach(path, next + 1, at) : KeyReach.None);
        if (segment == AnySegments) return Reach(path, next + 1, at) | Reach(path, next, at + 1);
        return segment == AnySegment || path[at] is not { } known || string.Equals(segment, known, StringComparison.OrdinalIgnoreCase)
            ? Reach(path, next + 1, at + 1)
            : KeyReach.None;
    }

    private static bool Overlap(string[] a, int i, string[] b, int j)
    {
        if (i < a.Length && a[i] == AnySegments) return Overlap(a, i + 1, b, j) || (j < b.Length && Overlap(a, i, b, j + 1));
        if (j < b.Length && b[j] == AnySegments) return Overlap(a, i, b, j + 1) || (i < a.Length && Overlap(a, i + 1, b, j));
        if (i == a.Length || j == b.Length) return i == a.Length && j == b.Length;
        var fits = a[i] == AnySegment || b[j] == AnySegment || string.Equals(a[i], b[j], StringComparison.OrdinalIgnoreCase);
        return fits && Overlap(a, i + 1, b, j + 1);
    }

    // With one ** at most, what stands before it is aligned from the start and what stands behind it from the end.
    private bool Align(string[] key, List<string>? wildcards)
    {
        var any = Array.IndexOf(_segments, AnySegments);
        if (any < 0 ? key.Length != _segments.Length : key.Length < _segments.Length - 1) return false;
        for (var i = 0; i < _segments.Length; i++)
        {
            if (i == any) continue;
            var segment = key[any < 0 || i < any ? i : key.Length - _segments.Length + i];
            if (_segments[i] == AnySegment) wildcards?.Add(segment);
            else if (!string.Equals(_segments[i], segment, StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }
}

/// <summary>What a pattern may stand for, seen from one key.</summary>
[Flags]
internal enum KeyReach
{
    /// <summary>Neither the key, nor any above or below it.</summary>
    None = 0,

    /// <summary>A key above it.</summary>
    Above = 1,

    /// <summary>The key.</summary>
    Key = 2,

    /// <summary>A key below it.</summary>
    Below = 4,
}

/// <summary>What is done with each key that a pattern stands for.</summary>
internal interface IKeyVisitor
{
    /// <summary>Visits a key.</summary>
    /// <param name="key">The full key.</param>
    /// <returns>Whether to go on.</returns>
    bool Visit(string key);
}
