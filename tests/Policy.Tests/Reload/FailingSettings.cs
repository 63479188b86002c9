using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Reload;

/// <summary>A source that can become unreadable at any time, as far as decisions ask it.</summary>
internal sealed class FailingSettings : ConfigurationProvider, IConfigurationSource
{
    public bool Fails { get; set; }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Signals a change.</summary>
    public void Signal() => OnReload();

    /// <summary>How often the setting was asked for that decisions are about.</summary>
    public int Asked { get; private set; }

    public override bool TryGet(string key, out string? value)
    {
        if (key != Some.Key) return base.TryGet(key, out value);
        Asked++;
        return Fails ? throw new TimeoutException("The vault said hunter2-s3cret.") : base.TryGet(key, out value);
    }
}
