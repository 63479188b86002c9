using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>A provider whose data cannot be held back: it answers by code of its own, so that nobody knows what it holds.</summary>
internal sealed class OutsideProvider(IConfigurationProvider provider) : StagedProvider(provider)
{
    public override bool IsInside => false;

    public override IConfigurationProvider Freeze() => Provider;
}
