using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Reload;

/// <summary>Settings in memory that tell of a change when they are told to.</summary>
internal sealed class ChangingSettings : IConfigurationSource
{
    private Provider? _provider;

    public Dictionary<string, string?> Values { get; } = [];

    /// <summary>Puts the values in force and tells of it.</summary>
    public void Reload()
    {
        Load();
        Tell();
    }

    /// <summary>Puts the values in force.</summary>
    public void Load() => _provider!.Load();

    /// <summary>Tells of a change.</summary>
    public void Tell() => _provider!.Tell();

    public IConfigurationProvider Build(IConfigurationBuilder builder) => _provider = new Provider(this);

    private sealed class Provider(ChangingSettings settings) : ConfigurationProvider
    {
        public override void Load() => Data = new Dictionary<string, string?>(settings.Values, StringComparer.OrdinalIgnoreCase);

        public void Tell() => OnReload();
    }
}
