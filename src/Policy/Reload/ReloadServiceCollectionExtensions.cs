using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DecisionPolicies;

/// <summary>Registers the services that follow the configuration.</summary>
internal static class ReloadServiceCollectionExtensions
{
    /// <summary>Registers them once, however often it is called.</summary>
    public static void AddReloadWatch(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<EffectiveConfiguration>();
        services.TryAddSingleton<ReportedFindings>();
        services.TryAddSingleton<ChosenOptions>();
        services.TryAddSingleton<RejectionCounter>();
        services.TryAddSingleton<Refusals>();
        services.TryAddSingleton<ProviderFailures>();
        services.TryAddSingleton<ConfigurationVerdict>();
        services.TryAddSingleton<ReloadWatch>();
        // The first of the hosted services is created first.
        if (!services.Any(service => service.ImplementationType == typeof(StartGuard)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IHostedService, StartGuard>());
        }
    }
}
