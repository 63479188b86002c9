using Microsoft.Extensions.Options;

namespace Gateway.Demo;

/// <summary>
/// Starts the demo servers with the gateway and stops them with it. The host calls <see cref="StartingAsync"/> after the options
/// have been validated, so a rejected start has not bound a port.
/// </summary>
internal sealed partial class DemoServers(IOptions<DemoOptions> options, ILogger<DemoServers> logger) : IHostedLifecycleService
{
    private readonly List<WebApplication> _running = [];

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await Run(DemoMcpServer.Build(options.Value.McpServer.Url!));
        await Run(DemoIssuer.Build(options.Value.Issuer.Url!));
        LogRunning(_running[0].Urls.Single(), _running[1].Urls.Single());

        async Task Run(WebApplication server)
        {
            _running.Add(server);
            await server.StartAsync(cancellationToken);
        }
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        foreach (var server in _running)
            await server.DisposeAsync();
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Development only: demo MCP server at {McpServer}, demo issuer at {Issuer}")]
    private partial void LogRunning(string mcpServer, string issuer);
}
