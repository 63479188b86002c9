namespace DecisionPolicies.AspNetCore;

/// <summary>
/// What an endpoint serves, where its route does not tell. A proxy, which serves what another server answers, puts it into the
/// metadata of each of its endpoints; the endpoint is then judged by it instead of by its route.
/// </summary>
public sealed class ServedPaths
{
    /// <summary>The HTTP methods; none means any.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>The routes, as in <c>/idp/{**rest}</c>: that of the endpoint, and those under which requests are passed on.</summary>
    public required IReadOnlyList<string> Routes { get; init; }

    /// <summary>Whether a parameter of a route counts as any text, because whatever is asked for is passed on.</summary>
    public bool PassesOnAnything { get; init; }

    /// <summary>The configuration section that has made the endpoint, as in <c>ReverseProxy:Routes:idp</c>; a rejection names it and its source.</summary>
    public string? ConfigurationKey { get; init; }
}
