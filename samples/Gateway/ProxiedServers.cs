using DecisionPolicies.AspNetCore;

namespace Gateway;

/// <summary>The servers behind the gateway.</summary>
internal static class ProxiedServers
{
    /// <summary>Maps the proxy's routes, each with the paths that it really serves for the endpoint guard to judge.</summary>
    public static IEndpointConventionBuilder MapProxiedServers(this IEndpointRouteBuilder endpoints) => endpoints
        .MapReverseProxy(proxy =>
        {
            proxy.Use(McpServersOnly);
            proxy.UseSessionAffinity();
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        })
        .ConfigureEndpoints((endpoint, route) => endpoint.WithMetadata(ProxiedPaths.Of(route)));

    // A catch-all to an MCP server lets through whatever else the server answers. That it is an MCP server has been said, so a
    // request that a decision speaks about is none that it should get.
    private static Task McpServersOnly(HttpContext context, RequestDelegate next)
    {
        if (context.GetRouteModel().Config.KindOf() != RouteKind.McpServer) return next(context);
        var asked = new ServedPaths { Methods = [context.Request.Method], Routes = [context.Request.Path] };
        if (context.RequestServices.GetRequiredService<EndpointGuard>().Refusals(asked) is not [var refusal, ..]) return next(context);
        return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: refusal.Split('\n')[0]).ExecuteAsync(context);
    }
}
