using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>A way that changes the configuration while the host starts, once it has been validated.</summary>
/// <param name="Name">The way, in words.</param>
/// <param name="Set">Sets the forbidden value, or sees to it that something does.</param>
/// <param name="BuiltSet">The same, with the host that has been built.</param>
internal sealed record AfterValidation(string Name, Action<Scene> Set, Action<Scene, IHost> BuiltSet) : Way(Name)
{
    private const string Key = "Gateway:Registration:Enabled";

    public static IEnumerable<Way> Rows =>
    [
        Built("A source added after an early validation", scene => scene.With(Key, "true")),
        Built("A key set through the configuration after an early validation", scene => scene.Configuration[Key] = "true"),
        new AfterValidation("A source added by a service that starts early",
            scene => scene.Services.AddHostedService(_ => new EarlyService(() => scene.With(Key, "true"))), (_, _) => { }),
        new AfterValidation("A key set by a service that starts early",
            scene => scene.Services.AddHostedService(_ => new EarlyService(() => scene.Configuration[Key] = "true")), (_, _) => { }),
        new AfterValidation(
            "A key set by code that configures other options",
            scene => scene.Services.AddOptions<Holder<int>>().Configure(_ => scene.Configuration[Key] = "true").ValidateOnStart(),
            (_, _) => { }),
    ];

    public override async Task IsRejected()
    {
        using var scene = new Scene(Decisions.NoDcr);
        scene.With(Key, "false");
        Set(scene);
        using var host = scene.Build();
        BuiltSet(scene, host);

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.True(Forbidden.Switch.IsBoundFrom(scene.Configuration), "The row proves nothing: .NET does not bind the forbidden value.");
        Assert.Contains($"\n  {Key} ", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    private static AfterValidation Built(string name, Action<Scene> set) => new(name, _ => { }, (scene, host) =>
    {
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        set(scene);
    });

    private sealed class EarlyService(Action start) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken)
        {
            start();
            return Task.CompletedTask;
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
