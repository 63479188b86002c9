using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Registers the services that follow the configuration.</summary>
internal static class ReloadServiceCollectionExtensions
{
    /// <summary>Makes reloads transactions where the configuration allows for it, once, however often it is called.</summary>
    public static void AddReloadTransaction(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(ReloadTransaction))) return;
        services.AddSingleton<TakenConfiguration>();
        services.AddSingleton<ReloadTransaction>();
        // An application that makes all options by a factory of its own does so as before.
        if (services.LastOrDefault(service => service.ServiceType == typeof(IOptionsFactory<>))?.ImplementationType == typeof(OptionsFactory<>))
        {
            services.AddTransient(typeof(IOptionsFactory<>), typeof(SeenOptionsFactory<>));
        }
        // As soon as the host asks for its configuration, which is before anybody else can follow it.
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i] is not { IsKeyedService: false, ImplementationFactory: { } make } service) continue;
            if (service.ServiceType != typeof(IConfiguration)) continue;
            services[i] = new ServiceDescriptor(typeof(IConfiguration), provider => TakenOver(make(provider), provider), service.Lifetime);
        }
    }

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

    private static object TakenOver(object configuration, IServiceProvider services)
    {
        services.GetRequiredService<TakenConfiguration>().TakeOver((IConfiguration)configuration);
        return configuration;
    }
}
