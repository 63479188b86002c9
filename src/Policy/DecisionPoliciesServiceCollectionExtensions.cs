using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Registers the decisions that a host keeps.</summary>
public static class DecisionPoliciesServiceCollectionExtensions
{
    /// <summary>
    /// Judges the whole effective configuration by these decisions when the host starts. For builders that are no
    /// <see cref="IHostApplicationBuilder"/>; the host must register its configuration and environment, as every generic host does.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="decisions">The decisions, as a rule <c>Decisions.All</c>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddDecisionPolicies(this IServiceCollection services, IEnumerable<DecisionPolicy> decisions)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(decisions);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ReportedFindings>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DecisionPoliciesOptions>, EffectiveConfigurationValidator>());
        services.AddOptions<DecisionPoliciesOptions>()
            .Configure(options =>
            {
                foreach (var decision in decisions)
                {
                    if (!options.Decisions.Contains(decision)) options.Decisions.Add(decision);
                }
            })
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartGuard>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, UnguardedEndpoints>(provider => new(services, provider)));
        return services;
    }
}
