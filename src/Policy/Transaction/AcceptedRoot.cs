using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies;

/// <summary>Shows the providers of the application to who looks for one of them. All values are the accepted ones.</summary>
/// <param name="accepted">The configuration that the application sees.</param>
internal sealed class AcceptedRoot(AcceptedConfiguration accepted) : IConfigurationRoot
{
    public IEnumerable<IConfigurationProvider> Providers => accepted.Providers;

    public string? this[string key]
    {
        get => accepted.Seen.TryGet(key, out var value) ? value : null;
        set => accepted.Set(key, value);
    }

    public IEnumerable<IConfigurationSection> GetChildren() =>
        accepted.Seen.ChildKeys([], parentPath: null).Distinct(StringComparer.OrdinalIgnoreCase).Select(GetSection);

    public IConfigurationSection GetSection(string key) => new ConfigurationSection(this, key);

    public IChangeToken GetReloadToken() => accepted.ReloadToken;

    public void Reload() => accepted.Reload();
}
