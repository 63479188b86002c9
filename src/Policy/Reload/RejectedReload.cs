namespace DecisionPolicies;

/// <summary>What a running host does when a reload is rejected.</summary>
public enum RejectedReload
{
    /// <summary>It keeps running. Options with <c>KeepLastGood</c> keep their last good value, and the health check becomes degraded.</summary>
    KeepRunning,

    /// <summary>
    /// It shuts down gracefully, and the process ends with <see cref="DecisionPoliciesHostExtensions.RejectedExitCode"/>.
    /// Until then, options with <c>KeepLastGood</c> keep their last good value.
    /// </summary>
    StopHost,
}
