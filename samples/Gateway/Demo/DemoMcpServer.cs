using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Server;

namespace Gateway.Demo;

/// <summary>An MCP server with two tools. It does not require a token; the gateway in front of it does.</summary>
internal static class DemoMcpServer
{
    public const string Path = "/mcp";

    /// <summary>Builds the server, which listens once it has started.</summary>
    public static WebApplication Build(Uri url)
    {
        var builder = LoopbackServer.CreateBuilder(url);
        builder.Services.AddMcpServer(server => server.ServerInfo = new() { Name = "Demo", Version = "1" })
            .WithHttpTransport(http => http.SessionMode = HttpServerSessionMode.Stateless)
            .WithTools(
            [
                McpServerTool.Create((string message) => message,
                    new() { Name = "echo", Description = "Returns the message.", ReadOnly = true }),
                McpServerTool.Create((int a, int b) => a + b,
                    new() { Name = "add", Description = "Adds two numbers.", ReadOnly = true }),
            ]);

        var server = builder.Build();
        server.MapMcp(Path);
        return server;
    }
}
