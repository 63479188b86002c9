namespace DecisionPolicies.Rules;

/// <summary>The segments of an endpoint's route as ASP.NET Core writes it, as in <c>/servers/{name}/{**rest}</c>.</summary>
internal sealed class RoutePattern
{
    private RoutePattern(IReadOnlyList<RouteSegment> segments) => Segments = segments;

    /// <summary>The segments.</summary>
    public IReadOnlyList<RouteSegment> Segments { get; }

    /// <summary>Reads a route. Any text is a valid route.</summary>
    /// <param name="route">The route.</param>
    public static RoutePattern Parse(string route)
    {
        var trimmed = route.Trim().TrimStart('~').Trim('/');
        return new([.. trimmed.Length == 0 ? [] : Split(trimmed).Select(RouteSegment.Of)]);
    }

    /// <summary>The path of a request, in which braces are characters like any other.</summary>
    /// <param name="path">The path.</param>
    public static RoutePattern OfPath(string path)
    {
        var trimmed = path.Trim('/');
        return new([.. (trimmed.Length == 0 ? [] : trimmed.Split('/')).Select(segment => new RouteSegment(RouteSegmentKind.Literal, segment))]);
    }

    // A constraint may contain a slash, as in {path:regex(^a/b$)}.
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
/// <param name="Kind">The kind of segment.</param>
/// <param name="Text">The text of a literal segment.</param>
internal readonly record struct RouteSegment(RouteSegmentKind Kind, string Text)
{
    public static RouteSegment Of(string segment)
    {
        if (segment.IndexOf('{') < 0) return new(RouteSegmentKind.Literal, segment);
        if (segment.StartsWith("{*", StringComparison.Ordinal)) return new(RouteSegmentKind.CatchAll, segment);
        // With a default or a question mark, a request may omit it.
        var isOptional = segment[0] == '{' && segment.IndexOf('}') == segment.Length - 1
            && (segment.EndsWith("?}", StringComparison.Ordinal) || segment.Contains('='));
        return new(isOptional ? RouteSegmentKind.Optional : RouteSegmentKind.Parameter, segment);
    }

    /// <summary>Whether a segment with a parameter can be a word: <c>{file}.js</c> cannot be <c>register</c>, whatever the parameter is.</summary>
    /// <param name="word">A segment of a pattern; one with wildcards may be anything.</param>
    public bool MayBe(string word)
    {
        if (word.IndexOfAny(['*', '?']) >= 0) return true;
        var prefix = Text.IndexOf('{');
        if (prefix < 0) prefix = Text.Length;
        for (var end = Text.Length; end > 0;)
        {
            if (MayBe(word, prefix, end)) return true;
            // As in register.{format?}, which also serves register.
            var last = Text.LastIndexOf('{', end - 1, end);
            if (last <= 0 || Text[last - 1] != '.' || string.CompareOrdinal(Text, end - 2, "?}", 0, 2) != 0) return false;
            end = last - 1;
        }
        return word.Length == 0;
    }

    // Whether the text up to an end can be a word; its first brace is after the prefix.
    private bool MayBe(string word, int prefix, int end)
    {
        if (prefix >= end) return word.Length == end && string.Compare(Text, 0, word, 0, end, StringComparison.OrdinalIgnoreCase) == 0;
        var suffix = Text.LastIndexOf('}', end - 1, end) + 1;
        var length = end - suffix;
        return word.Length >= prefix + length
            && string.Compare(Text, 0, word, 0, prefix, StringComparison.OrdinalIgnoreCase) == 0
            && string.Compare(Text, suffix, word, word.Length - length, length, StringComparison.OrdinalIgnoreCase) == 0;
    }
}

/// <summary>The kind of a route segment.</summary>
internal enum RouteSegmentKind
{
    /// <summary>Text.</summary>
    Literal,

    /// <summary>A parameter, or text that contains one.</summary>
    Parameter,

    /// <summary>A parameter that a request may omit.</summary>
    Optional,

    /// <summary>A parameter that matches any number of segments.</summary>
    CatchAll,
}

/// <summary>What a route parameter matches.</summary>
internal enum UnknownSegments
{
    /// <summary>A wildcard of the pattern, but no word of it: the segment's text is unknown.</summary>
    MatchWildcards,

    /// <summary>Any text. For a proxy, which forwards any request path.</summary>
    MatchAnything,
}
