using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DecisionPolicies;

/// <summary>Makes a refused reload visible in the health of an application.</summary>
public static class DecisionPoliciesHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that is degraded for as long as a refused reload stands: a decision is broken, options keep their last good
    /// value, or a file of the configuration could not be loaded. Its description says which, without values.
    /// </summary>
    /// <param name="builder">The builder of health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What it reports while a refusal stands.</param>
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
