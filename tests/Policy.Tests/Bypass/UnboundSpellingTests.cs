using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Spellings that .NET does not bind, and that are rejected all the same, because it is clear what the operator means.</summary>
public sealed class UnboundSpellingTests
{
    [Theory]
    [InlineData("1")]
    [InlineData(" 1 ")]
    [InlineData("yes")]
    [InlineData("YES")]
    [InlineData("on")]
    [InlineData(" On\t")]
    public async Task A_switch_that_is_on_in_a_way_that_dotnet_does_not_read_is_rejected(string value)
    {
        var host = new GovernedHost(Decisions.NoDcr).With("Gateway:Registration:Enabled", value);
        Assert.Throws<InvalidOperationException>(() => host.Configuration.GetSection("Gateway").Get<Gateway>());

        Assert.Contains("\n  Gateway:Registration:Enabled = true (in another spelling)\n", await host.IsRejected());
    }
}
