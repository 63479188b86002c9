using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Code;

/// <summary>Judges the endpoints that code names with constants. Routes that the program builds at run time are judged when it starts.</summary>
internal sealed class EndpointJudge(IReadOnlyList<RuleInForce> rules, WrittenCode written)
{
    // Wherever a route is mounted, some number of segments precede it. A rule counts as broken only if it is broken with any of these prefixes.
    private static readonly string[] _unknownPrefixes = ["", "{a}/", "{a}/{b}/"];

    /// <summary>Reports the rules that an endpoint breaks.</summary>
    /// <param name="place">Its place in the code.</param>
    /// <param name="methods">The HTTP methods that it answers; none means any.</param>
    /// <param name="route">Its route.</param>
    /// <param name="types">The types by which a rule can except it; null if unknown, which leaves rules with such exceptions to the start.</param>
    /// <param name="report">Reports a diagnostic.</param>
    public void Judge(Location place, IReadOnlyCollection<string> methods, Route route, IReadOnlyCollection<string>? types, Action<Diagnostic> report)
    {
        foreach (var rule in rules.Where(rule => IsBroken((EndpointRule)rule.Rule, methods, route, types)))
        {
            written.Report(rule.At(place, string.Join(",", methods) + (methods.Count > 0 ? " " : "") + route), report);
        }
    }

    private static bool IsBroken(EndpointRule rule, IReadOnlyCollection<string> methods, Route route, IReadOnlyCollection<string>? types)
    {
        if (types is null && rule.ExceptTypes.Count > 0) return false;
        return route.IsWhole ? IsBrokenAt("") : Array.TrueForAll(_unknownPrefixes, IsBrokenAt);

        bool IsBrokenAt(string prefix) => rule.IsBrokenBy(methods, RoutePattern.Parse(prefix + route.Path), UnknownSegments.MatchWildcards, types);
    }
}

/// <summary>A route, or the end of one.</summary>
/// <param name="IsWhole">Whether nothing can precede it.</param>
/// <param name="Path">Its segments, without a slash at the start.</param>
internal readonly record struct Route(bool IsWhole, string Path)
{
    /// <summary>The route of the host itself.</summary>
    public static Route Root { get; } = new(true, "");

    /// <summary>An unknown route.</summary>
    public static Route Unknown { get; }

    /// <summary>The route with another route appended.</summary>
    /// <param name="path">A route.</param>
    public Route Below(string path)
    {
        var segments = path.Trim('/');
        return new(IsWhole, Path is not { Length: > 0 } ? segments : segments.Length == 0 ? Path : Path + "/" + segments);
    }

    /// <summary>The route for a message.</summary>
    public override string ToString() => (IsWhole ? "/" : "…/") + Path;
}
