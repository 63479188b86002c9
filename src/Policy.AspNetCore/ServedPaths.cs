namespace DecisionPolicies.AspNetCore;

/// <summary>
/// What an endpoint serves, if its route does not show it. A proxy, which serves the responses of another server, adds this to the
/// metadata of each of its endpoints; the endpoint is then judged by it instead of by its route.
/// </summary>
public sealed class ServedPaths
{
    /// <summary>The HTTP methods, as in <c>POST</c>; an empty list means any.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>The routes, as in <c>/idp/{**rest}</c>: the route of the endpoint, and the routes under which requests are forwarded.</summary>
    public required IReadOnlyList<string> Routes { get; init; }

    /// <summary>Whether a route parameter matches any text, because any request path is forwarded.</summary>
    public bool PassesOnAnything { get; init; }

    /// <summary>The configuration section that creates the endpoint, as in <c>ReverseProxy:Routes:idp</c>; a rejection names it and its source.</summary>
    public string? ConfigurationKey { get; init; }
}
