using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>Another configuration that is chained into this one. Its own readers see its changes at once; the readers of this one do not.</summary>
internal sealed class StagedChain : StagedProvider
{
    private readonly IConfigurationRoot _root;
    private StagedProvider[] _within;
    private Action<StagedProvider>? _changed;

    private StagedChain(ChainedConfigurationProvider chained, IConfigurationRoot root, StagedProvider[] within)
        : base(chained) => (_root, _within) = (root, within);

    public override IEnumerable<StagedProvider> All => [this, .. _within.SelectMany(provider => provider.All)];

    /// <summary>Stages a chained configuration; one of whose providers is outside is outside itself.</summary>
    public static StagedProvider Of(ChainedConfigurationProvider chained, IConfigurationRoot root)
    {
        var within = root.Providers.Select(Of).ToArray();
        if (Array.TrueForAll(within, provider => provider.IsInside)) return new StagedChain(chained, root, within);
        foreach (var provider in within) provider.Dispose();
        return new OutsideProvider(chained);
    }

    public override void Watch(Action<StagedProvider> changed)
    {
        _changed = changed;
        base.Watch(changed);
        foreach (var provider in _within) provider.Watch(changed);
    }

    // A chained configuration is loaded by who made it.
    public override void Load(bool isAsked)
    {
    }

    public override IConfigurationProvider Freeze()
    {
        IConfigurationProvider[] providers = [.. _root.Providers];
        if (!providers.SequenceEqual(_within.Select(provider => provider.Provider))) Restage(providers);
        return new ChainedConfigurationProvider(new() { Configuration = new ConfigurationRoot([.. _within.Select(provider => provider.Freeze())]) });
    }

    public override void Set(string key, string? value)
    {
        foreach (var provider in _within) provider.Set(key, value);
    }

    public override void Dispose()
    {
        base.Dispose();
        foreach (var provider in _within) provider.Dispose();
    }

    // Its sources have changed.
    private void Restage(IConfigurationProvider[] providers)
    {
        var before = _within;
        _within = [.. providers.Select(provider => before.FirstOrDefault(staged => staged.Provider == provider) ?? Of(provider))];
        foreach (var gone in before.Except(_within)) gone.Dispose();
        if (_changed is null) return;
        foreach (var added in _within.Except(before)) added.Watch(_changed);
    }
}
