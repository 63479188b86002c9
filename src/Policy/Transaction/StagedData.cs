using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>A provider that answers from its data, and loads and watches by itself.</summary>
internal sealed class StagedData(ConfigurationProvider provider) : StagedProvider(provider)
{
    public override IConfigurationProvider Freeze() => new FrozenProvider(provider, ProviderData.Copy(provider));

    public override void Load(bool isAsked)
    {
        // A stream is read once.
        if (provider is not StreamConfigurationProvider) base.Load(isAsked);
    }
}
