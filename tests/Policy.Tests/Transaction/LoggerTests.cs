using DecisionPolicies.Tests.Reload;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DecisionPolicies.Tests.Transaction;

/// <summary>A log is other people's code, and neither hangs a reload nor makes a refusal be forgotten.</summary>
[Collection(StopHostTests.ExitCode)]
public sealed class LoggerTests : IDisposable
{
    public void Dispose() => Environment.ExitCode = 0;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_log_that_reads_and_reloads_on_another_thread_does_not_hang_a_reload(bool isTransaction)
    {
        ReloadingHost? host = null;
        await using var _ = host = new ReloadingHost([Some.Decision()]).With("Shop:Seats", "2");
        var failing = isTransaction ? null : new FailingSettings();
        if (failing is not null) host.Configuration.Add(failing);
        host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop").KeepLastGood();
        var hasFinished = false;
        host.Services.AddSingleton<ILoggerProvider>(new ActingLog(5, () =>
        {
            var reader = new Thread(() =>
            {
                host.Snapshot<ShopOptions>();
                host.Health().GetAwaiter().GetResult();
                ((IConfigurationRoot)host.Configuration).Reload();
                hasFinished = true;
            });
            reader.Start();
            // A deadlock would be for ever: this is no wait for something slow.
            reader.Join(TimeSpan.FromSeconds(30));
        }));
        await host.Started();

        if (failing is null) host.Change(Some.Key, "true");
        else
        {
            failing.Set(Some.Key, "true");
            host.Change("Other", "x");
        }

        Assert.True(hasFinished);
        Assert.Contains(5, host.Log.Ids);
    }

    [Fact]
    public async Task A_log_that_throws_does_not_make_a_refusal_be_forgotten()
    {
        await using var host = new ReloadingHost([Some.Decision()]).With("Shop:Seats", "2");
        host.Services.AddSingleton<ILoggerProvider>(new ActingLog(5, () => throw new TimeoutException()));
        await host.Started();

        host.Change(Some.Key, "true");

        Assert.StartsWith("ADR-0042 is broken at Feature:Enabled.", (await host.Health()).Description, StringComparison.Ordinal);
        Assert.Null(host.Configuration[Some.Key]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(12)]
    public async Task Whatever_entry_a_log_throws_on_each_reload_is_judged_as_ever(int id)
    {
        var waived = new ConfigurationRule("Waived", Verb.Forbid, Condition.Present(true));
        var warned = Some.DecisionWith(new ConfigurationRule("Warned", Verb.Forbid, Condition.Present(true))) with { Status = DecisionStatus.Proposed };
        await using var host = new ReloadingHost(
            [Some.Decision(), Some.DecisionWith([waived], new Waiver("Waived", [], new(9999, 1, 1), "Later.")) with { Id = "ADR-0044" }, warned]);
        host.Services.AddSingleton<ILoggerProvider>(new ActingLog(id, () => throw new TimeoutException()));
        host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop").Validate(shop => shop.Seats < 5).KeepLastGood();
        ((IConfigurationBuilder)host.Configuration).Add(new FailingSettings());
        await host.With("Shop:Seats", "1").Started();

        host.Change([("Waived", "x"), ("Warned", "x"), (Some.Key, "true")]);
        var broken = await host.Health();
        host.Change([(Some.Key, "false"), ("Shop:Seats", "9")]);
        var invalid = await host.Health();
        host.Change("Shop:Seats", "2");
        var good = await host.Health();

        Assert.StartsWith("ADR-0042 is broken", broken.Description, StringComparison.Ordinal);
        Assert.Contains("keeps its last good value", invalid.Description, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, good.Status);
        Assert.Equal(("2", 2), (host.Configuration["Shop:Seats"], host.Monitor<ShopOptions>().Seats));
    }

    [Fact]
    public async Task A_log_that_throws_does_not_keep_a_host_from_stopping()
    {
        await using var host = new ReloadingHost([Some.Decision()], options => options.OnRejectedReload = RejectedReload.StopHost);
        host.Services.AddSingleton<ILoggerProvider>(new ActingLog(5, () => throw new TimeoutException()));
        host.Services.AddSingleton<ILoggerProvider>(new ActingLog(11, () => throw new TimeoutException()));
        await host.Started();
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Running.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);

        host.Change(Some.Key, "true");

        await stopping.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(78, Environment.ExitCode);
    }

    /// <summary>A log that does something when the library logs an event.</summary>
    private sealed class ActingLog(int id, Action act) : ILoggerProvider, ILogger
    {
        private bool _isActing;

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id != id || _isActing) return;
            _isActing = true;
            act();
            _isActing = false;
        }

        public void Dispose()
        {
        }
    }
}
