namespace DecisionPolicies;

/// <summary>What a running host does when a reload is rejected.</summary>
public enum RejectedReload
{
    /// <summary>It keeps running with the configuration that was accepted before, and the health check becomes degraded.</summary>
    KeepRunning,

    /// <summary>
    /// It shuts down gracefully, and the process ends with <see cref="DecisionPoliciesHostExtensions.RejectedExitCode"/>.
    /// Until then, the configuration that was accepted before stays in force.
    /// </summary>
    StopHost,
}
