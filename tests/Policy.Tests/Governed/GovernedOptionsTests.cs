using DecisionPolicies.Governed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests.Governed;

/// <summary>Options that this repository's own decision speaks about.</summary>
[Governed("Gateway")]
public sealed class GatewayOptions
{
    public Uri? PublicOrigin { get; set; }

    public IList<Uri> AuthorizationServers { get; set; } = [];

    public RegistrationOptions Registration { get; set; } = new();
}

/// <summary>What the decision forbids switching on.</summary>
public sealed class RegistrationOptions
{
    public bool Enabled { get; set; }

    public string? Endpoint { get; set; }

    public string? ClientId { get; set; }
}

/// <summary>Options are judged as they are once everything has been configured.</summary>
public sealed class GovernedOptionsTests
{
    [Fact]
    public void Options_that_keep_the_decision_are_valid() => Assert.Empty(Failures(options => options.PublicOrigin = new("https://mcp.example.com")));

    [Fact]
    public void A_value_set_in_code_is_judged() => Assert.Contains(
        "  Gateway:Registration:Enabled = true\n    set by code, or a default value of GatewayOptions\n    must not be true\n",
        Assert.Single(Failures(options => options.Registration.Enabled = true)),
        StringComparison.Ordinal);

    [Fact]
    public void A_list_is_judged_element_by_element()
    {
        var failure = Assert.Single(Failures(options =>
        {
            options.PublicOrigin = new("https://mcp.example.com");
            options.AuthorizationServers = [new("https://idp.example.com"), new("https://MCP.example.com:443/oauth")];
        }));

        Assert.Contains("Gateway:AuthorizationServers:1 is set (value withheld)", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("Gateway:AuthorizationServers:0", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Judging_valid_options_allocates_nothing()
    {
        var validator = Validator(new ServiceCollection());
        var options = new GatewayOptions { PublicOrigin = new("https://mcp.example.com"), AuthorizationServers = [new("https://idp.example.com")] };
        validator.Validate("", options);
        validator.Validate("", options);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = validator.Validate("", options);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(result.Succeeded);
        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData(false, "set by code (in-memory collection) to null")]
    [InlineData(true, "set by code (in-memory collection) to null, or code that changes ShopOptions")]
    public void A_default_that_null_has_set_is_said_to_come_from_it(bool guests, string source)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Shop:Guests", null)]).Build());
        var options = services.AddOptions<Reload.ShopOptions>().Configure(shop => shop.Guests = guests);
        var rule = new ConfigurationRule("Shop:Guests", Verb.Forbid, Condition.In(Literal.True, Literal.False));
        GovernedOptions.Validate(options, "Shop", [new GovernedDecision(Some.DecisionWith(rule), 0)], (section, shop) => section["Guests"].Value(shop.Guests));
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<Reload.ShopOptions>>().Value);

        Assert.Contains($"\n    {source}\n", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_configuration_and_options_share_is_reported_once()
    {
        var host = new GovernedHost(Decisions.NoDcr).With("Gateway:Registration:Enabled", "true");
        host.Services.AddOptions<GatewayOptions>().BindConfiguration("Gateway").ValidateDecisions().ValidateOnStart();

        var rejection = await host.IsRejected();

        Assert.StartsWith("ADR-0001 rejects this configuration: No DCR in the Registry", rejection, StringComparison.Ordinal);
        Assert.DoesNotContain("also rejects", rejection, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_that_configuration_and_options_share_is_one_refusal_of_the_start()
    {
        var host = new GovernedHost(Decisions.NoDcr).With("Gateway:Registration:Enabled", "true");
        host.Services.AddOptions<GatewayOptions>().BindConfiguration("Gateway").ValidateDecisions().ValidateOnStart();
        using var built = host.Build();

        Assert.Single(Refusals(built));
    }

    [Fact]
    public void A_fault_of_the_options_alone_is_reported_beside_another_of_the_configuration()
    {
        var host = new GovernedHost(Decisions.NoDcr).With("Gateway:Registration:Enabled", "true");
        host.Services.AddOptions<GatewayOptions>().BindConfiguration("Gateway").PostConfigure(o => o.Registration.Endpoint = "/register")
            .ValidateDecisions().ValidateOnStart();
        using var built = host.Build();

        var refusals = Refusals(built);

        Assert.Equal(2, refusals.Count);
        Assert.Contains("Gateway:Registration:Enabled = true\n", refusals[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Endpoint", refusals[0], StringComparison.Ordinal);
        Assert.Contains("Gateway:Registration:Endpoint is set (value withheld)\n    set by code, or a default value of GatewayOptions\n", refusals[1],
            StringComparison.Ordinal);
        Assert.DoesNotContain("Enabled", refusals[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waived_fault_that_configuration_and_options_share_is_logged_once()
    {
        var waived = new DecisionPolicy
        {
            Id = Decisions.NoDcr.Id,
            Title = "",
            Link = "",
            Status = DecisionStatus.Accepted,
            Rules = Decisions.NoDcr.Rules,
            Waivers = [new("Gateway:Registration:Enabled", [], DateOnly.MaxValue, "One client migrates.")],
        };
        var host = new GovernedHost(waived).With("Gateway:Registration:Enabled", "true");
        var options = host.Services.AddOptions<GatewayOptions>().BindConfiguration("Gateway").ValidateOnStart();
        GovernedOptions.Validate(options, "Gateway", [new(waived, 0)], (node, gateway) =>
            node["Registration"].Object(gateway.Registration, (below, registration) => below["Enabled"].Value(registration.Enabled)));

        await host.Starts();

        Assert.Single(host.Log);
    }

    private static IReadOnlyList<string> Refusals(IHost host) =>
        [.. Assert.Throws<OptionsValidationException>(() => host.Services.ValidateDecisions()).Failures];

    private static IEnumerable<string> Failures(Action<GatewayOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddOptions<GatewayOptions>().Configure(configure).ValidateDecisions();
        using var provider = services.BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredService<IOptions<GatewayOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return refused.Failures;
        }
    }

    private static IValidateOptions<GatewayOptions> Validator(IServiceCollection services)
    {
        services.AddOptions<GatewayOptions>().ValidateDecisions();
        return services.BuildServiceProvider().GetRequiredService<IValidateOptions<GatewayOptions>>();
    }
}
