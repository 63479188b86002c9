using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gateway.Tests;

/// <summary>What the gateway does for a client with a valid token.</summary>
public sealed class ProxyTests(ProductionGateway gateway) : IClassFixture<ProductionGateway>
{
    [Fact]
    public async Task An_MCP_client_lists_and_calls_the_tools_of_a_server_behind_the_gateway()
    {
        await using var client = await Connect("plain", await GetToken());

        var tools = await client.ListToolsAsync();
        var sum = await client.CallToolAsync("add", new Dictionary<string, object?> { ["a"] = 2, ["b"] = 40 });

        Assert.Equal(["add", "echo"], tools.Select(tool => tool.Name).Order());
        Assert.Equal("42", Assert.IsType<TextContentBlock>(Assert.Single(sum.Content)).Text);
    }

    [Fact]
    public async Task The_access_token_does_not_reach_the_server()
    {
        var token = await GetToken();
        await using var client = await Connect("plain", token);

        await client.CallToolAsync("echo", new Dictionary<string, object?> { ["message"] = "hello" });

        Assert.NotEmpty(gateway.Upstream.Received);
        Assert.DoesNotContain(gateway.Upstream.Received, headers => headers.Any(header => header.Value.ToString().Contains(token)));
    }

    [Fact]
    public async Task A_route_can_present_the_gateways_own_credential_to_its_server()
    {
        await using var client = await Connect("trusted", await GetToken());

        Assert.Contains(gateway.Upstream.Received, headers => headers.Authorization == ProductionGateway.ServerCredential);
    }

    [Theory]
    [InlineData("/register")]
    [InlineData("/servers/plain/register")]
    [InlineData("/servers/plain/mcp/register")]
    public async Task Nothing_answers_beside_a_servers_own_path(string path)
    {
        var answer = await Send(HttpMethod.Post, path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_resource_metadata_lists_the_authorization_servers()
    {
        var metadata = await gateway.Http.GetFromJsonAsync<JsonObject>("/.well-known/oauth-protected-resource");

        Assert.Equal(ProductionGateway.PublicOrigin, (string?)metadata!["resource"]);
        Assert.Equal([gateway.Upstream.Issuer, gateway.Upstream.SecondIssuer],
            metadata["authorization_servers"]!.AsArray().Select(server => (string)server!));
    }

    [Fact]
    public async Task The_catalogue_lists_the_servers_by_their_public_addresses()
    {
        var answer = await Send(HttpMethod.Get, "/servers");

        var servers = await answer.Content.ReadFromJsonAsync<IEnumerable<CatalogueEntry>>();
        Assert.Equal(
            [
                new("plain", $"{ProductionGateway.PublicOrigin}/servers/plain/mcp"),
                new("trusted", $"{ProductionGateway.PublicOrigin}/servers/trusted/mcp"),
            ],
            servers);
    }

    private Task<McpClient> Connect(string server, string token) =>
        McpClients.Connect(new(gateway.Http.BaseAddress!, $"/servers/{server}/mcp"), token);

    private Task<string> GetToken() => Upstream.GetToken(gateway.Upstream.Issuer, ProductionGateway.PublicOrigin);

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetToken());
        return await gateway.Http.SendAsync(request);
    }
}
