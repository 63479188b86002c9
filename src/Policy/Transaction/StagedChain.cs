using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>Another configuration that is chained into this one. Its own readers see its changes at once; the readers of this one do not.</summary>
internal sealed class StagedChain : StagedProvider
{
    private readonly ChainedConfigurationProvider _chained;
    private readonly StagedProvider[] _within;

    private StagedChain(ChainedConfigurationProvider chained, StagedProvider[] within)
        : base(chained) => (_chained, _within) = (chained, within);

    public override IEnumerable<StagedProvider> All => [this, .. _within.SelectMany(provider => provider.All)];

    /// <summary>Stages a chained configuration; one of whose providers is outside is outside itself.</summary>
    public static StagedProvider Of(ChainedConfigurationProvider chained, IConfigurationRoot root)
    {
        var within = root.Providers.Select(StagedProvider.Of).ToArray();
        return Array.TrueForAll(within, provider => provider.IsInside) ? new StagedChain(chained, within) : new OutsideProvider(chained);
    }

    public override void Watch(Action<StagedProvider> changed)
    {
        foreach (var provider in _within) provider.Watch(changed);
    }

    public override IConfigurationProvider Freeze() => new ChainedConfigurationProvider(
        new() { Configuration = new ConfigurationRoot([.. _within.Select(provider => provider.Freeze())]) });

    public override void Detach()
    {
        foreach (var provider in _within) provider.Detach();
    }

    public override void Dispose()
    {
        foreach (var provider in _within) provider.Dispose();
    }

    // A chained configuration is loaded by who made it.
    protected override Exception? LoadProvider(bool isAsked) => null;
}
