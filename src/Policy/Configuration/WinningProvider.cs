using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>Finds the provider whose value for a key is in force: the last one added that has the key.</summary>
internal static class WinningProvider
{
    /// <summary>Looks a key up once, from the last provider to the first.</summary>
    /// <param name="root">The configuration.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value in force; null where the key is set to null.</param>
    /// <returns>The provider, or null where none has the key.</returns>
    public static IConfigurationProvider? Of(IConfigurationRoot root, string key, out string? value)
    {
        // Both of the framework's configurations keep a list, which can be walked backwards without a copy.
        var providers = root.Providers as IList<IConfigurationProvider> ?? [.. root.Providers];
        for (var i = providers.Count - 1; i >= 0; i--)
        {
            if (providers[i].TryGet(key, out value)) return providers[i];
        }
        value = null;
        return null;
    }

    /// <summary>The provider that holds a key itself: a chained configuration only passes on what one of its own holds.</summary>
    public static IConfigurationProvider? HolderOf(IConfiguration configuration, string key)
    {
        if (configuration is not IConfigurationRoot root) return null;
        var provider = Of(root, key, out _);
        return provider is ChainedConfigurationProvider chained ? HolderOf(chained.Configuration, key) ?? chained : provider;
    }
}
