using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Registers the decisions that a host complies with.</summary>
public static class DecisionPoliciesServiceCollectionExtensions
{
    /// <summary>
    /// Judges the whole effective configuration by these decisions when the host starts, and again on each reload. Use it for builders
    /// that are neither an <see cref="IHostApplicationBuilder"/> nor an <see cref="IHostBuilder"/>. A reload is held back until it is judged if the
    /// registered configuration is a <c>ConfigurationManager</c>; otherwise it is judged after it is seen. Without a generic host, register the
    /// configuration and call <see cref="DecisionPoliciesServiceProviderExtensions.ValidateDecisions"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="decisions">The decisions, usually <c>Decisions.All</c>.</param>
    /// <param name="configure">Configures what happens when a reload is rejected.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddDecisionPolicies(
        this IServiceCollection services, IEnumerable<DecisionPolicy> decisions, Action<DecisionPoliciesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(decisions);
        services.AddReloadWatch();
        services.AddReloadTransaction();
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
        services.TryAddSingleton(provider => new RegisteredServices(services, provider));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, UnguardedEndpoints>());
        return services;
    }
}
