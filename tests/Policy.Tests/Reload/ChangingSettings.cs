using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Reload;

/// <summary>Settings in memory that signal a change on request.</summary>
internal sealed class ChangingSettings : IConfigurationSource
{
    private Provider? _provider;

    public Dictionary<string, string?> Values { get; } = [];

    /// <summary>Applies the values and signals the change.</summary>
    public void Reload()
    {
        Load();
        Signal();
    }

    /// <summary>Puts the values in force.</summary>
    public void Load() => _provider!.Load();

    /// <summary>Signals a change.</summary>
    public void Signal() => _provider!.Signal();

    public IConfigurationProvider Build(IConfigurationBuilder builder) => _provider = new Provider(this);

    private sealed class Provider(ChangingSettings settings) : ConfigurationProvider
    {
        public override void Load() => Data = new Dictionary<string, string?>(settings.Values, StringComparer.OrdinalIgnoreCase);

        public void Signal() => OnReload();
    }
}
