using DecisionPolicies.Tests.Reload;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies.Tests.Transaction;

/// <summary>Reloads are transactions in every host whose configuration can be taken over.</summary>
public sealed class HostTests
{
    private const string Seats = "Shop:Seats";

    private readonly ChangingSettings _settings = new() { Values = { [Seats] = "2" } };
    private readonly EventLog _log = new();

    [Fact]
    public Task The_builder_of_applications() => HoldsBack(() =>
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.AddDecisionPolicies([Some.Decision()], AtOnce);
        ((IConfigurationBuilder)builder.Configuration).Add(_settings);
        builder.Logging.AddProvider(_log);
        return builder.Build();
    });

    [Fact]
    public Task The_builder_of_applications_by_its_services() => HoldsBack(() =>
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddDecisionPolicies([Some.Decision()], AtOnce);
        ((IConfigurationBuilder)builder.Configuration).Add(_settings);
        builder.Logging.AddProvider(_log);
        return builder.Build();
    });

    [Fact]
    public Task The_builder_of_web_applications() => HoldsBack(() =>
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.AddDecisionPolicies([Some.Decision()], AtOnce);
        ((IConfigurationBuilder)builder.Configuration).Add(_settings);
        builder.Logging.AddProvider(_log);
        builder.Services.AddSingleton<Microsoft.AspNetCore.Hosting.Server.IServer>(new NoServer());
        return builder.Build();
    });

    [Fact]
    public Task The_older_builder_whatever_configures_it_later() => HoldsBack(() => new HostBuilder()
        .AddDecisionPolicies([Some.Decision()], AtOnce)
        .ConfigureLogging(logging => logging.AddProvider(_log))
        .ConfigureAppConfiguration((_, configuration) => configuration.Add(_settings))
        .Build());

    [Fact]
    public Task The_older_builder_with_its_defaults() => HoldsBack(() => Host.CreateDefaultBuilder(["--hostBuilder:reloadConfigOnChange=false"])
        .AddDecisionPolicies([Some.Decision()], AtOnce)
        .ConfigureLogging(logging => logging.ClearProviders().AddProvider(_log))
        .ConfigureAppConfiguration((_, configuration) => configuration.Add(_settings))
        .Build());

    [Fact]
    public Task Two_calls_on_the_older_builder() => HoldsBack(() => new HostBuilder()
        .AddDecisionPolicies([], AtOnce)
        .AddDecisionPolicies([Some.Decision()])
        .ConfigureLogging(logging => logging.AddProvider(_log))
        .ConfigureAppConfiguration((_, configuration) => configuration.Add(_settings))
        .Build());

    [Fact]
    public Task Two_libraries_each_with_a_decision() => HoldsBack(() =>
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.AddDecisionPolicies([Some.DecisionWith(new ConfigurationRule("Other", Verb.Forbid, Condition.Present(true)))], AtOnce);
        ((IConfigurationBuilder)builder.Configuration).Add(_settings);
        builder.Services.AddDecisionPolicies([Some.Decision()]);
        builder.Logging.AddProvider(_log);
        return builder.Build();
    });

    [Fact]
    public void A_service_collection_that_is_given_a_configuration_manager()
    {
        var configuration = new ConfigurationManager();
        ((IConfigurationBuilder)configuration).Add(_settings);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddDecisionPolicies([Some.Decision()], AtOnce);
        using var provider = services.BuildServiceProvider();
        provider.ValidateDecisions();

        Change("true");

        Assert.Equal("2", configuration[Seats]);
    }

    [Fact]
    public async Task Two_hosts_with_one_configuration_are_both_asked()
    {
        var configuration = new ConfigurationManager();
        ((IConfigurationBuilder)configuration).Add(_settings);
        using var first = Built(Some.Decision());
        using var second = Built(Some.DecisionWith(new ConfigurationRule("Other", Verb.Forbid, Condition.Present(true))));
        await first.StartAsync(TestContext.Current.CancellationToken);
        await second.StartAsync(TestContext.Current.CancellationToken);

        Change("true");

        Assert.Equal("2", configuration[Seats]);

        IHost Built(DecisionPolicy decision)
        {
            var builder = Host.CreateEmptyApplicationBuilder(new() { Configuration = configuration });
            builder.AddDecisionPolicies([decision], AtOnce);
            return builder.Build();
        }
    }

    [Fact]
    public async Task A_host_that_has_ended_watches_nothing()
    {
        using var files = new CountingFiles();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.AddDecisionPolicies([Some.Decision()]);
        builder.Configuration.AddJsonFile(source => (source.FileProvider, source.Path, source.Optional, source.ReloadOnChange) = (files, "a.json", true, true));
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, files.Watchers);

        await host.StopAsync(TestContext.Current.CancellationToken);
        host.Dispose();

        Assert.Equal(0, files.Watchers);
    }

    private async Task HoldsBack(Func<IHost> build)
    {
        using var host = build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var configuration = host.Services.GetRequiredService<IConfiguration>();

        Change("true");
        var refused = configuration[Seats];
        Change("false");

        Assert.Equal(("2", "3"), (refused, configuration[Seats]));
        Assert.Equal([5, 6], _log.Ids);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private void Change(string enabled)
    {
        _settings.Values[Seats] = "3";
        _settings.Values[Some.Key] = enabled;
        _settings.Reload();
    }

    private static void AtOnce(DecisionPoliciesOptions options) => options.ReloadQuietTime = TimeSpan.Zero;

    /// <summary>Files of which there is none, and how many watch them.</summary>
    private sealed class CountingFiles : IFileProvider, IChangeToken, IDisposable
    {
        public int Watchers { get; private set; }

        public bool HasChanged => false;

        public bool ActiveChangeCallbacks => true;

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public IFileInfo GetFileInfo(string subpath) => new NotFoundFileInfo(subpath);

        public IChangeToken Watch(string filter) => this;

        public IDisposable RegisterChangeCallback(Action<object?> callback, object? state)
        {
            Watchers++;
            return new Registration(this);
        }

        public void Dispose()
        {
        }

        private sealed class Registration(CountingFiles files) : IDisposable
        {
            public void Dispose() => files.Watchers--;
        }
    }
}
