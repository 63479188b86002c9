using Microsoft.Extensions.Options;
using Yarp.ReverseProxy;

namespace Gateway;

/// <summary>The catalogue, <c>GET /servers</c>: the MCP servers behind the gateway, and where a client reaches them.</summary>
internal static class Catalogue
{
    // YARP reloads its routes at run time; asking it on every request shows what it serves now.
    public static IEndpointConventionBuilder MapCatalogue(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/servers", (IProxyStateLookup proxy, IOptions<GatewayOptions> gateway) =>
            from route in proxy.GetRoutes()
            orderby route.Config.RouteId
            select new CatalogueEntry(route.Config.RouteId, gateway.Value.GetResource() + route.Config.Match.Path));
}

/// <summary>One MCP server in the catalogue.</summary>
/// <param name="Id">The id of its route.</param>
/// <param name="Url">Its address for clients, at the gateway.</param>
internal sealed record CatalogueEntry(string Id, string Url);
