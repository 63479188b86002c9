using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gateway.Demo;

/// <summary>
/// Replaces the upstream identity provider: metadata (OpenID Connect Discovery, RFC 8414), keys, and a token endpoint for the
/// only client, which it knows beforehand. Its key lasts as long as the process.
/// </summary>
internal sealed class DemoIssuer
{
    public const string ClientId = "demo-client";
    public const string ClientSecret = "demo-secret";
    public const string TokenPath = "/token";

    private const string KeysPath = "/keys";

    private readonly WebApplication _server;
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.NewGuid().ToString("N") };

    private DemoIssuer(WebApplication server) => _server = server;

    // Its identity is the address on which it listens, whatever host name a request uses.
    private string Issuer => _server.Urls.Single();

    /// <summary>Builds the issuer, which listens once it has started.</summary>
    public static WebApplication Build(Uri url)
    {
        var server = LoopbackServer.CreateBuilder(url).Build();
        var issuer = new DemoIssuer(server);
        server.MapGet("/.well-known/openid-configuration", issuer.Metadata);
        server.MapGet("/.well-known/oauth-authorization-server", issuer.Metadata);
        server.MapGet(KeysPath, issuer.Keys);
        server.MapPost(TokenPath, issuer.Token);
        return server;
    }

    private IResult Metadata() => Results.Json(new
    {
        issuer = Issuer,
        token_endpoint = Issuer + TokenPath,
        jwks_uri = Issuer + KeysPath,
        grant_types_supported = new[] { "client_credentials" },
        token_endpoint_auth_methods_supported = new[] { "client_secret_post" },
        response_types_supported = Array.Empty<string>(),
    });

    private IResult Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_key);
        return Results.Json(new { keys = new[] { new { kty = key.Kty, use = "sig", kid = key.Kid, crv = key.Crv, x = key.X, y = key.Y } } });
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form["grant_type"] != "client_credentials")
            return Refusal("unsupported_grant_type");
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
            return Refusal("invalid_client");
        // RFC 8707: the client names the resource that the token is for, and the token is valid only there.
        if (form["resource"] is not [{ } resource])
            return Refusal("invalid_target");

        var lifetime = TimeSpan.FromHours(1);
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = resource,
            Expires = DateTime.UtcNow + lifetime,
            Claims = new Dictionary<string, object> { ["sub"] = ClientId, ["client_id"] = ClientId, ["scope"] = form["scope"].ToString() },
            SigningCredentials = new(_key, SecurityAlgorithms.EcdsaSha256),
        });
        return Results.Json(new { access_token = token, token_type = "Bearer", expires_in = (int)lifetime.TotalSeconds });
    }

    private static IResult Refusal(string error) => Results.Json(new { error }, statusCode: StatusCodes.Status400BadRequest);
}
