using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DecisionPolicies;

/// <summary>Says whether the last reload was refused.</summary>
internal sealed class DecisionsHealthCheck(ProviderFailures failures, ConfigurationVerdict verdict, Refusals refusals) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        failures.Any();
        verdict.IsRejected();
        var standing = refusals.Standing;
        return Task.FromResult(standing.Count == 0
            ? HealthCheckResult.Healthy("The configuration keeps the decisions.")
            : new HealthCheckResult(context.Registration.FailureStatus, $"{string.Join(". ", standing)}."));
    }
}
