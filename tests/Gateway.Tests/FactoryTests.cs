using DecisionPolicies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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

    [Fact]
    public async Task A_source_that_a_test_adds_is_held_back_like_the_others()
    {
        Dictionary<string, string?> settings = new() { ["Logging:LogLevel:Late"] = "Debug" };
        var source = new Late(settings);
        await using var factory = Factory().WithWebHostBuilder(host => host.ConfigureAppConfiguration((_, configuration) => configuration.Add(source)));
        using var client = factory.CreateClient();
        var configuration = factory.Services.GetRequiredService<IConfiguration>();

        settings["Gateway:Registration:Enabled"] = "true";
        settings["Logging:LogLevel:Late"] = "Error";
        ((IConfigurationRoot)configuration).Reload();
        var refused = (configuration["Gateway:Registration:Enabled"], configuration["Logging:LogLevel:Late"]);
        settings["Gateway:Registration:Enabled"] = "false";
        ((IConfigurationRoot)configuration).Reload();

        Assert.Equal((null, "Debug"), refused);
        Assert.Equal(("false", "Error"), (configuration["Gateway:Registration:Enabled"], configuration["Logging:LogLevel:Late"]));
    }

    private sealed class Late(Dictionary<string, string?> settings) : ConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override void Load() => Data = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase);
    }

    // In Production, nothing of the demo starts.
    private static WebApplicationFactory<GatewayOptions> Factory() => new WebApplicationFactory<GatewayOptions>().WithWebHostBuilder(host => host
        .UseEnvironment("Production")
        .UseSetting("Gateway:PublicOrigin", "https://gateway.test")
        .UseSetting("Gateway:AuthorizationServers:0", "https://idp.test"));
}
