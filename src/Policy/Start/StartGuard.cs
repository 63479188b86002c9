using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>
/// Asks for the verdict before any hosted service starts, and follows the configuration from then on. The host's own validation has
/// already asked, unless the application has replaced it, knowingly or not, or the host is a <c>WebHost</c>, which lacks one.
/// </summary>
internal sealed class StartGuard(
    IOptionsMonitor<DecisionPoliciesOptions> validated, ConfigurationVerdict verdict, ChosenOptions chosen, ReloadWatch watch) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _ = validated.CurrentValue;
        watch.Begin();
        return Task.CompletedTask;
    }

    // A WebHost offers no earlier moment, and starts its server after this. The verdict of validation is cached, and code may
    // have changed the configuration since: it is judged again.
    Task IHostedService.StartAsync(CancellationToken cancellationToken)
    {
        var decisions = chosen.Value.Decisions;
        if (decisions.Count > 0 && verdict.AtStart(decisions) is { Count: > 0 } rejections)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(DecisionPoliciesOptions), rejections);
        }
        return StartingAsync(cancellationToken);
    }

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
