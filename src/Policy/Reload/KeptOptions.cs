using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Makes sure that there is a first good value to keep.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
internal sealed class KeptOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    IServiceCollection registered, IServiceProvider services) : IKeptOptions
    where TOptions : class
{
    private readonly KeptName<TOptions>[] _names = [.. services.GetServices<KeptName<TOptions>>()];

    /// <summary>Throws if the options depend on the request, because one value is kept for all.</summary>
    /// <param name="registered">What is registered in the container.</param>
    /// <exception cref="InvalidOperationException">What configures or validates the options is registered as scoped.</exception>
    public static void ThrowIfScoped(IServiceCollection registered)
    {
        var scoped = registered.FirstOrDefault(service => service.Lifetime is ServiceLifetime.Scoped && !service.IsKeyedService
            && (service.ServiceType == typeof(IConfigureOptions<TOptions>)
                || service.ServiceType == typeof(IPostConfigureOptions<TOptions>)
                || service.ServiceType == typeof(IValidateOptions<TOptions>)));
        if (scoped is null) return;
        throw new InvalidOperationException(
            $"KeepLastGood() keeps one value of {typeof(TOptions)} for every request, but {scoped.ServiceType.Name.Split('`')[0]} of these options "
            + "is registered as scoped, so that they depend on the request. Register it as a singleton, or remove KeepLastGood().");
    }

    public void Begin()
    {
        ThrowIfScoped(registered);
        _ = Factory;
        // The monitor follows the configuration from its first use.
        var monitor = services.GetRequiredService<IOptionsMonitor<TOptions>>();
        foreach (var name in _names) _ = monitor.Get(name.Value);
    }

    public bool AreGood(List<Action?> reports, bool isKey)
    {
        var areGood = true;
        foreach (var name in _names.Where(name => name.RefusesReload).Distinct()) areGood &= Factory.IsGood(name.Value, reports, isKey);
        return areGood;
    }

    // One that was registered later has replaced ours.
    private LastGoodOptionsFactory<TOptions> Factory =>
        services.GetRequiredService<IOptionsFactory<TOptions>>() as LastGoodOptionsFactory<TOptions> ?? throw LastGoodOptionsFactory<TOptions>.Replaced();
}
