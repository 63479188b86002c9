using DecisionPolicies.AspNetCore;
using Yarp.ReverseProxy.Configuration;

namespace Gateway;

/// <summary>
/// Refuses to load a proxy route that breaks a decision. YARP then keeps its current routes and logs why. Until the gateway runs,
/// the endpoint guard judges the same routes together with all other endpoints: an exception from this filter would only end the
/// process with a stack trace.
/// </summary>
internal sealed class RouteDecisions(EndpointGuard guard, IHostApplicationLifetime lifetime) : IProxyConfigFilter
{
    public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel)
    {
        if (!lifetime.ApplicationStarted.IsCancellationRequested) return new(route);
        var refusals = guard.Refusals(ProxiedPaths.Of(route));
        return refusals.Count == 0 ? new(route) : throw new InvalidOperationException(string.Join('\n', refusals));
    }

    public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig cluster, CancellationToken cancel) => new(cluster);
}
