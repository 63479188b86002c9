using System.Diagnostics.CodeAnalysis;

namespace DecisionPolicies.Rules;

/// <summary>
/// A configuration key in which <c>*</c> matches one segment and <c>**</c> any number of segments.
/// Segments are separated by <c>:</c> and compared ignoring case.
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
        _literalPrefix = segments.TakeWhile(s => !IsWildcard(s) && !IsIndex(s)).Count();
        _prefix = _literalPrefix == 0 ? null : string.Join(":", segments, 0, _literalPrefix);
        _hasAnySegments = segments.Contains(AnySegments);
        IsExact = !segments.Any(IsWildcard);
    }

    /// <summary>The key as it is written in the record.</summary>
    public string Text { get; }

    /// <summary>Whether the pattern is a single key, without wildcards.</summary>
    internal bool IsExact { get; }

    /// <summary>Whether the pattern matches a single key in a single spelling, so that nothing has to be searched.</summary>
    internal bool IsOneKey => _literalPrefix == _segments.Length;

    /// <summary>The number of <c>*</c> in the pattern.</summary>
    internal int Wildcards => _segments.Count(s => s == AnySegment);

    /// <summary>Whether the pattern has a <c>**</c>, so that it matches only keys that exist.</summary>
    internal bool HasAnySegments => _hasAnySegments;

    /// <summary>Reads a key pattern.</summary>
    /// <param name="text">The key, as in <c>Gateway:AuthorizationServers:*</c>.</param>
    /// <exception cref="FormatException">The text is not a key pattern; the message says why.</exception>
    public static KeyPattern Parse(string text) =>
        TryParse(text, out var pattern, out var fault) ? pattern : throw new FormatException(fault);

    /// <summary>Reads a key pattern.</summary>
    /// <param name="text">The key, as in <c>Gateway:AuthorizationServers:*</c>.</param>
    /// <param name="pattern">The pattern if the text is one; otherwise null.</param>
    /// <param name="fault">Why the text is not a key pattern, as a sentence; null if it is one.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out KeyPattern? pattern,
        [NotNullWhen(false)] out string? fault)
    {
        var trimmed = text.Trim();
        fault = PatternLimit.FaultOf("key", trimmed, ':');
        var segments = fault is null ? trimmed.Split(':') : [];
        fault ??= FaultOf(trimmed, segments);
        pattern = fault is null ? new KeyPattern(trimmed, segments) : null;
        return fault is null;
    }

    /// <summary>
    /// Visits the keys of a configuration that the pattern matches. Only what is below the literal prefix is searched.
    /// What follows a <c>*</c> need not exist, so that a rule can apply to a missing key. A pattern with
    /// <c>**</c>, which would demand its key everywhere, matches only keys that exist.
    /// </summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="bound">The segments that the first <c>*</c>s match, if another pattern has determined them.</param>
    /// <param name="visitor">What visits each key. A structure, so that nothing is allocated.</param>
    internal void Visit<TVisitor>(JudgedSettings settings, ValueList<string> bound, ref TVisitor visitor) where TVisitor : struct, IKeyVisitor
    {
        if (IsOneKey) visitor.Visit(Text);
        // Null is the root; empty text is a key.
        else Walk(settings, bound, new(_prefix, _literalPrefix), _literalPrefix, 0, ref visitor);
    }

    /// <summary>Whether the pattern matches a key.</summary>
    /// <param name="key">The full key.</param>
    internal bool Matches(string key) => Align(key.Split(':'), null);

    /// <summary>The segment that each <c>*</c> of the pattern matches in a key that the pattern matches.</summary>
    /// <param name="key">The full key.</param>
    internal ValueList<string> SegmentsIn(string key)
    {
        var segments = new List<string>();
        Align(key.Split(':'), segments);
        return segments.ToValueList();
    }

    /// <summary>Whether this pattern and another have a matching key in common.</summary>
    /// <param name="other">The other pattern.</param>
    internal bool Overlaps(KeyPattern other)
    {
        var (mine, its) = (AroundAny, other.AroundAny);
        // What is around one's ** is compared with the other's ends; the rest of the other is for the ** to match.
        if (mine is null && _segments.Length < other.ShortestMatch) return false;
        if (its is null && other._segments.Length < ShortestMatch) return false;
        var first = Math.Min(mine?.Before ?? _segments.Length, its?.Before ?? other._segments.Length);
        var last = Math.Min(mine?.After ?? _segments.Length, its?.After ?? other._segments.Length);
        for (var i = 0; i < first; i++)
        {
            if (!CanBeSame(_segments[i], other._segments[i])) return false;
        }
        for (var i = 1; i <= last; i++)
        {
            if (!CanBeSame(_segments[_segments.Length - i], other._segments[other._segments.Length - i])) return false;
        }
        return true;
    }

    /// <summary>Whether this pattern matches every key that another pattern matches.</summary>
    /// <param name="other">The other pattern.</param>
    internal bool Covers(KeyPattern other) => (_hasAnySegments || !other._hasAnySegments) && Align(other._segments, null);

    /// <summary>Which keys the pattern may match, seen from a key with unknown segments.</summary>
    /// <param name="path">The segments; null for one that is unknown.</param>
    internal KeyReach Reach(IReadOnlyList<string?> path)
    {
        if (AroundAny is not (var before, _)) return Reach(path, 0, 0);
        // The segments before the ** decide whether it is reached at all.
        for (var i = 0; i < before; i++)
        {
            if (i == path.Count) return KeyReach.Below;
            if (!CanBe(_segments[i], path[i])) return KeyReach.None;
        }
        var reach = KeyReach.Below;
        for (var at = before; at <= path.Count; at++) reach |= Reach(path, before + 1, at);
        return reach;
    }

    /// <inheritdoc/>
    public bool Equals(KeyPattern? other) =>
        other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KeyPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode();

    /// <summary>The key as it is written in the record.</summary>
    public override string ToString() => Text;

    private static string? FaultOf(string text, string[] segments)
    {
        if (text.Length == 0) return "The key is empty. Write one, as in 'Gateway:Registration:Enabled'.";
        if (segments.Any(s => s.Length == 0)) return $"The key '{text}' has an empty segment. Remove the extra ':'.";
        if (segments.Any(s => s != s.Trim())) return $"The key '{text}' has white space next to a ':'. Remove it.";
        if (text.Contains("__")) return $"The key '{text}' has '__', which separates segments only in environment variables. Write ':'.";
        var partial = segments.FirstOrDefault(s => s.Contains('*') && !IsWildcard(s));
        if (partial is not null) return $"In the key '{text}', '{partial}' mixes a wildcard with text. Write '*' as a segment of its own.";
        // With only one, each key is reached in one way, so walking is linear and what '*' matches is unambiguous.
        if (segments.Count(s => s == AnySegments) > 1) return $"The key '{text}' has '**' more than once. Keep one; it matches any number of segments.";
        if (segments.All(IsWildcard)) return $"The key '{text}' has only wildcards. Write at least one segment that is not a wildcard.";
        return null;
    }

    private static bool IsWildcard(string segment) => segment is AnySegment or AnySegments;

    // The index of a list. .NET reads Servers:00 as an element beside Servers:0.
    private static bool IsIndex(string segment) => segment.All(c => c is >= '0' and <= '9');

    private static bool IsSame(string segment, string other) =>
        string.Equals(segment, other, StringComparison.OrdinalIgnoreCase) || IsSameIndex(segment, other);

    private static bool IsSameIndex(string segment, string other)
    {
        var (start, otherStart) = (FirstDigit(segment), FirstDigit(other));
        return start >= 0 && otherStart >= 0 && segment.Length - start == other.Length - otherStart
            && string.CompareOrdinal(segment, start, other, otherStart, segment.Length - start) == 0;
    }

    // Without leading zeros; -1 for what is not an index.
    private static int FirstDigit(string segment)
    {
        var start = 0;
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] is < '0' or > '9') return -1;
            if (segment[i] == '0' && start == i && i + 1 < segment.Length) start++;
        }
        return segment.Length == 0 ? -1 : start;
    }

    // How many segments are before the ** and after it; null without one.
    private (int Before, int After)? AroundAny =>
        _hasAnySegments && Array.IndexOf(_segments, AnySegments) is var any ? (any, _segments.Length - any - 1) : null;

    private int ShortestMatch => _hasAnySegments ? _segments.Length - 1 : _segments.Length;

    // It calls itself for each segment of the pattern, and for each that a ** matches; the number of both is limited.
    private bool Walk<TVisitor>(JudgedSettings settings, ValueList<string> bound, At at, int next, int wildcards, ref TVisitor visitor)
        where TVisitor : struct, IKeyVisitor
    {
        if (next == _segments.Length) return at.Key is null || !IsMeant(settings, at.Key) || visitor.Visit(at.Key);
        switch (_segments[next])
        {
            case AnySegment when wildcards < bound.Count:
                return Walk(settings, bound, at.Below(settings, bound[wildcards]), next + 1, wildcards + 1, ref visitor);
            case AnySegment:
                return WalkChildren(settings, bound, at, next + 1, wildcards + 1, ref visitor);
            case AnySegments:
                return Walk(settings, bound, at, next + 1, wildcards, ref visitor) && WalkAny(settings, bound, at, next, wildcards, ref visitor);
            case var segment:
                return Walk(settings, bound, at.Below(settings, segment), next + 1, wildcards, ref visitor)
                    && (FirstDigit(segment) < 0 || WalkRespelled(settings, bound, at, next, wildcards, ref visitor));
        }
    }

    private bool WalkRespelled<TVisitor>(JudgedSettings settings, ValueList<string> bound, At at, int next, int wildcards, ref TVisitor visitor)
        where TVisitor : struct, IKeyVisitor
    {
        var index = _segments[next];
        var children = settings.Children(at.Key);
        for (var i = 0; i < children.Count; i++)
        {
            if (children[i].Length == index.Length || !IsSameIndex(children[i], index)) continue;
            if (!Walk(settings, bound, at.Below(settings, children[i]), next + 1, wildcards, ref visitor)) return false;
        }
        return true;
    }

    private bool WalkAny<TVisitor>(JudgedSettings settings, ValueList<string> bound, At at, int next, int wildcards, ref TVisitor visitor)
        where TVisitor : struct, IKeyVisitor
    {
        if (at.Depth < PatternLimit.Segments) return WalkChildren(settings, bound, at, next, wildcards, ref visitor);
        if (settings.Children(at.Key).Count > 0) settings.CutOff(at.Key!);
        return true;
    }

    private bool WalkChildren<TVisitor>(JudgedSettings settings, ValueList<string> bound, At at, int next, int wildcards, ref TVisitor visitor)
        where TVisitor : struct, IKeyVisitor
    {
        var children = settings.Children(at.Key);
        for (var i = 0; i < children.Count; i++)
        {
            if (!Walk(settings, bound, at.Below(settings, children[i]), next, wildcards, ref visitor)) return false;
        }
        return true;
    }

    private bool IsMeant(JudgedSettings settings, string key) =>
        !_hasAnySegments || settings.TryRead(key, out _) || settings.Children(key).Count > 0;

    private KeyReach Reach(IReadOnlyList<string?> path, int next, int at)
    {
        for (; next < _segments.Length; next++, at++)
        {
            if (at == path.Count) return KeyReach.Below;
            if (!CanBe(_segments[next], path[at])) return KeyReach.None;
        }
        return at == path.Count ? KeyReach.Key : KeyReach.Above;
    }

    private static bool CanBe(string segment, string? known) =>
        segment == AnySegment || known is null || IsSame(segment, known);

    private static bool CanBeSame(string segment, string other) => other == AnySegment || CanBe(segment, other);

    // With at most one **, the segments before it are aligned from the start and those after it from the end.
    private bool Align(string[] key, List<string>? wildcards)
    {
        var any = Array.IndexOf(_segments, AnySegments);
        if (any < 0 ? key.Length != _segments.Length : key.Length < _segments.Length - 1) return false;
        for (var i = 0; i < _segments.Length; i++)
        {
            if (i == any) continue;
            var segment = key[any < 0 || i < any ? i : key.Length - _segments.Length + i];
            if (_segments[i] == AnySegment) wildcards?.Add(segment);
            else if (!IsSame(_segments[i], segment)) return false;
        }
        return true;
    }

    // A key and the number of its segments; null is the root.
    private readonly record struct At(string? Key, int Depth)
    {
        public At Below(JudgedSettings settings, string segment) => new(settings.Below(Key, segment), Depth + 1);
    }
}

/// <summary>Which keys a pattern may match, seen from one key.</summary>
[Flags]
internal enum KeyReach
{
    /// <summary>Neither the key nor any key above or below it.</summary>
    None = 0,

    /// <summary>A key above it.</summary>
    Above = 1,

    /// <summary>The key itself.</summary>
    Key = 2,

    /// <summary>A key below it.</summary>
    Below = 4,
}

/// <summary>Visits each key that a pattern matches.</summary>
internal interface IKeyVisitor
{
    /// <summary>Visits a key.</summary>
    /// <param name="key">The full key.</param>
    /// <returns>Whether to continue.</returns>
    bool Visit(string key);
}
