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
        if (standing.Count == 0) return Task.FromResult(HealthCheckResult.Healthy("The configuration complies with all decisions."));
        var description = $"{string.Join(". ", standing)}.";
        if (refusals.HeldBackSince is { } since) description += $" {Log.HeldBack(since)}";
        return Task.FromResult(new HealthCheckResult(context.Registration.FailureStatus, description));
    }
}
