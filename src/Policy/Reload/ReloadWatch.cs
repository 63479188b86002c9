using Microsoft.Extensions.Primitives;

namespace DecisionPolicies;

/// <summary>Follows the configuration once it has been found good.</summary>
internal sealed class ReloadWatch(
    EffectiveConfiguration effective, ConfigurationVerdict verdict, IEnumerable<IKeptOptions> kept, RejectionCounter counter, Refusals refusals) : IDisposable
{
    private readonly Lock _gate = new();
    private IDisposable? _reloads;
    private bool _hasBegun;

    /// <summary>Starts following, unless it has already started.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            if (_hasBegun) return;
            foreach (var options in kept) options.Begin();
            if (effective.Configuration is not null) _reloads = ChangeToken.OnChange(() => effective.ReloadToken, () => verdict.IsRejected());
            counter.ShowOutdated(() => refusals.HeldBackSince is { } since ? (effective.Time.GetUtcNow() - since).TotalSeconds : 0);
            _hasBegun = true;
        }
    }

    public void Dispose() => _reloads?.Dispose();
}
