namespace DecisionPolicies;

/// <summary>
/// The decisions that a host complies with. These options exist to be validated at start: their validation judges the effective
/// configuration by every decision in the list.
/// </summary>
public sealed class DecisionPoliciesOptions
{
    /// <summary>The decisions, in the order in which a rejection lists them.</summary>
    public IList<DecisionPolicy> Decisions { get; } = [];

    /// <summary>
    /// What the host does when a reload is rejected: because it breaks a decision, because options with <c>KeepLastGood</c>
    /// are not valid, or because a file cannot be loaded. The default is <see cref="RejectedReload.KeepRunning"/>.
    /// </summary>
    public RejectedReload OnRejectedReload { get; set; }

    /// <summary>
    /// How long the sources of the configuration must be quiet before what they bring is judged, so that files that change together are one
    /// reload. A file's own <c>ReloadDelay</c> counts where it is longer. A reload by code does not wait. The default is 250 milliseconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan ReloadQuietTime
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMilliseconds(250);
}
