using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways in which sources come together: one over another, one within another, one that comes late.</summary>
internal static class SeveralSources
{
    private const string Key = "Gateway:Registration:Enabled";

    public static IEnumerable<Way> Rows =>
    [
        new AtStart("A later source over an earlier one", Forbidden.Switch, scene => scene.With(Key, "false").With(Key, "true")),
        new AtStart("A later source over an earlier null", Forbidden.Switch, scene => scene.With(Key, null).With("GATEWAY:registration:enabled", "TRUE")),
        new AtStart("An earlier source that a later one does not speak of", Forbidden.Switch,
            scene => scene.With(Key, "true").With("Gateway:Registration:Endpoint", "")),
        new AtStart("An earlier source whose section a later one sets to null", Forbidden.Switch,
            scene => scene.With(Key, "true").With("Gateway:Registration", null)),
        new AtStart("An earlier source beside a later one of a similar key", Forbidden.Switch,
            scene => scene.With(Key, "true").With("Gateway:Registration:Enabled ", "false")),
        new AtStart("A source that takes a forbidden value back and is removed again", Forbidden.Switch, scene =>
        {
            scene.With(Key, "true").With(Key, "false");
            scene.Configuration.Sources.RemoveAt(scene.Configuration.Sources.Count - 1);
        }),
        new AtStart("A source that is put before the others", Forbidden.Switch, scene =>
        {
            scene.With("Other", "x");
            scene.Configuration.Sources.Insert(0, Memory("true"));
        }),
        new AtStart("A JSON file over an environment variable", Forbidden.Switch, scene =>
        {
            scene.Variable("BypassSuite_Gateway__Registration__Enabled", "false");
            scene.Configuration.AddEnvironmentVariables("BypassSuite_").AddJsonStream(Stream("""{ "Gateway": { "Registration": { "Enabled": true } } }"""));
        }),
        new AtStart("An environment variable over a JSON file", Forbidden.Switch, scene =>
        {
            scene.Variable("BypassSuite_GATEWAY__REGISTRATION__ENABLED", "true");
            scene.Configuration.AddJsonStream(Stream("""{ "Gateway": { "Registration": { "Enabled": false } } }""")).AddEnvironmentVariables("BypassSuite_");
        }),
        new AtStart("A command line over everything", Forbidden.Switch, scene => scene.With(Key, "false").Configuration.AddCommandLine([$"--{Key}=true"])),

        new AtStart("A configuration within the configuration", Forbidden.Switch, scene => scene.Configuration.AddConfiguration(Root(Key, "true"))),
        new AtStart("A configuration within one within the configuration", Forbidden.Switch,
            scene => scene.Configuration.AddConfiguration(new ConfigurationBuilder().AddConfiguration(Root(Key, "true")).Build())),
        new AtStart("A configuration within the configuration, disposed of with it", Forbidden.Switch,
            scene => scene.Configuration.AddConfiguration(Root(Key, "true"), shouldDisposeConfiguration: true)),
        new AtStart("A section of another configuration", Forbidden.Switch,
            scene => scene.Configuration.AddConfiguration(Root($"Production:{Key}", "true").GetSection("Production"))),
        new AtStart("A section of the configuration itself", Forbidden.Switch, scene =>
            scene.With($"Profiles:A:{Key}", "true").Configuration.AddConfiguration(Root($"A:{Key}", "true").GetSection("a"))),
        new AtStart("A null in a configuration within, which takes nothing back", Forbidden.Switch,
            scene => scene.With(Key, "true").Configuration.AddConfiguration(Root(Key, null))),
        new AtStart("An empty text in a configuration within, which takes nothing back", Forbidden.Switch,
            scene => scene.With(Key, "true").Configuration.AddConfiguration(Root(Key, ""))),
        new AtStart("A configuration within that changes once it is added", Forbidden.Switch, scene =>
        {
            var inner = new ConfigurationManager();
            scene.Configuration.AddConfiguration(inner);
            inner[Key] = "true";
        }),
        new AtStart("A list in parts, one of them in a configuration within", Forbidden.OwnServer("1"), scene => scene
            .With("Gateway:PublicOrigin", "https://gateway.example").With("Gateway:AuthorizationServers:0", "https://idp.example")
            .Configuration.AddConfiguration(Root("Gateway:AuthorizationServers:1", "https://gateway.example"))),

        new AtStart("A value set by its key in code", Forbidden.Switch, scene => scene.With("x", "y").Configuration[Key] = "true"),
        new AtStart("A value set on its section in code", Forbidden.Switch,
            scene => scene.With("x", "y").Configuration.GetSection("gateway:registration")["enabled"] = "true"),
        new AtStart("A value set as a section's own in code", Forbidden.Switch, scene => scene.With("x", "y").Configuration.GetSection(Key).Value = " True "),
        new AtStart("A value that code sets over every source", Forbidden.Switch, scene => scene.With(Key, "false").Configuration[Key] = "true"),
        new AtStart("A source that is added once the host is built", Forbidden.Switch,
            scene => scene.Late(late => late.AddInMemoryCollection([new(Key, "true")]))),
        new AtStart("A source that is removed before the host is built", Forbidden.Switch, scene =>
        {
            scene.With(Key, "true").With(Key, "false");
            scene.Configuration.Sources.RemoveAt(scene.Configuration.Sources.Count - 1);
        }),
        new AtStart("A value set in code once the host is built", Forbidden.Switch, scene => scene.With(Key, "false").Late(late => late[Key] = "true")),
        new AtStart("A file that changes once the host is built, and is read again", Forbidden.Switch, scene =>
        {
            scene.Configuration.AddJsonFile(scene.Write("settings.json", """{ "Gateway": { "Registration": { "Enabled": false } } }"""));
            scene.Late(late =>
            {
                scene.Write("settings.json", """{ "Gateway": { "Registration": { "Enabled": true } } }""");
                ((IConfigurationRoot)late).Reload();
            });
        }),

        new AtStart("A provider of the application's own", Forbidden.Switch,
            scene => ((IConfigurationBuilder)scene.Configuration).Add(new OwnSource(StringComparer.OrdinalIgnoreCase))),
        new AtStart("A provider of the application's own that compares keys with case", Forbidden.Switch,
            scene => ((IConfigurationBuilder)scene.Configuration).Add(new OwnSource(StringComparer.Ordinal))),
        new AtStart("A configuration that does not show its providers", Forbidden.Switch,
            scene => scene.Services.AddSingleton<IConfiguration>(new Opaque(Root(Key, "true")))),
        new AtStart("A list in a configuration that does not show its providers", Forbidden.Route(),
            scene => scene.Services.AddSingleton<IConfiguration>(new Opaque(Root("ReverseProxy:Routes:main:Match:Path", "/oauth/register")))),
    ];

    private static IConfigurationRoot Root(string key, string? value) => new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

    private static IConfigurationSource Memory(string value) =>
        new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = [new(Key, value)] };

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class OwnSource(StringComparer comparer) : IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => new OwnProvider(comparer);
    }

    private sealed class OwnProvider(StringComparer comparer) : ConfigurationProvider
    {
        public override void Load() => Data = new Dictionary<string, string?>(comparer) { [Key] = "True" };
    }

    private sealed class Opaque(IConfiguration inner) : IConfiguration
    {
        public string? this[string key]
        {
            get => inner[key];
            set => inner[key] = value;
        }

        public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren();

        public IChangeToken GetReloadToken() => inner.GetReloadToken();

        public IConfigurationSection GetSection(string key) => inner.GetSection(key);
    }
}
