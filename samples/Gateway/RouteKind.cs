using Yarp.ReverseProxy.Configuration;

namespace Gateway;

/// <summary>
/// What stands behind a route, as its <c>Metadata:Kind</c> says. A path alone does not prove that it serves client registration, so
/// the operator tells.
/// </summary>
internal enum RouteKind
{
    /// <summary>Nothing is said, or that it is an authorization server: whatever the route lets through may reach a registration endpoint.</summary>
    Unknown,

    /// <summary>An MCP server (<c>mcp</c>). Registration is none of its business.</summary>
    McpServer,

    /// <summary>Something else, which the operator has named: the sign-up of users, a catalogue of servers.</summary>
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
