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

    /// <summary>Why the last load failed; null if it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether the application ignores that failure.</summary>
    public bool IsIgnored { get; private set; }

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
    /// <param name="changed">Told of each.</param>
    public virtual void Watch(Action<StagedProvider> changed) => Follow(Provider.GetReloadToken, () => changed(this));

    /// <summary>Loads it again, and notes whether that failed.</summary>
    /// <param name="isAsked">Whether code has asked for everything to be loaded, and not the provider itself for this.</param>
    public void Load(bool isAsked)
    {
        try
        {
            Failure = LoadProvider(isAsked);
            IsIgnored = Failure is not null;
        }
        catch (Exception failure)
        {
            (Failure, IsIgnored) = (failure, false);
        }
    }

    /// <summary>What it holds now, as a provider that does not change if it is inside.</summary>
    public abstract IConfigurationProvider Freeze();

    /// <summary>Sets a key, without changing what is frozen.</summary>
    public virtual void Set(string key, string? value)
    {
        Detach();
        Provider.Set(key, value);
    }

    /// <summary>Sees to it that setting a key does not change what is frozen.</summary>
    public abstract void Detach();

    public virtual void Dispose()
    {
        foreach (var watch in _watches) watch.Dispose();
    }

    /// <summary>Loads the provider, if that is not its own to do.</summary>
    /// <returns>A failure that the application ignores; null if there is none.</returns>
    protected abstract Exception? LoadProvider(bool isAsked);

    /// <summary>Follows a token.</summary>
    protected void Follow(Func<IChangeToken?> token, Action changed) => _watches.Add(ChangeToken.OnChange(token, changed));
}
