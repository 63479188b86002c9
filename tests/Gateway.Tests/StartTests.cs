using System.Net;
using System.Net.Sockets;
using Gateway.Demo;

namespace Gateway.Tests;

/// <summary>What has to be there for the gateway to start, and what starts with it.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task In_Development_it_serves_with_nothing_else_running()
    {
        var (mcpServer, issuer) = (FreeAddress(), FreeAddress());
        await using var gateway = GatewayProcess.Start(new()
        {
            Environment = "Development",
            Arguments =
            [
                $"--Demo:McpServer:Url={mcpServer}",
                $"--Demo:Issuer:Url={issuer}",
                $"--Gateway:AuthorizationServers:0={issuer}",
                $"--ReverseProxy:Clusters:demo:Destinations:only:Address={mcpServer}",
            ],
        });
        var address = await gateway.Address();

        var token = await Upstream.GetToken(issuer, "http://localhost:5080");
        await using var client = await McpClients.Connect(new(address, "/servers/demo/mcp"), token);

        Assert.NotEmpty(await client.ListToolsAsync());
    }

    [Fact]
    public async Task In_Production_nothing_can_start_the_demo_issuer()
    {
        var (mcpServer, issuer) = (FreeAddress(), FreeAddress());
        await using var gateway = GatewayProcess.Start(new()
        {
            Arguments =
            [
                "--Gateway:PublicOrigin=https://gateway.test",
                $"--Gateway:AuthorizationServers:0={issuer}",
                $"--Demo:McpServer:Url={mcpServer}",
                $"--Demo:Issuer:Url={issuer}",
            ],
        });
        await gateway.Address();

        await Assert.ThrowsAsync<HttpRequestException>(() => Upstream.GetToken(issuer, "https://gateway.test"));
    }

    [Fact]
    public async Task Without_settings_it_says_what_is_missing_and_binds_no_port()
    {
        await using var gateway = GatewayProcess.Start(new());

        var exit = await gateway.Exit();

        Assert.NotEqual(0, exit.Code);
        Assert.Contains("PublicOrigin", exit.Error);
        Assert.Contains("AuthorizationServers", exit.Error);
        Assert.DoesNotContain("Now listening on", exit.Output);
    }

    [Theory]
    [InlineData("--Gateway:PublicOrigin=https://gateway.test/path", "PublicOrigin")]
    [InlineData("--Gateway:PublicOrigin=gateway.test", "PublicOrigin")]
    [InlineData("--Gateway:AuthorizationServers:0=idp.test", "AuthorizationServers")]
    [InlineData("--Gateway:AuthorizationServers:0=", "AuthorizationServers")]
    [InlineData("--Demo:Issuer:Url=http://0.0.0.0:5082", "Issuer:Url")]
    public async Task A_start_that_is_refused_has_started_no_demo_server(string argument, string named)
    {
        await using var gateway = GatewayProcess.Start(new() { Environment = "Development", Arguments = [argument] });

        var exit = await gateway.Exit();

        Assert.NotEqual(0, exit.Code);
        Assert.Contains(named, exit.Error);
        Assert.DoesNotContain("demo MCP server", exit.Output);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://issuer.test:0")]
    public void A_demo_server_serves_this_machine_only(string url) =>
        Assert.Throws<ArgumentException>(() => DemoIssuer.Build(new(url)));

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
