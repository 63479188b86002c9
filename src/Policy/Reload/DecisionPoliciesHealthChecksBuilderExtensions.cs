using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DecisionPolicies;

/// <summary>Shows a rejected reload in the health of an application.</summary>
public static class DecisionPoliciesHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that is degraded while a rejected reload persists: a decision is broken, options keep their last good
    /// value, or a configuration file could not be loaded. Its description says which, without values.
    /// </summary>
    /// <param name="builder">The builder of health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">The status that it reports while a rejection persists.</param>
    /// <param name="tags">Tags to filter checks by.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddDecisionPolicies(
        this IHealthChecksBuilder builder, string name = "decisions", HealthStatus failureStatus = HealthStatus.Degraded, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddReloadWatch();
        return builder.AddCheck<DecisionsHealthCheck>(name, failureStatus, tags ?? []);
    }
}
