namespace Gateway;

/// <summary>The servers behind the gateway.</summary>
internal static class ProxiedServers
{
    /// <summary>Maps the proxy's routes, each with the paths that it really serves, which the endpoint guard judges.</summary>
    public static IEndpointConventionBuilder MapProxiedServers(this IEndpointRouteBuilder endpoints) => endpoints
        .MapReverseProxy()
        .ConfigureEndpoints((endpoint, route) => endpoint.WithMetadata(ProxiedPaths.Of(route)));
}
