using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Registers the decisions that a host keeps.</summary>
public static class DecisionPoliciesServiceCollectionExtensions
{
    /// <summary>
    /// Judges the whole effective configuration by these decisions when the host starts, and again on each reload. For builders
    /// that are no <see cref="IHostApplicationBuilder"/>. Where there is no generic host, register the configuration and call
    /// <see cref="DecisionPoliciesServiceProviderExtensions.ValidateDecisions"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="decisions">The decisions, as a rule <c>Decisions.All</c>.</param>
    /// <param name="configure">Chooses what happens when a reload is refused.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddDecisionPolicies(
        this IServiceCollection services, IEnumerable<DecisionPolicy> decisions, Action<DecisionPoliciesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(decisions);
        services.AddReloadWatch();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DecisionPoliciesOptions>, EffectiveConfigurationValidator>());
        services.AddOptions<DecisionPoliciesOptions>()
            .Configure(options =>
            {
                foreach (var decision in decisions)
                {
                    if (!options.Decisions.Contains(decision)) options.Decisions.Add(decision);
                }
                configure?.Invoke(options);
            })
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, UnguardedEndpoints>(provider => new(services, provider)));
        return services;
    }
}
