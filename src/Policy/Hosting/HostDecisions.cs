using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>The decisions that a host keeps.</summary>
internal static class HostDecisions
{
    // Asking for the options would ask for the verdict on the configuration, which is another matter.
    public static IEnumerable<DecisionPolicy> Of(IServiceProvider services)
    {
        var options = new DecisionPoliciesOptions();
        foreach (var configure in services.GetServices<IConfigureOptions<DecisionPoliciesOptions>>()) configure.Configure(options);
        return options.Decisions;
    }
}
