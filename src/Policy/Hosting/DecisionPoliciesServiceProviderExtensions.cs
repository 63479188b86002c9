using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Judges the configuration in programs without a generic host.</summary>
public static class DecisionPoliciesServiceProviderExtensions
{
    /// <summary>
    /// Does what a generic host does when it starts: judges the configuration by the decisions, runs every validation that
    /// <c>ValidateOnStart</c> registered, and follows the configuration from then on. Use it for <c>WebHost</c>, whose own start
    /// validates only the decisions, and for service collections without a host, where you register the configuration yourself.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <exception cref="OptionsValidationException">The configuration was rejected; the failures list every reason, decisions first.</exception>
    /// <exception cref="InvalidOperationException">No decisions are registered, or no configuration is.</exception>
    /// <exception cref="Exception">Anything else that the options throw when they are created.</exception>
    public static void ValidateDecisions(this IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var watch = services.GetService<ReloadWatch>() ?? throw new InvalidOperationException(
            "No decisions are registered. Register them first: services.AddDecisionPolicies(Decisions.All).");
        services.GetService<ReloadTransaction>()?.Begin();
        var refusals = StartValidation.Refusals(services);
        if (refusals.Count > 0) throw new OptionsValidationException(Options.DefaultName, typeof(DecisionPoliciesOptions), refusals);
        watch.Begin();
    }
}
