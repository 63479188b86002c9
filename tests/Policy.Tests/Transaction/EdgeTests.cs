using System.Collections.Concurrent;
using DecisionPolicies.Tests.Reload;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies.Tests.Transaction;

/// <summary>What other people's sources, options, listeners and logs do in the middle of a reload.</summary>
public sealed class EdgeTests : IAsyncDisposable
{
    private const string Seats = "Shop:Seats";

    private readonly SettingsFolder _folder = new();
    private readonly ReloadingHost _host = new([Some.Decision()]);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_whose_provider_answers_by_itself_is_still_followed()
    {
        _folder.With("shop.json", """{ "Shop": { "Seats": 2 } }""");
        var source = new Doubling { FileProvider = _folder, Path = "shop.json", ReloadOnChange = true, ReloadDelay = 0 };
        ((IConfigurationBuilder)_host.Configuration).Add(source);
        await _host.Started();

        _folder.Write("shop.json", """{ "Shop": { "Seats": 3 } }""");

        Assert.Equal(("33", 12), (_host.Configuration[Seats], Assert.Single(_host.Log.Ids)));
    }

    [Fact]
    public async Task A_provider_made_from_the_one_of_environment_variables_answers_as_it_likes()
    {
        ((IConfigurationBuilder)_host.Configuration).Add(new Ready(new Expanding()));

        await _host.Started();

        Assert.Equal("expanded", _host.Configuration["Some:Variable"]);
    }

    [Fact]
    public async Task Keys_that_differ_only_in_case_do_no_harm()
    {
        var provider = new Live(new Dictionary<string, string?> { ["shop:seats"] = "1", ["SHOP:SEATS"] = "2" });
        ((IConfigurationBuilder)_host.Configuration).Add(new Ready(provider));

        await _host.Started();

        Assert.Equal("2", _host.Configuration[Seats]);
    }

    [Fact]
    public async Task A_source_that_keeps_its_data_elsewhere_as_well_is_not_cut_off_when_code_sets_a_key()
    {
        var live = new ConcurrentDictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var provider = new Live(live);
        ((IConfigurationBuilder)_host.Configuration).Add(new Ready(provider));
        await _host.Started();

        _host.Configuration["Other"] = "x";
        live[Seats] = "5";
        provider.Signal();

        Assert.Equal(("5", "x"), (_host.Configuration[Seats], _host.Configuration["Other"]));
    }

    [Fact]
    public async Task Options_that_are_first_read_while_a_reload_is_judged_never_have_what_is_refused()
    {
        _host.With(Seats, "1").With("Limits:Seats", "5");
        _host.Services.AddOptions<Limits>().BindConfiguration("Limits");
        _host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop")
            .Validate<IOptionsMonitor<Limits>>((shop, limits) => shop.Seats < 2 || shop.Seats <= limits.CurrentValue.Seats)
            .KeepLastGood();
        await _host.Started();

        _host.Change([(Seats, "9"), ("Limits:Seats", "7")]);

        Assert.Equal((5, "5"), (_host.Monitor<Limits>().Seats, _host.Configuration["Limits:Seats"]));
    }

    [Fact]
    public async Task Options_that_set_a_key_while_they_are_tried_are_judged_with_it()
    {
        _host.With(Seats, "1");
        _host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop")
            .Configure<IConfiguration>((shop, configuration) => configuration["Seen:Seats"] = shop.Seats.ToString())
            .KeepLastGood();
        await _host.Started();

        _host.Change(Seats, "2");

        Assert.Equal(("2", "2"), (_host.Configuration[Seats], _host.Configuration["Seen:Seats"]));
    }

    [Fact]
    public async Task Options_that_set_another_value_each_time_end_nothing()
    {
        var count = 0;
        _host.With(Seats, "1");
        _host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop")
            .Configure<IConfiguration>((_, configuration) => configuration["Count"] = $"{++count}")
            .KeepLastGood();
        await _host.Started();

        _host.Change(Seats, "2");
        _host.Configuration["Other"] = "x";

        Assert.Equal(("2", "x"), (_host.Configuration[Seats], _host.Configuration["Other"]));
    }

    [Fact]
    public async Task Options_see_a_key_that_they_set_while_they_are_created()
    {
        _host.Services.AddOptions<ShopOptions>().Configure<IConfiguration>((shop, configuration) =>
        {
            configuration[Seats] = "7";
            shop.Seats = configuration.GetValue<int>(Seats);
        });
        await _host.Started();

        Assert.Equal((7, "7"), (_host.Snapshot<ShopOptions>().Seats, _host.Configuration[Seats]));
    }

