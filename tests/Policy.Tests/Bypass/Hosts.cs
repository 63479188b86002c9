using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways in which a host gets its configuration by itself, or by another builder.</summary>
internal static class Hosts
{
    private const string Key = "BypassSuite:Enabled";

    private static readonly Forbidden _forbidden = new(
        Some.DecisionWith(new ConfigurationRule(Key, Verb.Forbid, Condition.EqualTo(Literal.True))), Key, configuration => configuration.GetValue<bool>(Key));

    public static IEnumerable<Way> Rows =>
    [
        Default("its arguments", _ => { }, $"--{Key}=true"),
        Default("its arguments, in another spelling", _ => { }, "/bypasssuite:ENABLED", " TRUE "),
        Default("an environment variable", scene => scene.Variable("BYPASSSUITE__ENABLED", "true")),
        Default("an environment variable with the host's prefix", scene => scene.Variable("DOTNET_BypassSuite__Enabled", "true")),
        Default("appsettings.json", scene => scene.Write("appsettings.json", """{ "BypassSuite": { "Enabled": true } }""")),
        Default("the appsettings of its environment", scene =>
        {
            scene.Write("appsettings.json", """{ "BypassSuite": { "Enabled": false } }""");
            scene.Write("appsettings.Production.json", """{ "BypassSuite:Enabled": "True" }""");
        }),
        Default("its arguments over its environment variables", scene => scene.Variable("BypassSuite__Enabled", "false"), $"{Key}=true"),
        new AtStart("A host with a configuration that it is given", _forbidden, scene => scene.Host(() =>
        {
            var given = new ConfigurationManager();
            given.AddInMemoryCollection([new(Key, "true")]);
            var builder = Host.CreateEmptyApplicationBuilder(new() { Configuration = given });
            builder.AddDecisionPolicies([scene.Decision]);
            return builder.Build();
        })),
        new AtStart("A host whose decisions are added before its configuration", _forbidden, scene => scene.Host(() =>
        {
            var builder = Host.CreateEmptyApplicationBuilder(new());
            builder.AddDecisionPolicies([scene.Decision]);
            builder.Configuration.AddInMemoryCollection([new(Key, "true")]);
            return builder.Build();
        })),
        new AtStart("A host whose decisions are added after its configuration", _forbidden, scene => scene.Host(() =>
        {
            var builder = Host.CreateEmptyApplicationBuilder(new());
            builder.Configuration.AddInMemoryCollection([new(Key, "true")]);
            builder.AddDecisionPolicies([scene.Decision]);
            return builder.Build();
        })),
        Older("host configuration", builder => builder.ConfigureHostConfiguration(SetTrue)),
        Older("application configuration", builder => builder.ConfigureAppConfiguration(SetTrue)),
        Older("application configuration over host configuration", builder => builder
            .ConfigureAppConfiguration(SetTrue).ConfigureHostConfiguration(host => host.AddInMemoryCollection([new(Key, "false")]))),
        Older("defaults and arguments", builder => builder.ConfigureDefaults([$"--{Key}=true"]).ConfigureLogging(logging => logging.ClearProviders())),
    ];

    private static AtStart Default(string how, Action<Scene> set, params string[] arguments) => new($"A host with the defaults, by {how}", _forbidden, scene =>
    {
        set(scene);
        scene.Host(() =>
        {
            var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
            {
                // Nothing changes here, so nothing need be watched.
                Args = [.. arguments, "--hostBuilder:reloadConfigOnChange=false"],
                ContentRootPath = scene.Folder,
                EnvironmentName = "Production",
            });
            builder.Logging.ClearProviders();
            builder.AddDecisionPolicies([scene.Decision]);
            return builder.Build();
        });
    });

    private static AtStart Older(string how, Action<IHostBuilder> set) => new($"A host of the older builder, by {how}", _forbidden, scene => scene.Host(() =>
    {
        var builder = new HostBuilder();
        set(builder);
        return builder.ConfigureServices(services => services.AddDecisionPolicies([scene.Decision])).Build();
    }));

    private static void SetTrue(IConfigurationBuilder configuration) => configuration.AddInMemoryCollection([new(Key, "true")]);

    private static void SetTrue(HostBuilderContext context, IConfigurationBuilder configuration) => SetTrue(configuration);
}
