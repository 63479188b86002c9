using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DecisionPolicies.Tests.Reload;

/// <summary>A service can choose to stop instead of going on with what was last good.</summary>
[Collection(ExitCode)]
public sealed class StopHostTests : IDisposable
{
    /// <summary>The process has one exit code: tests that set it, or expect one, run one after the other.</summary>
    public const string ExitCode = "The exit code of the process";

    private const string Seats = "Shop:Seats";

    public void Dispose() => Environment.ExitCode = 0;

    [Fact]
    public async Task A_reload_that_breaks_a_decision_stops_the_host_with_exit_code_78()
    {
        await using var host = Stopping();

        var code = await Run(host, () => host.Change(Some.Key, "true"));

        Assert.Equal((78, 78), (code, Environment.ExitCode));
        Assert.Equal([5, 11], host.Log.Ids);
        Assert.Equal(
            "Critical 11 Stopping: The host stops because a reload was rejected and OnRejectedReload is StopHost: ADR-0042 is broken at Feature:Enabled",
            host.Log.Own[1].ToString());
    }

    [Fact]
    public async Task Options_that_would_not_be_good_stop_the_host()
    {
        await using var host = Stopping();

        var code = await Run(host, () => host.Change(Seats, "10"));

        Assert.Equal(78, code);
        Assert.Equal([7, 11], host.Log.Ids);
    }

    [Fact]
    public async Task Options_keep_their_last_good_value_until_the_end()
    {
        await using var host = Stopping();
        var atTheEnd = 0;

        await Run(host, () =>
        {
            host.Running.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(
                () => atTheEnd = host.Snapshot<ShopOptions>().Seats);
            host.Change(Seats, "10");
        });

        Assert.Equal(2, atTheEnd);
    }

    [Fact]
    public async Task A_file_that_cannot_be_loaded_stops_the_host()
    {
        using var folder = new SettingsFolder().With("shop.json", "{}");
        await using var host = Stopping();
        Microsoft.Extensions.Configuration.JsonConfigurationExtensions.AddJsonFile(host.Configuration, source =>
        {
            (source.FileProvider, source.Path, source.ReloadOnChange, source.ReloadDelay) = (folder, "shop.json", true, 0);
        });

        var code = await Run(host, () => folder.Write("shop.json", "{"));

        Assert.Equal(78, code);
        Assert.Equal([9, 11], host.Log.Ids);
    }

    [Fact]
    public async Task What_is_refused_while_the_host_ends_by_itself_does_not_change_its_exit_code()
    {
        await using var host = Stopping();

        var code = await Run(host, () =>
        {
            var lifetime = host.Running.Services.GetRequiredService<IHostApplicationLifetime>();
            lifetime.ApplicationStopping.Register(() => host.Change(Some.Key, "true"));
            lifetime.StopApplication();
        });

        Assert.Equal(0, code);
        Assert.Equal([5], host.Log.Ids);
    }

    [Fact]
    public async Task A_host_that_is_not_configured_to_stop_keeps_running()
    {
        await using var host = await new ReloadingHost([Some.Decision()]).Started();

        host.Change(Some.Key, "true");

        Assert.DoesNotContain(host.Log.Own, entry => entry.Level == LogLevel.Critical);
        Assert.Equal(0, Environment.ExitCode);
    }

    [Fact]
    public async Task A_first_value_that_is_bad_is_reported_like_any_other_refused_start()
    {
        await using var host = Stopping().With(Seats, "10");

        Assert.Equal(78, await host.Build().RunWithDecisionsAsync(TestContext.Current.CancellationToken));
    }

    private static ReloadingHost Stopping()
    {
        var host = new ReloadingHost([Some.Decision()], options => options.OnRejectedReload = RejectedReload.StopHost).With(Seats, "2");
        host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop").Validate(options => options.Seats < 10).KeepLastGood();
        return host;
    }

    // Runs the host to its end; once it has started, something happens.
    private static async Task<int> Run(ReloadingHost host, Action happens)
    {
        var built = host.Build();
        using var started = built.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(happens);
        var code = await built.RunWithDecisionsAsync(TestContext.Current.CancellationToken);
        return code;
    }
}
