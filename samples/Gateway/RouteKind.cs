using Yarp.ReverseProxy.Configuration;

namespace Gateway;

/// <summary>
/// The kind of server behind a route, from its <c>Metadata:Kind</c>. A path alone does not prove that it serves client registration, so
/// the operator states the kind.
/// </summary>
internal enum RouteKind
{
    /// <summary>Not stated, or an authorization server (<c>oauth</c>): any request that the route forwards may reach a registration endpoint.</summary>
    Unknown,

    /// <summary>An MCP server (<c>mcp</c>), which does not register clients.</summary>
    McpServer,

    /// <summary>Something else that the operator has named: user sign-up, a catalogue of servers.</summary>
    Other,
}

/// <summary>Reads the kind of a route.</summary>
internal static class RouteKinds
{
    public static RouteKind KindOf(this RouteConfig route)
    {
        var kind = route.Metadata?.FirstOrDefault(entry => entry.Key.Equals("Kind", StringComparison.OrdinalIgnoreCase)).Value?.Trim() ?? "";
        if (kind.Length == 0 || kind.Equals("oauth", StringComparison.OrdinalIgnoreCase)) return RouteKind.Unknown;
        return kind.Equals("mcp", StringComparison.OrdinalIgnoreCase) ? RouteKind.McpServer : RouteKind.Other;
    }
}
