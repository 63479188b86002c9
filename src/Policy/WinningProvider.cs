using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>Finds the provider whose value for a key is in force: the last one added that has the key.</summary>
internal static class WinningProvider
{
    /// <summary>The provider, or null where none has the key or the configuration does not show its providers.</summary>
    public static IConfigurationProvider? Of(IConfiguration configuration, string key)
    {
        if (configuration is not IConfigurationRoot root) return null;
        foreach (var provider in root.Providers.Reverse())
        {
            if (!provider.TryGet(key, out _)) continue;
            // A chained configuration only passes on what one of its own providers holds.
            return provider is ChainedConfigurationProvider chained ? Of(chained.Configuration, key) ?? chained : provider;
        }
        return null;
    }

    /// <summary>Whether a key that reads as null is set to null, not absent.</summary>
    public static bool IsSetToNull(IConfiguration configuration, string key) => Of(configuration, key) is not null;
}
