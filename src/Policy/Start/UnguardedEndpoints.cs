using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DecisionPolicies;

/// <summary>
/// Warns at start if decisions have rules about endpoints and nothing judges them: this assembly does not depend on a web server, but
/// another package does. A host without a web server does not have endpoints.
/// </summary>
/// <param name="registered">What is registered in the host.</param>
/// <param name="provider">The container.</param>
internal sealed class UnguardedEndpoints(RegisteredServices registered, IServiceProvider provider) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (registered.HasEndpointGuard || !registered.HasWebServer) return Task.CompletedTask;
        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(Log.Category);
        foreach (var decision in HostDecisions.Of(provider).Where(decision => decision.Enforces<EndpointRule>()))
        {
            logger.EndpointsUnguarded(DisplayText.Neutralise(decision.Citation()));
        }
        return Task.CompletedTask;
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
