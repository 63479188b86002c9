using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

/// <summary>What is behind a gateway: identity providers and an MCP server, real ones, in the tests' process.</summary>
internal sealed class Upstream : IAsyncDisposable
{
    private static readonly Uri _anyPort = new("http://127.0.0.1:0");

    private readonly WebApplication _mcpServer = DemoMcpServer.Build(_anyPort);
    private readonly WebApplication _issuer = DemoIssuer.Build(_anyPort);
    private readonly WebApplication _secondIssuer = DemoIssuer.Build(_anyPort);
    private readonly WebApplication _strangeIssuer = DemoIssuer.Build(_anyPort);
    private readonly ConcurrentQueue<IHeaderDictionary> _received = new();

    private Upstream() => _mcpServer.Use((context, next) =>
    {
        _received.Enqueue(new HeaderDictionary(context.Request.Headers.ToDictionary()));
        return next(context);
    });

    public string McpServer => _mcpServer.Urls.Single();

    public string Issuer => _issuer.Urls.Single();

    /// <summary>Listed as an authorization server beside <see cref="Issuer"/>.</summary>
    public string SecondIssuer => _secondIssuer.Urls.Single();

    /// <summary>Listed nowhere.</summary>
    public string StrangeIssuer => _strangeIssuer.Urls.Single();

    /// <summary>The headers of every request that has reached the MCP server.</summary>
    public IReadOnlyCollection<IHeaderDictionary> Received => _received;

    private IEnumerable<WebApplication> All => [_mcpServer, _issuer, _secondIssuer, _strangeIssuer];

    public static async Task<Upstream> StartAsync()
    {
        var upstream = new Upstream();
        foreach (var server in upstream.All)
            await server.StartAsync();
        return upstream;
    }

    /// <summary>Gets an access token, as a client that is registered at the issuer does.</summary>
    public static async Task<string> GetToken(string issuer, string resource)
    {
        using var http = new HttpClient();
        using var response = await http.PostAsync(issuer + DemoIssuer.TokenPath, new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", DemoIssuer.ClientId),
            new("client_secret", DemoIssuer.ClientSecret),
            new("resource", resource),
        ]));
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in All)
            await server.DisposeAsync();
    }
}
