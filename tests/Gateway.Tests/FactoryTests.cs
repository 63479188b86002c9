using DecisionPolicies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Options;

namespace Gateway.Tests;

/// <summary>The sample as the tests of an application run it, on a test server in their own process.</summary>
public sealed class FactoryTests
{
    [Fact]
    public async Task A_configuration_that_complies_is_served()
    {
        await using var factory = Factory();

        using var answer = await factory.CreateClient().GetAsync(new Uri("/servers", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_rejection_is_an_exception_with_every_reason_and_not_an_exit_code()
    {
        var exitCode = Environment.ExitCode;
        await using var factory = Factory().WithWebHostBuilder(host => host.UseSetting("Gateway:Registration:Enabled", "true"));

        var rejected = Assert.Throws<OptionsValidationException>(factory.CreateClient);

        Assert.Equal(typeof(DecisionPoliciesOptions), rejected.OptionsType);
        Assert.StartsWith("ADR-0001 rejects this configuration: No DCR in the Registry (accepted ", rejected.Failures.First(), StringComparison.Ordinal);
        Assert.Equal(exitCode, Environment.ExitCode);
    }

    // In Production, nothing of the demo starts.
    private static WebApplicationFactory<GatewayOptions> Factory() => new WebApplicationFactory<GatewayOptions>().WithWebHostBuilder(host => host
        .UseEnvironment("Production")
        .UseSetting("Gateway:PublicOrigin", "https://gateway.test")
        .UseSetting("Gateway:AuthorizationServers:0", "https://idp.test"));
}
