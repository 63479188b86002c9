using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>
/// Asks for the verdict once more before any hosted service starts, and follows the configuration from then on. The host's own
/// validation has asked already, unless the application has replaced it, knowingly or not, or the host is a <c>WebHost</c>, which
/// has none; a verdict is kept, so nothing is judged twice.
/// </summary>
internal sealed class StartGuard(IOptionsMonitor<DecisionPoliciesOptions> verdict, ReloadWatch watch) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _ = verdict.CurrentValue;
        watch.Begin();
        return Task.CompletedTask;
    }

    // A WebHost knows no earlier moment, and starts its server after this.
    Task IHostedService.StartAsync(CancellationToken cancellationToken) => StartingAsync(cancellationToken);

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
