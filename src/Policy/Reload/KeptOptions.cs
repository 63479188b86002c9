using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Makes sure that there is a first good value to keep.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
internal sealed class KeptOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    IServiceProvider services, IEnumerable<KeptName<TOptions>> names) : IKeptOptions
    where TOptions : class
{
    public void Begin()
    {
        // A factory that was registered later has replaced ours.
        if (services.GetRequiredService<IOptionsFactory<TOptions>>() is not LastGoodOptionsFactory<TOptions>) throw LastGoodOptionsFactory<TOptions>.Replaced();
        // The monitor follows the configuration from its first use.
        var monitor = services.GetRequiredService<IOptionsMonitor<TOptions>>();
        foreach (var name in names) _ = monitor.Get(name.Value);
    }
}
