using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ModelContextProtocol.AspNetCore.Authentication;

namespace Gateway;

/// <summary>
/// Shows a client without a token where to get one: every 401 names the protected resource metadata (RFC 9728), and that
/// document names the upstream authorization servers.
/// </summary>
internal static class ProtectedResource
{
    public static AuthenticationBuilder AddProtectedResource(this AuthenticationBuilder authentication)
    {
        authentication.AddMcp(_ => { });
        authentication.Services.Configure<AuthenticationOptions>(options =>
            options.DefaultChallengeScheme = McpAuthenticationDefaults.AuthenticationScheme);
        authentication.Services
            .AddOptions<McpAuthenticationOptions>(McpAuthenticationDefaults.AuthenticationScheme)
            .Configure<IOptions<GatewayOptions>>((mcp, gateway) =>
            {
                // The servers behind the gateway share one resource identifier and so one document, at the root of the origin.
                mcp.ResourceMetadataUri = new("/.well-known/oauth-protected-resource", UriKind.Relative);
                mcp.ResourceMetadata = new()
                {
                    Resource = gateway.Value.GetResource(),
                    ResourceName = gateway.Value.ResourceName,
                    AuthorizationServers = [.. gateway.Value.AuthorizationServers.Select(server => server.OriginalString)],
                    ScopesSupported = [.. gateway.Value.Scopes],
                };
            });
        return authentication;
    }
}
