using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>Finds the provider of a key's effective value: the last one added that has the key.</summary>
internal static class WinningProvider
{
    /// <summary>Looks a key up once, from the last provider to the first.</summary>
    /// <param name="root">The configuration.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The effective value; null if the key is set to null or is not set.</param>
    /// <returns>The provider; null if none has the key.</returns>
    public static IConfigurationProvider? Of(IConfigurationRoot root, string key, out string? value)
    {
        // Both of the framework's configurations keep a list, which can be read backwards without a copy.
        var providers = root.Providers as IList<IConfigurationProvider> ?? [.. root.Providers];
        for (var i = providers.Count - 1; i >= 0; i--)
        {
            var provider = providers[i];
            if (provider.TryGet(key, out value)) return provider;
        }
        value = null;
        return null;
    }

    /// <summary>The provider that holds a key itself: a chained configuration only passes on a value of its own providers.</summary>
    public static IConfigurationProvider? HolderOf(IConfiguration configuration, string key)
    {
        if (configuration is not IConfigurationRoot root) return null;
        var provider = Of(root, key, out _);
        return provider switch
        {
            AcceptedProvider accepted => accepted.Accepted.Seen.HolderOf(key),
            ChainedConfigurationProvider chained => HolderOf(chained.Configuration, key) ?? chained,
            _ => provider,
        };
    }
}
