using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Gateway.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.WebUtilities;
using ModelContextProtocol.Authentication;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gateway.Tests;

/// <summary>Clients that need no registration at the gateway get through it to an MCP server, by the MCP SDK's own authorization.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private const string PublicOrigin = "http://gateway.test";
    private const string ClientDocument = "https://client.test/oauth/metadata.json";
    private const string ClientRedirect = "http://127.0.0.1:1/self-described";

    private readonly WebApplication _mcpServer = DemoMcpServer.Build(new("http://127.0.0.1:0"));
    private readonly AuthorizationServer _idp = new(new ClientsWebSite());
    private GatewayProcess? _gateway;
    private HttpClient? _http;

    [Fact]
    public async Task A_client_that_an_administrator_has_registered_at_the_identity_provider()
    {
        await using var client = await Connect(new()
        {
            ClientId = AuthorizationServer.RegisteredClient,
            RedirectUri = new(AuthorizationServer.RegisteredRedirect),
            AuthorizationCallbackHandler = Consent,
        });

        Assert.Equal("42", await Sum(client));
        Assert.Equal([AuthorizationServer.RegisteredClient], _idp.Served);
        Assert.Empty(_idp.Unexpected);
    }

    [Fact]
    public async Task A_client_that_describes_itself_by_a_metadata_document()
    {
        await using var client = await Connect(new()
        {
            ClientMetadataDocumentUri = new(ClientDocument),
            RedirectUri = new(ClientRedirect),
            AuthorizationCallbackHandler = Consent,
        });

        Assert.Equal("42", await Sum(client));
        Assert.Equal([ClientDocument], _idp.Served);
        Assert.Empty(_idp.Unexpected);
    }

    public async ValueTask InitializeAsync()
    {
        await _mcpServer.StartAsync();
        await _idp.StartAsync();
        _gateway = GatewayProcess.Start(new()
        {
            Arguments =
            [
                $"--Gateway:PublicOrigin={PublicOrigin}",
                $"--Gateway:AuthorizationServers:0={_idp.Issuer}",
                "--ReverseProxy:Routes:tools:ClusterId=tools",
                "--ReverseProxy:Routes:tools:Match:Path=/servers/tools/mcp",
                "--ReverseProxy:Routes:tools:Transforms:0:PathSet=/mcp",
                $"--ReverseProxy:Clusters:tools:Destinations:only:Address={_mcpServer.Urls.Single()}",
            ],
        });
        var address = await _gateway.Address();
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = (to, cancel) =>
                ConnectTo(to.DnsEndPoint.Host == "gateway.test" ? new(address.Host, address.Port) : to.DnsEndPoint, cancel),
        });
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_gateway is not null)
            await _gateway.DisposeAsync();
        await _idp.DisposeAsync();
        await _mcpServer.DisposeAsync();
    }

    // The name gateway.test is known to no name system; this is where it is.
    private static async ValueTask<Stream> ConnectTo(DnsEndPoint server, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private Task<McpClient> Connect(ClientOAuthOptions oauth) => McpClient.CreateAsync(new HttpClientTransport(
        new() { Endpoint = new($"{PublicOrigin}/servers/tools/mcp"), TransportMode = HttpTransportMode.StreamableHttp, OAuth = oauth }, _http!));

    // What a browser does when the user consents.
    private async Task<AuthorizationResult?> Consent(AuthorizationCallbackContext asked, CancellationToken cancel)
    {
        using var answer = await _http!.GetAsync(asked.AuthorizationUri, cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var query = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        return new() { Code = query["code"]!, State = query["state"], Iss = query["iss"] };
    }

    private static async Task<string> Sum(McpClient client)
    {
        var sum = await client.CallToolAsync("add", new Dictionary<string, object?> { ["a"] = 2, ["b"] = 40 });
        return Assert.IsType<TextContentBlock>(Assert.Single(sum.Content)).Text;
    }

    /// <summary>The web site at which the self-describing client keeps its document.</summary>
    private sealed class ClientsWebSite : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            request.RequestUri?.AbsoluteUri == ClientDocument
                ? new HttpResponseMessage
                {
                    Content = JsonContent.Create(
                        new { client_id = ClientDocument, client_name = "Some client", redirect_uris = new[] { ClientRedirect } }),
                }
                : new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
