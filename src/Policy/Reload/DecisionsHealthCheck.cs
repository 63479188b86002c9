using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DecisionPolicies;

/// <summary>Reports whether the last reload was rejected.</summary>
internal sealed class DecisionsHealthCheck(ProviderFailures failures, ConfigurationVerdict verdict, Refusals refusals) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        failures.Any();
        verdict.IsRejected();
        var standing = refusals.Standing;
        return Task.FromResult(standing.Count == 0
            ? HealthCheckResult.Healthy("The configuration complies with all decisions.")
            : new HealthCheckResult(context.Registration.FailureStatus, $"{string.Join(". ", standing)}."));
    }
}
