using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>What a provider held when a generation was made.</summary>
internal sealed class FrozenProvider : ConfigurationProvider
{
    /// <param name="origin">The application's provider.</param>
    /// <param name="data">Its data, which nobody changes any more.</param>
    public FrozenProvider(IConfigurationProvider origin, IDictionary<string, string?> data)
    {
        Origin = origin;
        Data = data;
    }

    /// <summary>The application's provider.</summary>
    public IConfigurationProvider Origin { get; }

    /// <summary>All of its keys.</summary>
    public IEnumerable<string> Keys => Data.Keys;

    /// <summary>The same with a key set.</summary>
    public FrozenProvider With(string key, string? value) =>
        new(Origin, new Dictionary<string, string?>(Data, StringComparer.OrdinalIgnoreCase) { [key] = value });
}
