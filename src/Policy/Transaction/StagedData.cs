using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>A provider that answers from its data, and loads and watches by itself.</summary>
internal class StagedData(ConfigurationProvider provider) : StagedProvider(provider)
{
    public override IConfigurationProvider Freeze() => new FrozenProvider(provider, ProviderData.Of(provider));

    public override void Detach() => ProviderData.Detach(provider);

    // One that signals a change has loaded. A stream is read once.
    protected override Exception? LoadProvider(bool isAsked)
    {
        if (isAsked && provider is not StreamConfigurationProvider) provider.Load();
        return null;
    }
}
