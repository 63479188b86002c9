using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>The effective configuration of a host, as the rules see it.</summary>
/// <param name="configuration">The configuration, of any providers.</param>
/// <param name="contentRoot">The folder that files are named relative to.</param>
internal sealed class ConfigurationSettings(IConfiguration configuration, string contentRoot) : IListedSettings
{
    private readonly IConfigurationRoot? _root = configuration as IConfigurationRoot;

    public bool TryRead(string key, out string? value)
    {
        if (_root is not null) return WinningProvider.Of(_root, key, out value) is not null;
        // A configuration that hides its providers does not distinguish null from absent.
        value = configuration[key];
        return value is not null;
    }

    public IReadOnlyList<string> Children(string? key)
    {
        var parent = key is null ? configuration : configuration.GetSection(key);
        return [.. parent.GetChildren().Select(child => child.Key)];
    }

    public IEnumerable<string>? Keys =>
        _root is not null && _root.Providers.ToArray() is [AcceptedProvider provider] ? provider.Accepted.Seen.Keys : null;

    public string Below(string? key, string segment) => key is null ? segment : key + ConfigurationPath.KeyDelimiter + segment;

    public string? SourceOf(string key) => SourceOf(key, PatternLimit.Segments);

    private string? SourceOf(string key, int levels)
    {
        if (WinningProvider.HolderOf(configuration, key) is { } provider) return SourceDescription.Of(provider, key, contentRoot);
        if (levels == 0) return null;
        foreach (var child in Children(key))
        {
            if (SourceOf(Below(key, child), levels - 1) is { } source) return source;
        }
        return null;
    }
}
