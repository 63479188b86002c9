using DecisionPolicies.AspNetCore;

namespace Gateway;

/// <summary>The servers behind the gateway.</summary>
internal static class ProxiedServers
{
    /// <summary>Maps the proxy's routes, each with the paths that it really serves, which the endpoint guard judges.</summary>
    public static IEndpointConventionBuilder MapProxiedServers(this IEndpointRouteBuilder endpoints) => endpoints
        .MapReverseProxy(proxy =>
        {
            proxy.Use(McpServersOnly);
            proxy.UseSessionAffinity();
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        })
        .ConfigureEndpoints((endpoint, route) => endpoint.WithMetadata(ProxiedPaths.Of(route)));

    // A catch-all to an MCP server forwards every path of the server. The operator has said that it is an MCP server, so it
    // should not get a request that a decision forbids.
    private static Task McpServersOnly(HttpContext context, RequestDelegate next)
    {
        if (context.GetRouteModel().Config.KindOf() != RouteKind.McpServer) return next(context);
        var asked = new ServedPaths { Methods = [context.Request.Method], Routes = [context.Request.Path] };
        if (context.RequestServices.GetRequiredService<EndpointGuard>().Refusals(asked) is not [var refusal, ..]) return next(context);
        return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: refusal.Split('\n')[0]).ExecuteAsync(context);
    }
}
