using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>What all sources of a configuration held at one moment. Only a source outside the transaction can change in it.</summary>
/// <param name="providers">What each source held, in their order: the last one wins.</param>
internal sealed class Generation(IConfigurationProvider[] providers)
{
    /// <summary>The same with more sources around it.</summary>
    /// <param name="before">Those that come before.</param>
    /// <param name="after">Those that come after.</param>
    public Generation Between(IEnumerable<IConfigurationProvider> before, IEnumerable<IConfigurationProvider> after) =>
        new([.. before, .. providers, .. after]);

    /// <summary>The same with a key set. A source outside has it set already.</summary>
    public Generation With(string key, string? value) => new([.. providers.Select(provider => With(provider, key, value))]);

    /// <summary>Looks a key up.</summary>
    public bool TryGet(string key, out string? value)
    {
        for (var i = providers.Length - 1; i >= 0; i--)
        {
            if (providers[i].TryGet(key, out value)) return true;
        }
        value = null;
        return false;
    }

    /// <summary>The keys right below another one, with those of earlier providers.</summary>
    public IEnumerable<string> ChildKeys(IEnumerable<string> earlierKeys, string? parentPath)
    {
        foreach (var provider in providers) earlierKeys = provider.GetChildKeys(earlierKeys, parentPath);
        return earlierKeys;
    }

    /// <summary>All keys; null if a source outside the transaction keeps its keys to itself.</summary>
    public IEnumerable<string>? Keys => KeysOf(providers);

    private static IEnumerable<string>? KeysOf(IEnumerable<IConfigurationProvider> providers)
    {
        IEnumerable<string>[] keys = [.. providers.Select(KeysOf).OfType<IEnumerable<string>>()];
        return keys.Length == providers.Count() ? keys.SelectMany(each => each) : null;
    }

    private static IEnumerable<string>? KeysOf(IConfigurationProvider provider) => provider switch
    {
        FrozenProvider frozen => frozen.Keys,
        ChainedConfigurationProvider { Configuration: ConfigurationRoot root } => KeysOf(root.Providers),
        _ => null,
    };

    private static IConfigurationProvider With(IConfigurationProvider provider, string key, string? value) => provider switch
    {
        FrozenProvider frozen => frozen.With(key, value),
        ChainedConfigurationProvider { Configuration: ConfigurationRoot root } when root.Providers.All(within => within is FrozenProvider) =>
            new ChainedConfigurationProvider(new() { Configuration = new ConfigurationRoot([.. root.Providers.Select(within => With(within, key, value))]) }),
        _ => provider,
    };

    /// <summary>The application's provider that holds a key; null if none does.</summary>
    public IConfigurationProvider? HolderOf(string key)
    {
        for (var i = providers.Length - 1; i >= 0; i--)
        {
            if (!providers[i].TryGet(key, out _)) continue;
            var holder = providers[i] is ChainedConfigurationProvider chained ? WinningProvider.HolderOf(chained.Configuration, key) : providers[i];
            return (holder as FrozenProvider)?.Origin ?? holder;
        }
        return null;
    }
}
