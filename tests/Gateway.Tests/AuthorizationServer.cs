using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Gateway.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gateway.Tests;

/// <summary>
/// An upstream identity provider for clients with a user (OAuth 2.1: authorization code with PKCE), in the tests' process. It knows
/// one client beforehand, and takes any other by its Client ID Metadata Document. It does not register clients. The user always consents.
/// </summary>
internal sealed class AuthorizationServer : IAsyncDisposable
{
    /// <summary>The client that an administrator has registered.</summary>
    public const string RegisteredClient = "registered-by-an-administrator";

    /// <summary>Where that client, and no other, waits for the answer.</summary>
    public const string RegisteredRedirect = "http://127.0.0.1:1/registered";

    private readonly WebApplication _server = LoopbackServer.CreateBuilder(new("http://127.0.0.1:0")).Build();
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "only" };
    private readonly ConcurrentDictionary<string, Grant> _grants = new();
    private readonly HttpClient _web;

    /// <param name="web">Answers what the server asks other servers for: metadata documents.</param>
    public AuthorizationServer(HttpMessageHandler web)
    {
        _web = new(web);
        _server.MapGet("/.well-known/oauth-authorization-server", Metadata);
        _server.MapGet("/.well-known/openid-configuration", Metadata);
        _server.MapGet("/keys", Keys);
        _server.MapGet("/authorize", Authorize);
        _server.MapPost("/token", Token);
        _server.MapFallback((HttpRequest request) =>
        {
            Unexpected.Enqueue($"{request.Method} {request.Path}");
            return Results.NotFound();
        });
    }

    public string Issuer => _server.Urls.Single();

    /// <summary>The clients that have been given a token.</summary>
    public ConcurrentQueue<string> Served { get; } = new();

    /// <summary>Requests for anything that the server does not have, registration among it.</summary>
    public ConcurrentQueue<string> Unexpected { get; } = new();

    public Task StartAsync() => _server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _web.Dispose();
    }

    private IResult Metadata() => Results.Json(new
    {
        issuer = Issuer,
        authorization_endpoint = Issuer + "/authorize",
        token_endpoint = Issuer + "/token",
        jwks_uri = Issuer + "/keys",
        response_types_supported = new[] { "code" },
        grant_types_supported = new[] { "authorization_code" },
        code_challenge_methods_supported = new[] { "S256" },
        token_endpoint_auth_methods_supported = new[] { "none" },
        client_id_metadata_document_supported = true,
        authorization_response_iss_parameter_supported = true,
    });

    private IResult Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_key);
        return Results.Json(new { keys = new[] { new { kty = key.Kty, use = "sig", kid = key.Kid, crv = key.Crv, x = key.X, y = key.Y } } });
    }

    private async Task<IResult> Authorize(
        string client_id, string redirect_uri, string code_challenge, string code_challenge_method, string resource, string state)
    {
        if (code_challenge_method != "S256" || !(await RedirectsOf(client_id)).Contains(redirect_uri))
            return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        _grants[code] = new(client_id, redirect_uri, code_challenge, resource);
        return Results.Redirect(
            QueryHelpers.AddQueryString(redirect_uri, new Dictionary<string, string?> { ["code"] = code, ["state"] = state, ["iss"] = Issuer }));
    }

    private async Task<IReadOnlyList<string>> RedirectsOf(string client)
    {
        if (client == RegisteredClient)
            return [RegisteredRedirect];
        // draft-ietf-oauth-client-id-metadata-document: the client's id is where its metadata is, and the metadata has to say so.
        if (!Uri.TryCreate(client, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
            return [];
        var document = await _web.GetFromJsonAsync<ClientMetadata>(url);
        return document?.client_id == client ? document.redirect_uris : [];
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] != "authorization_code" || !_grants.TryRemove(form["code"].ToString(), out var grant))
            return Results.BadRequest(new { error = "invalid_grant" });
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["client_id"] != grant.Client || form["redirect_uri"] != grant.Redirect || form["resource"] != grant.Resource || challenge != grant.Challenge)
            return Results.BadRequest(new { error = "invalid_grant" });

        Served.Enqueue(grant.Client);
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = grant.Resource,
            Claims = new Dictionary<string, object> { ["sub"] = "user", ["client_id"] = grant.Client },
            SigningCredentials = new(_key, SecurityAlgorithms.EcdsaSha256),
        });
        return Results.Json(new { access_token = token, token_type = "Bearer", expires_in = 3600 });
    }

    private sealed record Grant(string Client, string Redirect, string Challenge, string Resource);

    private sealed record ClientMetadata(string client_id, string[] redirect_uris);
}
