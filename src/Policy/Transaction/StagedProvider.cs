using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies;

/// <summary>A provider of the application, whose data is seen only once it is accepted.</summary>
internal abstract class StagedProvider : IDisposable
{
    private readonly List<IDisposable> _watches = [];

    /// <param name="provider">The application's provider.</param>
    protected StagedProvider(IConfigurationProvider provider) => Provider = provider;

    /// <summary>The application's provider.</summary>
    public IConfigurationProvider Provider { get; }

    /// <summary>Whether all that it holds is held back. If not, readers see each change at once.</summary>
    public virtual bool IsInside => true;

    /// <summary>This one and all within it.</summary>
    public virtual IEnumerable<StagedProvider> All => [this];

    /// <summary>How long a change of it has to wait for others.</summary>
    public virtual TimeSpan Delay => TimeSpan.Zero;

    /// <summary>Takes the place of a provider.</summary>
    public static StagedProvider Of(IConfigurationProvider provider) => provider switch
    {
        // The configuration of another host, which holds back by itself.
        AcceptedProvider => new OutsideProvider(provider),
        FileConfigurationProvider file when ProviderData.Answers(file) => new StagedFile(file),
        ConfigurationProvider known when ProviderData.Answers(known) => new StagedData(known),
        ChainedConfigurationProvider { Configuration: IConfigurationRoot root } chained => StagedChain.Of(chained, root),
        _ => new OutsideProvider(provider),
    };

    /// <summary>Follows the changes of the provider.</summary>
    /// <param name="changed">Called for each.</param>
    public virtual void Watch(Action<StagedProvider> changed) => Follow(Provider.GetReloadToken, () => changed(this));

    /// <summary>Loads it again, if that is not its own to do.</summary>
    /// <param name="isAsked">Whether code has asked for everything to be loaded. A provider that signals a change has loaded itself.</param>
    /// <exception cref="Exception">It failed. A file notes its failure instead.</exception>
    public virtual void Load(bool isAsked)
    {
        if (isAsked) Provider.Load();
    }

    /// <summary>What it holds now, as a provider that does not change if it is inside.</summary>
    public abstract IConfigurationProvider Freeze();

    /// <summary>Sets a key.</summary>
    public virtual void Set(string key, string? value) => Provider.Set(key, value);

    public virtual void Dispose()
    {
        foreach (var watch in _watches) watch.Dispose();
        _watches.Clear();
    }

    /// <summary>Follows a token.</summary>
    protected void Follow(Func<IChangeToken?> token, Action changed) => _watches.Add(ChangeToken.OnChange(token, changed));
}
