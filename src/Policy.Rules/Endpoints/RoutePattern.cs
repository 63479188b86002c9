namespace DecisionPolicies.Rules;

/// <summary>The route of an endpoint as ASP.NET Core writes it, as in <c>/servers/{name}/{**rest}</c>, by its segments.</summary>
internal sealed class RoutePattern
{
    private RoutePattern(IReadOnlyList<RouteSegment> segments) => Segments = segments;

    /// <summary>The segments.</summary>
    public IReadOnlyList<RouteSegment> Segments { get; }

    /// <summary>Reads a route. Every text is one.</summary>
    /// <param name="route">The route.</param>
    public static RoutePattern Parse(string route)
    {
        var trimmed = route.Trim().TrimStart('~').Trim('/');
        return new([.. trimmed.Length == 0 ? [] : Split(trimmed).Select(RouteSegment.Of)]);
    }

    // A constraint may hold a slash, as in {path:regex(^a/b$)}.
    private static IEnumerable<string> Split(string route)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < route.Length; i++)
        {
            if (route[i] == '{') depth++;
            if (route[i] == '}') depth--;
            if (route[i] != '/' || depth > 0) continue;
            yield return route.Substring(start, i - start);
            start = i + 1;
        }
        yield return route.Substring(start);
    }
}

/// <summary>One segment of a route.</summary>
/// <param name="Kind">What stands there.</param>
/// <param name="Text">The text of a literal segment.</param>
internal readonly record struct RouteSegment(RouteSegmentKind Kind, string Text)
{
    public static RouteSegment Of(string segment)
    {
        if (segment.IndexOf('{') < 0) return new(RouteSegmentKind.Literal, segment);
        if (segment.StartsWith("{*", StringComparison.Ordinal)) return new(RouteSegmentKind.CatchAll, segment);
        // With a default or a question mark, a request may leave it out.
        var isOptional = segment[0] == '{' && segment.IndexOf('}') == segment.Length - 1
            && (segment.EndsWith("?}", StringComparison.Ordinal) || segment.Contains('='));
        return new(isOptional ? RouteSegmentKind.Optional : RouteSegmentKind.Parameter, segment);
    }
}

/// <summary>What stands at a segment of a route.</summary>
internal enum RouteSegmentKind
{
    /// <summary>Text.</summary>
    Literal,

    /// <summary>A parameter, or text with one in it.</summary>
    Parameter,

    /// <summary>A parameter that a request may leave out.</summary>
    Optional,

    /// <summary>A parameter that stands for any number of segments.</summary>
    CatchAll,
}

/// <summary>What a parameter of a route counts as.</summary>
internal enum UnknownSegments
{
    /// <summary>A segment of which nothing is known: a wildcard means it, a word does not.</summary>
    MatchWildcards,

    /// <summary>Any text. For a proxy, which passes on whatever is asked for.</summary>
    MatchAnything,
}
