using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests.Reload;

/// <summary>The old web host, which validates nothing by itself.</summary>
public sealed class WebHostTests
{
    private readonly NoServer _server = new();
    private readonly EventLog _log = new();

    [Fact]
    public void The_call_refuses_what_breaks_a_decision()
    {
        using var host = Build("true");

        var refused = Assert.Throws<OptionsValidationException>(host.Services.ValidateDecisions);

        Assert.StartsWith("ADR-0042 rejects this configuration", Assert.Single(refused.Failures));
    }

    [Fact]
    public void The_call_runs_every_other_validation_on_start()
    {
        using var host = Build("false", services => services.AddOptions<ShopOptions>().Validate(_ => false, "No shop.").ValidateOnStart());

        Assert.Equal(["No shop."], Assert.Throws<OptionsValidationException>(host.Services.ValidateDecisions).Failures);
    }

    [Fact]
    public async Task Without_the_call_a_broken_decision_is_refused_before_the_server_starts()
    {
        using var host = Build("true");

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.False(_server.HasStarted);
    }

    [Fact]
    public async Task A_reload_is_judged()
    {
        var settings = new ChangingSettings();
        using var host = Build("false", settings: settings);
        await host.StartAsync(TestContext.Current.CancellationToken);

        settings.Values[Some.Key] = "true";
        settings.Reload();

        Assert.True(_server.HasStarted);
        Assert.Equal([5], _log.Ids);
    }

#pragma warning disable ASPDEPR004, ASPDEPR008 // That it is obsolete is why it is tested.
    private IWebHost Build(string enabled, Action<IServiceCollection>? configure = null, ChangingSettings? settings = null)
    {
        settings ??= new();
        settings.Values[Some.Key] = enabled;
        return new WebHostBuilder()
            .ConfigureAppConfiguration(configuration => configuration.Add(settings))
            .ConfigureLogging(logging => logging.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(_log))
            .UseServer(_server)
            .ConfigureServices(services =>
            {
                services.AddDecisionPolicies([Some.Decision()]);
                configure?.Invoke(services);
            })
            .Configure(_ => { })
            .Build();
    }
#pragma warning restore ASPDEPR004, ASPDEPR008
}