    [Fact]
    public async Task A_validation_that_goes_on_on_another_thread_sees_what_is_tried()
    {
        _host.With(Seats, "2").With("Limit", "5");
        _host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop").Validate<IConfiguration>((shop, configuration) =>
            Task.Run(() => shop.Seats <= configuration.GetValue<int>("Limit")).GetAwaiter().GetResult()).KeepLastGood();
        await _host.Started();

        _host.Change([(Seats, "20"), ("Limit", "30")]);
        var good = _host.Configuration[Seats];
        _host.Change([(Seats, "6"), ("Limit", "5")]);

        Assert.Equal(("20", "20"), (good, _host.Configuration[Seats]));
    }

    [Fact]
    public async Task A_validation_that_sets_a_key_on_another_thread_does_not_hang()
    {
        _host.With(Seats, "2");
        _host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop").Validate<IConfiguration>((shop, configuration) =>
        {
            Task.Run(() => configuration["Seen"] = shop.Seats.ToString()).GetAwaiter().GetResult();
            return true;
        }).KeepLastGood();
        await _host.Started();

        _host.Change(Seats, "3");

        Assert.Equal(("3", "3"), (_host.Configuration[Seats], _host.Configuration["Seen"]));
    }

    [Fact]
    public async Task What_is_set_in_a_chained_file_is_not_seen_before_it_is_judged()
    {
        _folder.With("shop.json", """{ "Shop": { "Seats": 2 } }""");
        var chained = new ConfigurationBuilder().AddJsonFile(source => (source.FileProvider, source.Path) = (_folder, "shop.json")).Build();
        _host.Configuration.AddConfiguration(chained);
        await _host.Started();

        chained[Some.Key] = "true";

        Assert.Null(_host.Configuration[Some.Key]);
    }

    [Fact]
    public async Task A_source_that_a_chained_configuration_gets_later_is_inside()
    {
        var chained = new ConfigurationManager();
        _host.Configuration.AddConfiguration(chained);
        await _host.Started();
        var settings = new ChangingSettings { Values = { [Seats] = "2" } };
        ((IConfigurationBuilder)chained).Add(settings);
        var added = _host.Configuration[Seats];

        settings.Values[Seats] = "3";
        settings.Values[Some.Key] = "true";
        settings.Reload();

        Assert.Equal(("2", "2", "3"), (added, _host.Configuration[Seats], chained[Seats]));
    }

    [Fact]
    public async Task A_key_that_is_set_while_a_reload_is_kept_back_is_seen_at_once()
    {
        await _host.With(Seats, "2").Started();
        _host.Change([(Seats, "3"), (Some.Key, "true")]);

        _host.Configuration["Other"] = "x";

        Assert.Equal(("2", "x"), (_host.Configuration[Seats], _host.Configuration["Other"]));
    }

    [Fact]
    public async Task A_provider_that_implements_the_interface_once_more_answers_as_it_likes()
    {
        ((IConfigurationBuilder)_host.Configuration).Add(new Ready(new Explicit()));

        await _host.Started();

        Assert.Equal("explicit", _host.Configuration["Some:Key"]);
    }

    [Fact]
    public async Task Options_that_ask_for_a_reload_while_they_are_tried_do_not_hang_it()
    {
        _host.With(Seats, "1");
        _host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop")
            .Configure<IConfiguration>((shop, configuration) =>
            {
                if (shop.Seats == 2) ((IConfigurationRoot)configuration).Reload();
            })
            .KeepLastGood(refuseReload: true);
        await _host.Started();
        _host.Configuration[Seats] = "1";

        _host.Prepare(Seats, "3");
        ((IConfigurationRoot)_host.Configuration).Reload();

        Assert.Equal(3, _host.Monitor<ShopOptions>().Seats);
    }

    [Fact]
    public async Task A_source_whose_load_waits_for_its_own_signal_does_not_hang()
    {
        var provider = new Waiting();
        ((IConfigurationBuilder)_host.Configuration).Add(new Ready(provider));
        await _host.Started();

        provider.Signals = true;
        ((IConfigurationRoot)_host.Configuration).Reload();

        Assert.Equal("2", _host.Configuration[Seats]);
    }

    [Fact]
    public async Task A_source_that_fails_once_when_code_reloads_keeps_nothing_else_back_later()
    {
        var provider = new Failing();
        ((IConfigurationBuilder)_host.Configuration).Add(new Ready(provider));
        await _host.Started();

        provider.Fails = true;
        Assert.Throws<TimeoutException>(((IConfigurationRoot)_host.Configuration).Reload);
        _host.Change(Seats, "3");

        Assert.Equal("3", _host.Configuration[Seats]);
        Assert.Empty(_host.Log.Own);
    }

    [Fact]
    public async Task A_listener_that_sets_something_forbidden_changes_nothing()
    {
        await _host.Started();
        var isFirst = true;
        ChangeToken.OnChange(((IConfiguration)_host.Configuration).GetReloadToken, () =>
        {
            if (isFirst) _host.Configuration[Some.Key] = "true";
            isFirst = false;
        });

        _host.Change(Seats, "3");

        Assert.Equal(HealthStatus.Healthy, (await _host.Health()).Status);
        Assert.Equal(("3", null), (_host.Configuration[Seats], _host.Configuration[Some.Key]));
        Assert.Equal([5], _host.Log.Ids);
    }

    [Fact]
    public async Task A_key_that_lets_a_refused_reload_through_signals_it()
    {
        _host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop");
        await _host.With(Seats, "2").Started();
        _ = _host.Monitor<ShopOptions>();
        _host.Change([(Seats, "3"), (Some.Key, "true")]);

        _host.Configuration[Some.Key] = "false";

        Assert.Equal((3, "3"), (_host.Monitor<ShopOptions>().Seats, _host.Configuration[Seats]));
    }

    [Fact]
    public async Task A_repaired_source_outside_lets_through_what_it_kept_back()
    {
        var outside = new FailingSettings();
        ((IConfigurationBuilder)_host.Configuration).Add(outside);
        await _host.Started();
        outside.Set(Some.Key, "true");
        _host.Change(Seats, "3");
        var before = _host.Configuration[Seats];

        outside.Set(Some.Key, "false");
        outside.Signal();

        Assert.Equal((null, "3"), (before, _host.Configuration[Seats]));
        Assert.Equal(HealthStatus.Healthy, (await _host.Health()).Status);
    }

    [Fact]
    public async Task A_bad_source_that_is_added_and_removed_while_the_host_runs_leaves_it_healthy()
    {
        await _host.Started();
        var source = new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = [new(Some.Key, "true")] };
        ((IConfigurationBuilder)_host.Configuration).Add(source);
        var between = await _host.Health();

        _host.Configuration.Sources.Remove(source);

        Assert.Equal((HealthStatus.Degraded, HealthStatus.Healthy), (between.Status, (await _host.Health()).Status));
        Assert.Equal("ADR-0042 is broken at Feature:Enabled.", between.Description);
        Assert.Equal([5, 6], _host.Log.Ids);
    }

    [Fact]
    public async Task A_second_host_that_adds_sources_publishes_nothing_that_the_first_has_refused()
    {
        await _host.With(Seats, "2").Started();
        _host.Change([(Seats, "3"), (Some.Key, "true")]);

        var builder = Host.CreateEmptyApplicationBuilder(new() { Configuration = (ConfigurationManager)_host.Configuration, EnvironmentName = "Other" });
        builder.AddDecisionPolicies([Some.Decision()]);
        using var second = builder.Build();

        Assert.Equal("2", _host.Configuration[Seats]);
    }

    [Fact]
    public async Task A_chained_configuration_that_is_reloaded_by_its_root_is_seen()
    {
        var provider = new Counting();
        var chained = new ConfigurationBuilder().Add(new Ready(provider)).Build();
        _host.Configuration.AddConfiguration(chained);
        await _host.Started();

        chained.Reload();

        Assert.Equal((chained["Count"], _host.Configuration["Count"]), ("2", "2"));
    }

    [Fact]
    public async Task A_file_that_a_chained_configuration_has_emptied_is_not_published_by_another_change()
    {
        _folder.With("shop.json", """{ "Shop": { "Seats": 2 } }""");
        var chained = new ConfigurationBuilder().AddJsonFile(source =>
            (source.FileProvider, source.Path, source.ReloadOnChange, source.ReloadDelay) = (_folder, "shop.json", false, 0)).Build();
        _host.Configuration.AddConfiguration(chained);
        await _host.Started();

        ((FileConfigurationProvider)chained.Providers.Single()).Load(new MemoryStream("{}"u8.ToArray()));
        _host.Configuration["Other"] = "x";

        Assert.Equal("2", _host.Configuration[Seats]);
    }

    [Fact]
    public async Task A_broken_file_in_a_chained_configuration_that_is_not_held_back_keeps_options_as_they_were()
    {
        _folder.With("shop.json", """{ "Shop": { "Seats": 2 } }""");
        _host.Configuration.AddConfiguration(new ConfigurationBuilder().Add(new Ready(new Expanding())).AddJsonFile(source =>
            (source.FileProvider, source.Path, source.ReloadOnChange, source.ReloadDelay) = (_folder, "shop.json", true, 0)).Build());
        _host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop").KeepLastGood();
        await _host.Started();

        _folder.Write("shop.json", "{");

        Assert.Equal(2, _host.Snapshot<ShopOptions>().Seats);
        Assert.Equal([12, 9], _host.Log.Ids);
    }

    [Fact]
    public void A_configuration_that_is_registered_as_it_is_reports_a_broken_file_once()
    {
        var log = new EventLog();
        var configuration = new ConfigurationManager();
        _folder.With("shop.json", "{}");
        configuration.AddJsonFile(source => (source.FileProvider, source.Path) = (_folder, "shop.json"));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddSingleton<ILoggerFactory>(new LoggerFactory([log]));
        services.AddDecisionPolicies([Some.Decision()]);
        using var provider = services.BuildServiceProvider();
        provider.ValidateDecisions();

        _folder.With("shop.json", "{");
        Assert.Throws<InvalidDataException>(((IConfigurationRoot)configuration).Reload);

        Assert.Equal([9], log.Ids);
    }

    [Fact]
    public async Task A_factory_of_all_options_that_the_application_has_made_itself_stays()
    {
        var host = Host.CreateEmptyApplicationBuilder(new());
        host.Services.AddTransient(typeof(IOptionsFactory<>), typeof(OwnFactory<>));
        host.AddDecisionPolicies([Some.Decision()]);
        using var built = host.Build();

        Assert.IsType<OwnFactory<ShopOptions>>(built.Services.GetRequiredService<IOptionsFactory<ShopOptions>>());
        await built.StartAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_key_that_only_the_refused_reload_adds_is_named()
    {
        _host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop").KeepLastGood();
        await _host.Started();

        _host.Change("Shop:Guests", "perhaps");

        Assert.Contains("because of Shop:Guests (", Assert.Single(_host.Log.Own).Message, StringComparison.Ordinal);
    }

    private sealed class Limits
    {
        public int Seats { get; set; }
    }

    private sealed class Ready(IConfigurationProvider provider) : IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => provider;
    }

    private sealed class Doubling : JsonConfigurationSource
    {
        public override IConfigurationProvider Build(IConfigurationBuilder builder) => new Provider(this);

        private sealed class Provider(JsonConfigurationSource source) : JsonConfigurationProvider(source)
        {
            public override bool TryGet(string key, out string? value)
            {
                var isThere = base.TryGet(key, out value);
                value += value;
                return isThere;
            }
        }
    }

    private sealed class Expanding : EnvironmentVariablesConfigurationProvider
    {
        public override bool TryGet(string key, out string? value)
        {
            value = key == "Some:Variable" ? "expanded" : null;
            return value is not null;
        }
    }

    private sealed class Explicit : ConfigurationProvider, IConfigurationProvider
    {
        bool IConfigurationProvider.TryGet(string key, out string? value)
        {
            value = key == "Some:Key" ? "explicit" : null;
            return value is not null;
        }
    }

    private sealed class Live : ConfigurationProvider
    {
        public Live(IDictionary<string, string?> data) => Data = data;

        public void Signal() => OnReload();
    }

    private sealed class Waiting : ConfigurationProvider
    {
        public bool Signals { get; set; }

        public override void Load()
        {
            Data = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { [EdgeTests.Seats] = Signals ? "2" : "1" };
            if (Signals) Task.Run(OnReload).Wait(TestContext.Current.CancellationToken);
        }
    }

    private sealed class Failing : ConfigurationProvider
    {
        public bool Fails { get; set; }

        public override void Load()
        {
            if (Fails) throw new TimeoutException();
        }
    }

    private sealed class Counting : ConfigurationProvider
    {
        private int _count;

        public override void Load() => Data = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["Count"] = $"{++_count}" };
    }

    private sealed class OwnFactory<T> : IOptionsFactory<T> where T : class
    {
        private readonly OptionsFactory<T> _inner;

        public OwnFactory(
            IEnumerable<IConfigureOptions<T>> setups, IEnumerable<IPostConfigureOptions<T>> later, IEnumerable<IValidateOptions<T>> validations) =>
            _inner = new(setups, later, validations);

        public T Create(string name) => _inner.Create(name);
    }
}
