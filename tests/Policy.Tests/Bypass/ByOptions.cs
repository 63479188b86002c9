using DecisionPolicies.Tests.Governed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>A way by governed options, which code can set whatever the configuration says.</summary>
/// <param name="Name">The way, in words.</param>
/// <param name="OptionsName">The name of the options that hold the forbidden value.</param>
/// <param name="Key">The key that the rejection names.</param>
/// <param name="IsSet">Whether options hold the forbidden value.</param>
/// <param name="Set">Registers the options.</param>
internal sealed record ByOptions(
    string Name, string OptionsName, string Key, Func<GatewayOptions, bool> IsSet, Action<IServiceCollection, IConfigurationManager> Set) : Way(Name)
{
    public static IEnumerable<Way> Rows =>
    [
        Switch("Configure", options => options.Configure(o => o.Registration.Enabled = true)),
        Switch("Configure that replaces the object", options => options.Configure(o => o.Registration = new() { Enabled = true })),
        Switch("Configure with a service", options => options.Configure<IConfiguration>((o, _) => o.Registration.Enabled = true)),
        Switch("PostConfigure", options => options.PostConfigure(o => o.Registration.Enabled = true)),
        Switch("Configure over a configuration that is good", options => options.BindConfiguration("Gateway").Configure(o => o.Registration.Enabled = true)),
        Switch("Configure that is registered after the validation", _ => { },
            (services, _) => services.Configure<GatewayOptions>(o => o.Registration.Enabled = true)),
        Switch("PostConfigureAll", _ => { }, (services, _) => services.PostConfigureAll<GatewayOptions>(o => o.Registration.Enabled = true)),
        Switch("ConfigureAll", _ => { }, (services, _) => services.ConfigureAll<GatewayOptions>(o => o.Registration.Enabled = true)),
        Switch("IConfigureOptions", _ => { }, (services, _) => services.ConfigureOptions<ConfiguresEverything>()),
        Switch("IPostConfigureOptions", _ => { }, (services, _) => services.ConfigureOptions<PostConfiguresEverything>()),
        Named("Named options, by Configure", "Egress", options => options.Configure(o => o.Registration.Enabled = true), (_, _) => { }),
        Named("Named options, by IConfigureNamedOptions", "Egress", _ => { }, (services, _) => services.ConfigureOptions<ConfiguresEverything>()),
        Named("Named options, bound from another section", "Egress", options => options.BindConfiguration("Other"),
            (_, configuration) => configuration["Other:Registration:Enabled"] = "true"),
        Named("A section bound under two names, of which the second is changed", "Second",
            options => options.BindConfiguration("Gateway").PostConfigure(o => o.Registration.Enabled = true),
            (services, _) => services.AddOptions<GatewayOptions>("First").BindConfiguration("Gateway").ValidateDecisions()),
        Named("A section bound under two names, of which the first is changed", "First",
            options => options.BindConfiguration("Gateway").PostConfigure(o => o.Registration.Enabled = true),
            (services, _) => services.AddOptions<GatewayOptions>("Second").BindConfiguration("Gateway").ValidateDecisions()),
        new ByOptions("An endpoint set in code", "", "Gateway:Registration:Endpoint", o => o.Registration.Endpoint is not null, (services, _) =>
            services.AddOptions<GatewayOptions>().Configure(o => o.Registration.Endpoint = "/register").ValidateDecisions()),
        new ByOptions("An authorization server added in code", "", "Gateway:AuthorizationServers:0", o => o.AuthorizationServers.Count == 1, (services, _) =>
            services.AddOptions<GatewayOptions>().BindConfiguration("Gateway")
                .Configure(o => o.AuthorizationServers.Add(new("https://mcp.example.com/oauth")))
                .ValidateDecisions()),
        new ByOptions("An authorization server in a list that code replaces by an array", "", "Gateway:AuthorizationServers:1",
            o => o.AuthorizationServers.Count == 2,
            (services, _) => services.AddOptions<GatewayOptions>().BindConfiguration("Gateway")
                .PostConfigure(o => o.AuthorizationServers = new Uri[] { new("https://idp.example.com"), new("https://mcp.example.com/oauth") })
                .ValidateDecisions()),
        new ByOptions("A public origin that code moves to an authorization server's", "", "Gateway:AuthorizationServers:0",
            o => o.PublicOrigin!.Host == "idp.example.com",
            (services, configuration) =>
            {
                configuration["Gateway:AuthorizationServers:0"] = "https://idp.example.com/tenant";
                services.AddOptions<GatewayOptions>().BindConfiguration("Gateway")
                    .PostConfigure(o => o.PublicOrigin = new("https://idp.example.com"))
                    .ValidateDecisions();
            }),
    ];

    public override Task IsRejected()
    {
        var configuration = new ConfigurationManager();
        configuration["Gateway:PublicOrigin"] = "https://mcp.example.com";
        configuration["Gateway:Registration:Enabled"] = "false";
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        Set(services, configuration);
        using var provider = services.BuildServiceProvider();

        var unjudged = new OptionsFactory<GatewayOptions>(
            provider.GetServices<IConfigureOptions<GatewayOptions>>(), provider.GetServices<IPostConfigureOptions<GatewayOptions>>());
        Assert.True(IsSet(unjudged.Create(OptionsName)), "The row proves nothing: the options do not hold the forbidden value.");
        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptionsMonitor<GatewayOptions>>().Get(OptionsName));
        var rejection = Assert.Single(refused.Failures);
        Assert.StartsWith("ADR-0001 rejects this configuration: No DCR in the Registry", rejection);
        Assert.Contains($"\n  {Key} ", rejection, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    private static ByOptions Switch(string how, Action<OptionsBuilder<GatewayOptions>> set, Action<IServiceCollection, IConfigurationManager>? more = null) =>
        Named("Options, by " + how, "", set, more ?? ((_, _) => { }));

    private static ByOptions Named(
        string name, string options, Action<OptionsBuilder<GatewayOptions>> set, Action<IServiceCollection, IConfigurationManager> more) =>
        new(name, options, "Gateway:Registration:Enabled", o => o.Registration.Enabled, (services, configuration) =>
        {
            set(services.AddOptions<GatewayOptions>(options).ValidateDecisions());
            more(services, configuration);
        });

    private sealed class ConfiguresEverything : IConfigureNamedOptions<GatewayOptions>
    {
        public void Configure(string? name, GatewayOptions options) => options.Registration.Enabled = true;

        public void Configure(GatewayOptions options) => Configure(Options.DefaultName, options);
    }

    private sealed class PostConfiguresEverything : IPostConfigureOptions<GatewayOptions>
    {
        public void PostConfigure(string? name, GatewayOptions options) => options.Registration.Enabled = true;
    }
}
