using DecisionPolicies.Tests.Governed;
using DecisionPolicies.Tests.Reload;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>A way that changes the configuration of a running host.</summary>
/// <param name="Name">The way, in words.</param>
/// <param name="Change">Sets the forbidden value, and signals it as its source does.</param>
/// <param name="IsOutside">Whether it comes by a source that was not there when the host started, so that readers of the configuration see it.</param>
internal sealed record AtReload(string Name, Action<ReloadingHost> Change, bool IsOutside = false) : Way(Name)
{
    private const string Key = "Gateway:Registration:Enabled";

    public static IEnumerable<Way> Rows =>
    [
        new AtReload("A reload", host => host.Change(Key, "true")),
        new AtReload("A reload, in another spelling", host => host.Change(Key, " TRUE ")),
        new AtReload("A reload of a file", host =>
        {
            var folder = Directory.CreateTempSubdirectory("bypass-");
            var file = Path.Combine(folder.FullName, "late.json");
            File.WriteAllText(file, """{ "Gateway:Registration:Enabled": "True" }""");
            host.Configuration.AddJsonFile(file, optional: true, reloadOnChange: false);
            folder.Delete(recursive: true);
        }, IsOutside: true),
        new AtReload("A source added while the host runs", host => host.Configuration.AddInMemoryCollection([new(Key, "true")]), IsOutside: true),
        new AtReload("A key set through the configuration", host => host.Configuration[Key] = "true"),
        new AtReload("A second reload after one that was refused", host =>
        {
            host.Change(Key, "yes");
            host.Change(Key, "true");
        }),
        new AtReload("A reload that changes something good as well", host => host.Change((Key, "true"), ("Gateway:PublicOrigin", "https://other.example.com"))),
    ];

    public override async Task IsRejected()
    {
        await using var bare = await new ReloadingHost().With(Key, "false").Started();
        Change(bare);
        Assert.True(Forbidden.Switch.IsBoundFrom(bare.Configuration), "The row proves nothing: .NET does not bind the forbidden value.");

        await using var host = new ReloadingHost([Decisions.NoDcr]);
        host.With(Key, "false").With("Gateway:PublicOrigin", "https://mcp.example.com");
        host.Services.AddOptions<GatewayOptions>().BindConfiguration("Gateway").ValidateDecisions().KeepLastGood();
        await host.Started();

        Change(host);

        Assert.Equal(IsOutside, Forbidden.Switch.IsBoundFrom(host.Configuration));
        Assert.False(host.Monitor<GatewayOptions>().Registration.Enabled);
        Assert.False(host.Snapshot<GatewayOptions>().Registration.Enabled);
        Assert.Equal("https://mcp.example.com", host.Monitor<GatewayOptions>().PublicOrigin!.OriginalString);
        Assert.Contains(host.Log.Own,
            entry => entry.Event.Name == "ReloadRejected" && entry.Message.Contains($"\n  {Key} ", StringComparison.OrdinalIgnoreCase));
    }
}
