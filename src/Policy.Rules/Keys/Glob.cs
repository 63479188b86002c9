namespace DecisionPolicies.Rules;

/// <summary>
/// A pattern for paths and URLs, compared ignoring case. Segments are separated by <c>/</c>: a segment <c>**</c> matches
/// any number of segments, <c>*</c> any characters within one segment, <c>?</c> one character.
/// A slash at the end does not matter, as in ASP.NET Core's routing.
/// </summary>
/// <remarks>Matching allocates nothing, and takes time in proportion to text and pattern: no pattern can make it slow.</remarks>
internal sealed class Glob : IEquatable<Glob>
{
    private const string AnySegments = "**";

    private readonly string[] _segments;

    /// <summary>Makes a glob.</summary>
    /// <param name="pattern">The pattern as it is written in the record.</param>
    public Glob(string pattern)
    {
        Pattern = pattern;
        _segments = (pattern.Length > 1 && pattern[pattern.Length - 1] == '/' ? pattern.Substring(0, pattern.Length - 1) : pattern).Split('/');
    }

    /// <summary>Makes a glob of a pattern that a limit may refuse.</summary>
    /// <param name="pattern">The pattern as it is written in the record.</param>
    /// <exception cref="FormatException">The pattern exceeds a limit; the message says which.</exception>
    public static Glob Parse(string pattern) => FaultOf(pattern) is { } fault ? throw new FormatException(fault) : new(pattern);

    /// <summary>Why a text is not a glob, as a sentence; null if it is one.</summary>
    /// <param name="pattern">The text.</param>
    public static string? FaultOf(string pattern) => PatternLimit.FaultOf("pattern", pattern, '/');

    /// <summary>The pattern as it is written in the record.</summary>
    public string Pattern { get; }

    /// <summary>Whether the whole text, trimmed, matches.</summary>
    /// <param name="text">Any text.</param>
    public bool IsMatch(string text)
    {
        var (start, length) = TrimmedText.Bounds(text);
        var end = start + length;
        if (length > 1 && text[end - 1] == '/') end--;
        return MatchesSegments(text, start, end);
    }

    /// <summary>Whether a request that the route serves can have a path that matches.</summary>
    /// <param name="route">The route.</param>
    /// <param name="unknown">What a route parameter matches.</param>
    public bool IsMatch(RoutePattern route, UnknownSegments unknown)
    {
        var pattern = _segments[0].Length == 0 ? _segments.Skip(1).ToArray() : _segments;
        if (pattern is [""]) pattern = [];
        var segments = route.Segments;
        // From the end: whether the rest of the pattern, from here and from its next segment, matches the rest of the route.
        var (matches, matchesFromNext) = (new bool[segments.Count + 1], new bool[segments.Count + 1]);
        for (var p = pattern.Length; p >= 0; p--)
        {
            (matches, matchesFromNext) = (matchesFromNext, matches);
            for (var r = segments.Count; r >= 0; r--) matches[r] = Matches(p, r);
        }
        return matches[0];

        bool Matches(int p, int r)
        {
            if (r == segments.Count) return p == pattern.Length || (pattern[p] == AnySegments && matchesFromNext[r]);
            var segment = segments[r];
            if (segment.Kind is RouteSegmentKind.CatchAll or RouteSegmentKind.Optional && matches[r + 1]) return true;
            if (p == pattern.Length) return false;
            if (pattern[p] == AnySegments) return matchesFromNext[r] || matches[r + 1];
            var fits = segment.Kind == RouteSegmentKind.Literal
                ? MatchesCharacters(pattern[p], segment.Text, 0, segment.Text.Length)
                : unknown == UnknownSegments.MatchAnything ? segment.MayBe(pattern[p]) : pattern[p] == "*";
            return fits && (matchesFromNext[r + 1] || (segment.Kind == RouteSegmentKind.CatchAll && matchesFromNext[r]));
        }
    }

    /// <inheritdoc/>
    public bool Equals(Glob? other) => other is not null && other.Pattern == Pattern;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Glob);

    /// <inheritdoc/>
    public override int GetHashCode() => Pattern.GetHashCode();

    /// <summary>The pattern as it is written in the record.</summary>
    public override string ToString() => Pattern;

    // A text position past the end means that every segment is used up.
    private bool MatchesSegments(string text, int start, int end)
    {
        var at = start;
        var segment = 0;
        var retryAt = -1;
        var retrySegment = -1;
        while (true)
        {
            if (segment < _segments.Length && _segments[segment] == AnySegments)
            {
                retrySegment = ++segment;
                retryAt = at;
                continue;
            }

            var usedUp = at > end;
            if (usedUp && segment == _segments.Length) return true;
            if (!usedUp && segment < _segments.Length)
            {
                var segmentEnd = EndOfSegment(text, at, end);
                if (MatchesCharacters(_segments[segment], text, at, segmentEnd))
                {
                    at = segmentEnd + 1;
                    segment++;
                    continue;
                }
            }

            // Let the last ** match one more segment. Earlier ones never need another try: what follows them has matched.
            if (retrySegment < 0 || retryAt > end) return false;
            retryAt = EndOfSegment(text, retryAt, end) + 1;
            at = retryAt;
            segment = retrySegment;
        }
    }

    private static int EndOfSegment(string text, int at, int end)
    {
        var slash = text.IndexOf('/', at, end - at);
        return slash < 0 ? end : slash;
    }

    private static bool MatchesCharacters(string pattern, string text, int start, int end)
    {
        var at = start;
        var p = 0;
        var retryAt = -1;
        var retryP = -1;
        while (true)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                retryP = ++p;
                retryAt = at;
                continue;
            }
            if (at == end && p == pattern.Length) return true;
            if (at < end && p < pattern.Length && (pattern[p] == '?' || SameCharacter(pattern[p], text[at])))
            {
                at++;
                p++;
                continue;
            }
            if (retryP < 0 || retryAt >= end) return false;
            at = ++retryAt;
            p = retryP;
        }
    }

    private static bool SameCharacter(char a, char b) => a == b || char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
