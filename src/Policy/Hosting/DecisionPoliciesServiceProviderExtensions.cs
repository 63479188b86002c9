using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Judges the configuration where no generic host does.</summary>
public static class DecisionPoliciesServiceProviderExtensions
{
    /// <summary>
    /// Does what a generic host does when it starts: judges the configuration by the decisions, runs every validation that was
    /// asked for with <c>ValidateOnStart</c>, and follows the configuration from then on. For <c>WebHost</c>, whose own start
    /// validates only the decisions, and for service collections without a host, whose configuration must be registered.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <exception cref="OptionsValidationException">The configuration was refused; the failures are all refusals, decisions first.</exception>
    /// <exception cref="InvalidOperationException">Nothing was registered to judge, or no configuration to judge by it.</exception>
    /// <exception cref="Exception">Whatever else the options throw when they are made.</exception>
    public static void ValidateDecisions(this IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var watch = services.GetService<ReloadWatch>() ?? throw new InvalidOperationException(
            "There is nothing to judge by. Register the decisions first: services.AddDecisionPolicies(Decisions.All).");
        var refusals = StartValidation.Refusals(services);
        if (refusals.Count > 0) throw new OptionsValidationException(Options.DefaultName, typeof(DecisionPoliciesOptions), refusals);
        watch.Begin();
    }
}
