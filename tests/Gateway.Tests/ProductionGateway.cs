namespace Gateway.Tests;

/// <summary>A gateway in Production, pointed by configuration at an <see cref="Upstream"/>; one for all tests of a class.</summary>
public sealed class ProductionGateway : IAsyncLifetime
{
    /// <summary>Where clients believe the gateway to be.</summary>
    public const string PublicOrigin = "https://gateway.test";

    /// <summary>The credential that the second route presents to its server on the gateway's own behalf.</summary>
    public const string ServerCredential = "Bearer known-to-gateway-and-server";

    private GatewayProcess? _process;
    private Upstream? _upstream;
    private HttpClient? _http;

    internal Upstream Upstream => _upstream!;

    internal HttpClient Http => _http!;

    public async ValueTask InitializeAsync()
    {
        _upstream = await Upstream.StartAsync();
        _process = GatewayProcess.Start(new()
        {
            Arguments =
            [
                $"--Gateway:PublicOrigin={PublicOrigin}",
                $"--Gateway:AuthorizationServers:0={_upstream.Issuer}",
                $"--Gateway:AuthorizationServers:1={_upstream.SecondIssuer}",
                $"--ReverseProxy:Clusters:tools:Destinations:only:Address={_upstream.McpServer}",
                .. Route("plain"),
                .. Route("trusted"),
                "--ReverseProxy:Routes:trusted:Transforms:1:RequestHeader=Authorization",
                $"--ReverseProxy:Routes:trusted:Transforms:1:Set={ServerCredential}",
            ],
        });
        _http = new() { BaseAddress = await _process.Address() };

        static IEnumerable<string> Route(string id) =>
        [
            $"--ReverseProxy:Routes:{id}:ClusterId=tools",
            $"--ReverseProxy:Routes:{id}:Match:Path=/servers/{id}/mcp",
            $"--ReverseProxy:Routes:{id}:Transforms:0:PathSet=/mcp",
        ];
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_process is not null)
            await _process.DisposeAsync();
        if (_upstream is not null)
            await _upstream.DisposeAsync();
    }
}
