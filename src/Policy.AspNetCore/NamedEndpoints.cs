using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace DecisionPolicies.AspNetCore;

/// <summary>
/// The endpoints that a decision knows of, although a rule forbids their path: the rule excepts their type, or the text of their route shows the
/// path and they have been judged and let through, as an endpoint that says with <see cref="ServedPaths"/> what it serves.
/// </summary>
internal sealed class NamedEndpoints(EndpointDataSource? endpoints, EndpointGuard guard)
{
    // A path may have a part in front of it that the pipeline takes away.
    private const int MostPrefixes = 16;

    private Known? _known;

    /// <summary>Whether such an endpoint may be the one that answers a path.</summary>
    /// <param name="path">The path of the request, with the path base.</param>
    /// <param name="rejected">What the request breaks.</param>
    public bool MayAnswer(string path, IReadOnlyList<BrokenDecision> rejected)
    {
        if (endpoints is null) return false;
        foreach (var (endpoint, matcher) in All(endpoints).Routes)
        {
            if (!Includes(endpoint, rejected)) continue;
            var start = 0;
            for (var prefixes = 0; start >= 0 && prefixes < MostPrefixes; prefixes++)
            {
                if (matcher.TryMatch(new PathString(path[start..]), [])) return true;
                start = start + 1 < path.Length ? path.IndexOf('/', start + 1) : -1;
            }
        }
        return false;
    }

    /// <summary>Whether it is such an endpoint for each rule that a request breaks.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="rejected">What the request breaks.</param>
    public bool Includes(Endpoint endpoint, IReadOnlyList<BrokenDecision> rejected) =>
        guard.RulesKnownTo(endpoint) is { Count: > 0 } known
        && rejected.All(broken => broken.Rules.All(rule => known.Contains(rule.Finding.Rule)));

    // Rules are about few paths, so few endpoints are left.
    private Known All(EndpointDataSource source)
    {
        var known = _known;
        if (known is not null && ReferenceEquals(known.Endpoints, source.Endpoints)) return known;
        var all = source.Endpoints;
        return _known = new(all, [.. all.OfType<RouteEndpoint>().Where(endpoint => guard.RulesKnownTo(endpoint).Count > 0).Select(Match)]);
    }

    private static (RouteEndpoint Endpoint, TemplateMatcher Matcher) Match(RouteEndpoint endpoint) =>
        (endpoint, new(new RouteTemplate(endpoint.RoutePattern), new(endpoint.RoutePattern.Defaults)));

    private sealed record Known(IReadOnlyList<Endpoint> Endpoints, (RouteEndpoint Endpoint, TemplateMatcher Matcher)[] Routes);
}
