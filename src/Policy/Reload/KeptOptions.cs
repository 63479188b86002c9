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
        _ = Factory;
        // The monitor follows the configuration from its first use.
        var monitor = services.GetRequiredService<IOptionsMonitor<TOptions>>();
        foreach (var name in names) _ = monitor.Get(name.Value);
    }

    public bool AreGood(List<Action> told)
    {
        var areGood = true;
        foreach (var name in names.Where(name => name.RefusesReload).Distinct()) areGood &= Factory.IsGood(name.Value, told);
        return areGood;
    }

    // One that was registered later has replaced ours.
    private LastGoodOptionsFactory<TOptions> Factory =>
        services.GetRequiredService<IOptionsFactory<TOptions>>() as LastGoodOptionsFactory<TOptions> ?? throw LastGoodOptionsFactory<TOptions>.Replaced();
}
