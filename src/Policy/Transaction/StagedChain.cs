using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>Another configuration that is chained into this one. Its own readers see its changes at once; the readers of this one do not.</summary>
internal sealed class StagedChain : StagedProvider
{
    private readonly StagedProvider[] _within;

    private StagedChain(ChainedConfigurationProvider chained, StagedProvider[] within)
        : base(chained) => _within = within;

    public override IEnumerable<StagedProvider> All => [this, .. _within.SelectMany(provider => provider.All)];

    /// <summary>Stages a chained configuration; one of whose providers is outside is outside itself.</summary>
    public static StagedProvider Of(ChainedConfigurationProvider chained, IConfigurationRoot root)
    {
        var within = root.Providers.Select(Of).ToArray();
        if (Array.TrueForAll(within, provider => provider.IsInside)) return new StagedChain(chained, within);
        foreach (var provider in within) provider.Dispose();
        return new OutsideProvider(chained);
    }

    public override void Watch(Action<StagedProvider> changed)
    {
        base.Watch(changed);
        foreach (var provider in _within) provider.Watch(changed);
    }

    // A chained configuration is loaded by who made it.
    public override void Load(bool isAsked)
    {
    }

    public override IConfigurationProvider Freeze() => new ChainedConfigurationProvider(
        new() { Configuration = new ConfigurationRoot([.. _within.Select(provider => provider.Freeze())]) });

    public override void Set(string key, string? value)
    {
        foreach (var provider in _within) provider.Set(key, value);
    }

    public override void Dispose()
    {
        base.Dispose();
        foreach (var provider in _within) provider.Dispose();
    }
}
