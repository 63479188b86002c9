using DecisionPolicies.Rules;

namespace DecisionPolicies.Fuzz;

/// <summary>
/// Patterns for paths: a pattern in the first line, and a path in each further one. Matching agrees with a definition that is as simple as it
/// is slow.
/// </summary>
internal static class GlobTarget
{
    // The definition is slow in a long text.
    private const int Longest = 200;

    public static FuzzTarget Instance { get; } = new(
        "globs", ["*", "**", "?", "/", "/**/", "a", "aa", "*a", "a*", "/a", "**/a", "\u0130", "\u212A", "{x?}", ".{x?}"], Run);

    private static void Run(string seed, string text)
    {
        var lines = text.Split('\n');
        if (Glob.FaultOf(lines[0]) is not null) return;
        var glob = Glob.Parse(lines[0]);
        foreach (var path in lines.Skip(1))
        {
            var isMatch = glob.IsMatch(path);
            glob.IsMatch(RoutePattern.Parse(path), UnknownSegments.MatchAnything);
            glob.IsMatch(RoutePattern.Parse(path), UnknownSegments.MatchWildcards);
            if (lines[0].Length > Longest || path.Length > Longest) continue;
            var (start, length) = TrimmedText.Bounds(path);
            FuzzTarget.Expect(
                isMatch == IsMatch(Segments(lines[0]), Segments(path.Substring(start, length))), "The glob matches otherwise than it is defined.");
        }
    }

    private static string[] Segments(string text) => (text.Length > 1 && text[^1] == '/' ? text[..^1] : text).Split('/');

    private static bool IsMatch(string[] pattern, string[] path) => Matches(
        pattern.Length, path.Length, p => pattern[p] == "**", (p, t) => IsSegment(pattern[p], path[t]));

    private static bool IsSegment(string pattern, string text) => Matches(
        pattern.Length,
        text.Length,
        p => pattern[p] == '*',
        (p, t) => pattern[p] == '?' || char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t]));

    // Whether a row of pieces, of which some match any number, matches a row of others: asked for every two ends of the rows, from the last.
    private static bool Matches(int pieces, int others, Func<int, bool> isAny, Func<int, int, bool> isSame)
    {
        var matches = new bool[pieces + 1, others + 1];
        for (var p = pieces; p >= 0; p--)
        {
            for (var t = others; t >= 0; t--)
            {
                matches[p, t] = p == pieces ? t == others
                    : isAny(p) ? matches[p + 1, t] || (t < others && matches[p, t + 1])
                    : t < others && isSame(p, t) && matches[p + 1, t + 1];
            }
        }
        return matches[0, 0];
    }
}
