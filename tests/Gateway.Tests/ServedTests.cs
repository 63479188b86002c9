using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

/// <summary>What a server behind the gateway answers in the gateway's name.</summary>
public sealed class ServedTests(ServedTests.MetadataGateway gateway) : IClassFixture<ServedTests.MetadataGateway>
{
    [Theory]
    [InlineData("oauth-authorization-server")]
    [InlineData("openid-configuration")]
    [InlineData("oauth-protected-resource/servers/tools")]
    public async Task Metadata_that_sends_clients_to_register_at_the_gateway_is_not_sent(string document)
    {
        var answer = await gateway.Http.GetAsync($"/.well-known/{document}?registration=https://gateway.test/register");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal("ADR-0001 rejects this document: No DCR in the Registry", (string?)problem["title"]);
    }

    [Fact]
    public async Task The_address_that_a_request_came_by_is_an_origin_of_the_gateway_too()
    {
        var answer = await gateway.Http.GetAsync($"/.well-known/openid-configuration?registration={gateway.Http.BaseAddress}register");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task A_client_that_asks_for_compression_is_not_sent_it_either()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/openid-configuration?registration=https://gateway.test/register");
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");

        Assert.Equal(HttpStatusCode.InternalServerError, (await gateway.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("?registration=https://idp.test/register")]
    [InlineData("")]
    public async Task Metadata_of_delegated_registration_is_sent(string query)
    {
        var answer = await gateway.Http.GetAsync("/.well-known/openid-configuration" + query);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("https://idp.test", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["issuer"]);
    }

    [Theory]
    [InlineData("/tools/register", "mcp")]
    [InlineData("/people/oauth/register", "signup")]
    [InlineData("/elsewhere/register", "no route")]
    public async Task A_request_for_registration_does_not_get_through_a_catch_all(string path, string kind)
    {
        var answer = await gateway.Http.PostAsJsonAsync(path, new { redirect_uris = new[] { "http://127.0.0.1" } });

        Assert.Equal((kind, HttpStatusCode.NotFound), (kind, answer.StatusCode));
        Assert.Equal("ADR-0001 rejects this request: No DCR in the Registry", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["title"]);
    }

    [Fact]
    public async Task A_route_that_names_the_path_and_says_what_it_is_for_gets_through() =>
        Assert.Equal("signed up", await (await gateway.Http.PostAsync("/identity/register", null)).Content.ReadAsStringAsync());

    [Fact]
    public async Task Any_other_request_gets_through_it() =>
        Assert.Equal("tools", await (await gateway.Http.PostAsync("/tools/mcp", null)).Content.ReadAsStringAsync());

    /// <summary>A gateway in front of a server that registers clients, and writes metadata with whatever address it is asked to.</summary>
    public sealed class MetadataGateway : IAsyncLifetime
    {
        private readonly WebApplication _server = LoopbackServer.CreateBuilder(new("http://127.0.0.1:0")).Build();
        private GatewayProcess? _process;
        private HttpClient? _http;

        internal HttpClient Http => _http!;

        public async ValueTask InitializeAsync()
        {
            _server.MapGet("/.well-known/{**document}", (string? registration) => registration is null
                ? Results.Json(new { issuer = "https://idp.test" })
                : Results.Json(new { issuer = "https://idp.test", registration_endpoint = registration }));
            _server.MapPost("/tools/register", () => Results.Json(new { client_id = "minted" }, statusCode: StatusCodes.Status201Created));
            _server.MapPost("/people/oauth/register", () => Results.Json(new { client_id = "minted" }, statusCode: StatusCodes.Status201Created));
            _server.MapPost("/identity/register", () => "signed up");
            _server.MapPost("/tools/mcp", () => "tools");
            await _server.StartAsync();
            _process = GatewayProcess.Start(new()
            {
                Arguments =
                [
                    "--Gateway:PublicOrigin=https://gateway.test",
                    "--Gateway:AuthorizationServers:0=https://idp.test",
                    .. Route("metadata", "/.well-known/{**document}", "metadata"),
                    .. Route("tools", "/tools/{**rest}", "mcp"),
                    .. Route("people", "/people/{**rest}", "signup"),
                    .. Route("signup", "/identity/register", "signup"),
                    $"--ReverseProxy:Clusters:server:Destinations:only:Address={_server.Urls.Single()}",
                ],
            });
            _http = new() { BaseAddress = await _process.Address() };

            static IEnumerable<string> Route(string id, string path, string kind) =>
            [
                $"--ReverseProxy:Routes:{id}:ClusterId=server",
                $"--ReverseProxy:Routes:{id}:Match:Path={path}",
                $"--ReverseProxy:Routes:{id}:Metadata:Kind={kind}",
                $"--ReverseProxy:Routes:{id}:AuthorizationPolicy=anonymous",
            ];
        }

        public async ValueTask DisposeAsync()
        {
            _http?.Dispose();
            if (_process is not null)
                await _process.DisposeAsync();
            await _server.DisposeAsync();
        }
    }
}
