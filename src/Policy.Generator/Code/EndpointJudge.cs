using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Code;

/// <summary>Judges the endpoints that code names with constants. What is put together when the program runs is judged when it starts.</summary>
internal sealed class EndpointJudge(IReadOnlyList<RuleInForce> rules)
{
    // Wherever a route is mounted, it is below some number of segments. A rule is broken here only if it is broken there.
    private static readonly string[] _unknownPrefixes = ["", "{a}/", "{a}/{b}/"];

    /// <summary>What is said of an endpoint.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="methods">The HTTP methods that it answers; none means any.</param>
    /// <param name="route">Its route.</param>
    /// <param name="types">The types by which a rule can except it; null where they are not known, and rules that except any are left to the start.</param>
    public IEnumerable<Diagnostic> Judge(Location place, IReadOnlyCollection<string> methods, Route route, IReadOnlyCollection<string>? types) => rules
        .Where(rule => IsBroken((EndpointRule)rule.Rule, methods, route, types))
        .Select(rule => rule.At(place, string.Join(",", methods) + (methods.Count > 0 ? " " : "") + route));

    private static bool IsBroken(EndpointRule rule, IReadOnlyCollection<string> methods, Route route, IReadOnlyCollection<string>? types)
    {
        if (types is null && rule.ExceptTypes.Count > 0) return false;
        return route.IsWhole ? IsBrokenAt("") : Array.TrueForAll(_unknownPrefixes, IsBrokenAt);

        bool IsBrokenAt(string prefix) => rule.IsBrokenBy(methods, RoutePattern.Parse(prefix + route.Path), UnknownSegments.MatchWildcards, types);
    }
}

/// <summary>A route, or the end of one.</summary>
/// <param name="IsWhole">Whether nothing can stand before it.</param>
/// <param name="Path">Its segments, without a slash at the start.</param>
internal readonly record struct Route(bool IsWhole, string Path)
{
    /// <summary>The route of the host itself.</summary>
    public static Route Root { get; } = new(true, "");

    /// <summary>A route of which nothing is known.</summary>
    public static Route Unknown { get; }

    /// <summary>What stands below the route.</summary>
    /// <param name="path">A route.</param>
    public Route Below(string path)
    {
        var segments = path.Trim('/');
        return new(IsWhole, Path is not { Length: > 0 } ? segments : segments.Length == 0 ? Path : Path + "/" + segments);
    }

    /// <summary>The route as a reader knows it.</summary>
    public override string ToString() => (IsWhole ? "/" : "…/") + Path;
}
