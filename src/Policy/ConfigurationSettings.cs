using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>The effective configuration of a host, as the rules see it.</summary>
/// <param name="configuration">The configuration, of any providers.</param>
internal sealed class ConfigurationSettings(IConfiguration configuration) : ISettings
{
    public bool TryRead(string key, out string? value)
    {
        value = configuration[key];
        return value is not null || WinningProvider.IsSetToNull(configuration, key);
    }

    public IEnumerable<string> Children(string key)
    {
        var parent = key.Length == 0 ? configuration : configuration.GetSection(key);
        foreach (var child in parent.GetChildren()) yield return child.Key;
    }

    public string? SourceOf(string key)
    {
        if (WinningProvider.Of(configuration, key) is { } provider) return SourceDescription.Of(provider, key);
        foreach (var child in Children(key))
        {
            if (SourceOf(key + ConfigurationPath.KeyDelimiter + child) is { } source) return source;
        }
        return null;
    }
}
