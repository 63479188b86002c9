using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>The decisions that a host complies with.</summary>
internal static class HostDecisions
{
    // Not through the options: creating them would ask for the verdict on the configuration.
    public static IEnumerable<DecisionPolicy> Of(IServiceProvider services)
    {
        var options = new DecisionPoliciesOptions();
        foreach (var configure in services.GetServices<IConfigureOptions<DecisionPoliciesOptions>>()) configure.Configure(options);
        return options.Decisions;
    }
}
