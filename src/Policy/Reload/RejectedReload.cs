namespace DecisionPolicies;

/// <summary>What a host does when a reload is refused while it runs.</summary>
public enum RejectedReload
{
    /// <summary>It goes on. Options that keep their last good value keep it, and the health check turns degraded.</summary>
    KeepRunning,

    /// <summary>
    /// It shuts down in good order, and the process ends with <see cref="DecisionPoliciesHostExtensions.RejectedExitCode"/>.
    /// Options that keep their last good value keep it until then.
    /// </summary>
    StopHost,
}
