using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>
/// Asks for the verdict before any other hosted service is created, because one whose constructor throws would hide it, and follows the
/// configuration from then on. The host's own validation comes later, and the application may have replaced it, knowingly or not; a
/// <c>WebHost</c> lacks one.
/// </summary>
internal sealed class StartGuard : IHostedLifecycleService
{
    private readonly IOptionsMonitor<DecisionPoliciesOptions> _validated;
    private readonly ConfigurationVerdict _verdict;
    private readonly ChosenOptions _chosen;
    private readonly ReloadWatch _watch;
    private readonly ReloadTransaction? _transaction;

    public StartGuard(
        IOptionsMonitor<DecisionPoliciesOptions> validated,
        ConfigurationVerdict verdict,
        ChosenOptions chosen,
        ReloadWatch watch,
        IServiceProvider services)
    {
        (_validated, _verdict, _chosen, _watch) = (validated, verdict, chosen, watch);
        _transaction = services.GetService<ReloadTransaction>();
        _transaction?.TakeOver();
        StartValidation.ThrowIfRejected(services);
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _ = _validated.CurrentValue;
        _watch.Begin();
        return Task.CompletedTask;
    }

    // A WebHost offers no earlier moment, and starts its server after this. The verdict of validation is cached, and code may
    // have changed the configuration since: it is judged again, once no change can come in between.
    Task IHostedService.StartAsync(CancellationToken cancellationToken)
    {
        _transaction?.Begin();
        var decisions = _chosen.Value.Decisions;
        if (decisions.Count > 0 && _verdict.AtStart(decisions) is { Count: > 0 } rejections)
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
