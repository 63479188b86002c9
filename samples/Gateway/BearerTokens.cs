using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Gateway;

/// <summary>
/// One authentication scheme per authorization server, named by its URL: a token is checked with the keys of its own issuer, so
/// that none of several trusted servers can speak for another.
/// </summary>
internal static class BearerTokens
{
    private const string Prefix = "Bearer ";

    public static AuthenticationBuilder AddBearerTokens(this AuthenticationBuilder authentication)
    {
        authentication.AddPolicyScheme(JwtBearerDefaults.AuthenticationScheme, displayName: null, _ => { });
        authentication.Services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, JwtBearerPostConfigureOptions>();
        authentication.Services.ConfigureOptions<SchemePerServer>();
        return authentication;
    }

    private sealed class SchemePerServer(IOptions<GatewayOptions> gateway) : IConfigureOptions<AuthenticationOptions>,
        IConfigureNamedOptions<PolicySchemeOptions>, IConfigureNamedOptions<JwtBearerOptions>
    {
        public void Configure(AuthenticationOptions authentication)
        {
            authentication.DefaultAuthenticateScheme = JwtBearerDefaults.AuthenticationScheme;
            foreach (var server in gateway.Value.AuthorizationServers.Distinct())
                authentication.AddScheme<JwtBearerHandler>(server.AbsoluteUri, displayName: null);
        }

        public void Configure(string? name, PolicySchemeOptions bearer)
        {
            if (name == JwtBearerDefaults.AuthenticationScheme)
                bearer.ForwardDefaultSelector = request => ServerOf(request).AbsoluteUri;
        }

        public void Configure(string? name, JwtBearerOptions jwt)
        {
            if (!Uri.TryCreate(name, UriKind.Absolute, out var server))
                return;

            jwt.Authority = name;
            jwt.Audience = gateway.Value.GetResource();
            jwt.MapInboundClaims = false;
            // An attacker can replace keys that are fetched over plain HTTP, unless they stay on this machine.
            jwt.RequireHttpsMetadata = !server.IsLoopback;
        }

        public void Configure(PolicySchemeOptions options) => Configure(Options.DefaultName, options);

        public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);

        // The issuer is not verified yet. It only chooses the server whose keys must verify the token.
        private Uri ServerOf(HttpContext request)
        {
            var servers = gateway.Value.AuthorizationServers;
            var issuer = IssuerOf(request.Request.Headers.Authorization.ToString());
            return servers.FirstOrDefault(server => server.AbsoluteUri.TrimEnd('/') == issuer?.TrimEnd('/')) ?? servers[0];
        }

        private static string? IssuerOf(string authorization)
        {
            if (!authorization.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                return null;

            try
            {
                return new JsonWebToken(authorization[Prefix.Length..].Trim()).Issuer;
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }
}
