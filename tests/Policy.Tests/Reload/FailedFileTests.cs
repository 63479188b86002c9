using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests.Reload;

/// <summary>A file that could not be loaded again leaves its provider empty, which must not pass as a configuration without settings.</summary>
public sealed class FailedFileTests : IAsyncLifetime
{
    private const string Name = "shop.json";
    private const string HeldBack = "The configuration from before 2026-11-29 12:00:00Z stays in force.";
    private const string Good = """{ "Shop": { "Seats": 2 } }""";
    private const string Broken = "{\n  \"Shop\": { \"Seats\": 3, \"Token\": hunter2-s3cret";

    private readonly SettingsFolder _folder = new SettingsFolder().With(Name, Good);
    private readonly ReloadingHost _host = new([Some.Decision()]);
    private Action<FileLoadExceptionContext>? _handler;

    public ValueTask InitializeAsync()
    {
        _host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop").KeepLastGood();
        _host.Services.AddSingleton<TimeProvider>(new SettableTime(new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero)));
        _host.Environment.ContentRootPath = _folder.Path;
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_broken_file_leaves_what_was_there_for_who_reads_the_configuration()
    {
        await Started();

        _folder.Write(Name, Broken);

        Assert.Equal("2", _host.Configuration["Shop:Seats"]);
    }

    [Fact]
    public async Task The_last_good_value_outlives_a_broken_file()
    {
        await Started();

        _folder.Write(Name, Broken);

        Assert.Equal([2, 2], [_host.Monitor<ShopOptions>().Seats, _host.Snapshot<ShopOptions>().Seats]);
    }

    [Fact]
    public async Task A_broken_file_is_logged_with_the_place_and_without_its_text()
    {
        await Started();

        _folder.Write(Name, Broken);

        var entry = Assert.Single(_host.Log.Own);
        Assert.Equal((LogLevel.Error, new EventId(9, "FileFailed")), (entry.Level, entry.Event));
        Assert.Equal(
            "shop.json cannot be loaded (JsonReaderException at line 2, column 34). The configuration from before 2026-11-29 12:00:00Z stays in force.",
            entry.Message);
        Assert.Null(entry.Error);
    }

    [Fact]
    public async Task Options_that_would_not_be_good_without_the_file_are_not_reported_as_well()
    {
        _host.Services.AddOptions<ShopOptions>().Validate(options => options.Seats > 1);
        await Started();

        _folder.Write(Name, Broken);
        _host.Snapshot<ShopOptions>();

        Assert.Equal([9], _host.Log.Ids);
    }

    [Fact]
    public async Task A_broken_file_is_counted()
    {
        await Started();

        _folder.Write(Name, Broken);

        Assert.Equal(
            "decision_policies.rejections 1 {rejection}: decision_policies.moment=reload, decision_policies.refused=file", Assert.Single(_host.Counted));
    }

    [Fact]
    public async Task The_health_check_is_degraded_until_the_file_is_repaired()
    {
        await Started();

        _folder.Write(Name, Broken);
        var between = await _host.Health();
        _folder.Write(Name, Good);
        var after = await _host.Health();

        Assert.Equal((HealthStatus.Degraded, $"shop.json cannot be loaded (JsonReaderException at line 2, column 34). {HeldBack}"),
            (between.Status, between.Description));
        Assert.Equal(HealthStatus.Healthy, after.Status);
    }

    [Fact]
    public async Task A_repaired_file_is_taken_and_reported()
    {
        await Started();

        _folder.Write(Name, Broken);
        _folder.Write(Name, """{ "Shop": { "Seats": 4 } }""");

        Assert.Equal([4, 4], [_host.Monitor<ShopOptions>().Seats, _host.Snapshot<ShopOptions>().Seats]);
        Assert.Equal("Information 10 FileLoadedAgain: shop.json is loaded again.", _host.Log.Own[1].ToString());
    }

    [Fact]
    public async Task A_file_that_is_broken_twice_in_different_places_is_logged_twice()
    {
        await Started();

        _folder.Write(Name, Broken);
        _folder.Write(Name, "{");

        Assert.Equal([9, 9], _host.Log.Ids);
    }

    [Fact]
    public async Task A_broken_file_that_is_signalled_twice_is_logged_once()
    {
        await Started();

        _folder.Write(Name, Broken);
        _folder.Write(Name, Broken);

        Assert.Equal([9], _host.Log.Ids);
    }

    [Fact]
    public async Task A_rejected_configuration_stays_rejected_when_its_file_breaks()
    {
        await Started();

        _folder.Write(Name, """{ "Shop": { "Seats": 3 }, "Feature": { "Enabled": true } }""");
        _folder.Write(Name, Broken);
        _host.ChangeNothing();

        Assert.Equal([5, 9], _host.Log.Ids);
        Assert.Equal($"ADR-0042 is broken at Feature:Enabled. shop.json cannot be loaded (JsonReaderException at line 2, column 34). {HeldBack}",
            (await _host.Health()).Description);
        Assert.Equal(2, _host.Snapshot<ShopOptions>().Seats);
    }

    [Fact]
    public async Task A_change_elsewhere_does_not_take_the_emptied_settings_over()
    {
        await Started();

        _folder.Write(Name, Broken);
        _host.Change("Other", "x");

        Assert.Equal([2, 2], [_host.Monitor<ShopOptions>().Seats, _host.Snapshot<ShopOptions>().Seats]);
    }

    [Fact]
    public async Task A_required_file_that_disappears_has_failed()
    {
        await Started();

        _folder.Delete(Name);

        Assert.Equal([2, 2], [_host.Monitor<ShopOptions>().Seats, _host.Snapshot<ShopOptions>().Seats]);
        Assert.StartsWith("shop.json is required but missing. ", Assert.Single(_host.Log.Own).Message);
        Assert.Equal($"shop.json is required but missing. {HeldBack}", (await _host.Health()).Description);
    }

    [Fact]
    public async Task A_file_that_disappears_is_noticed_where_nothing_is_judged_by_it()
    {
        await using var host = new ReloadingHost();
        host.Configuration.AddJsonFile(Configure);
        await host.Started();

        _folder.Delete(Name);

        Assert.Equal([9], host.Log.Ids);
    }

    [Fact]
    public async Task A_required_file_that_comes_back_is_taken()
    {
        await Started();

        _folder.Delete(Name);
        _folder.Write(Name, """{ "Shop": { "Seats": 4 } }""");

        Assert.Equal([4, 4], [_host.Monitor<ShopOptions>().Seats, _host.Snapshot<ShopOptions>().Seats]);
        Assert.Equal([9, 10], _host.Log.Ids);
    }

    [Fact]
    public async Task An_optional_file_that_is_deleted_is_a_change_like_any_other()
    {
        await Started(isOptional: true);

        _folder.Delete(Name);

        Assert.Equal([1, 1], [_host.Monitor<ShopOptions>().Seats, _host.Snapshot<ShopOptions>().Seats]);
        Assert.Empty(_host.Log.Own);
    }

    [Theory]
    [InlineData(Broken, "shop.json cannot be loaded (JsonReaderException at line 2, column 34).")]
    [InlineData(null, "shop.json is required but missing.")]
    public async Task A_failure_in_a_reload_by_hand_is_noticed_too(string? text, string health)
    {
        await Started();

        if (text is null) File.Delete(Path.Combine(_folder.Path, Name));
        else _folder.With(Name, text);
        Assert.ThrowsAny<Exception>(((IConfigurationRoot)_host.Configuration).Reload);

        Assert.Equal($"{health} {HeldBack}", (await _host.Health()).Description);
        _folder.With(Name, """{ "Shop": { "Seats": 5 } }""");
        ((IConfigurationRoot)_host.Configuration).Reload();
        Assert.Equal(5, _host.Monitor<ShopOptions>().Seats);
        Assert.Equal([9, 10], _host.Log.Ids);
    }

    [Fact]
    public async Task Whoever_handled_the_failure_before_still_does()
    {
        Exception? handled = null;
        _handler = context => handled = context.Exception;
        await Started();

        _folder.Write(Name, Broken);

        Assert.IsType<InvalidDataException>(handled);
    }

    [Fact]
    public async Task A_failure_that_the_application_ignores_is_not_a_good_load()
    {
        _handler = context => context.Ignore = true;
        await Started();

        _folder.Write(Name, Broken);
        _host.Change("Other", "x");

        Assert.Equal([2, 2], [_host.Monitor<ShopOptions>().Seats, _host.Snapshot<ShopOptions>().Seats]);
        Assert.Equal([9], _host.Log.Ids);
    }

    [Fact]
    public async Task After_an_ignored_failure_the_next_good_load_is_taken()
    {
        _handler = context => context.Ignore = true;
        await Started();

        _folder.Write(Name, Broken);
        _folder.Write(Name, """{ "Shop": { "Seats": 4 } }""");

        Assert.Equal([4, 4], [_host.Monitor<ShopOptions>().Seats, _host.Snapshot<ShopOptions>().Seats]);
        Assert.Equal([9, 10], _host.Log.Ids);
    }

    [Fact]
    public async Task A_file_of_a_chained_configuration_is_watched_too()
    {
        _host.Configuration.AddConfiguration(new ConfigurationBuilder().AddJsonFile(Configure).Build());
        await _host.Started();

        _folder.Write(Name, Broken);

        Assert.Equal(2, _host.Snapshot<ShopOptions>().Seats);
        Assert.Equal([9], _host.Log.Ids);
    }

    [Fact]
    public async Task A_file_that_is_added_while_the_host_runs_is_watched_too()
    {
        await _host.Started();
        _host.Configuration.AddJsonFile(Configure);

        _folder.Write(Name, Broken);

        Assert.Equal(2, _host.Snapshot<ShopOptions>().Seats);
        Assert.Equal([9], _host.Log.Ids);
    }

    [Fact]
    public async Task A_failed_file_that_was_added_while_the_host_runs_and_is_removed_is_forgotten()
    {
        await _host.Started();
        _host.Configuration.AddJsonFile(Configure);

        _folder.Write(Name, Broken);
        _host.Configuration.Sources.Remove(_host.Configuration.Sources.OfType<FileConfigurationSource>().Single());

        Assert.Equal(HealthStatus.Healthy, (await _host.Health()).Status);
        Assert.Equal(1, _host.Snapshot<ShopOptions>().Seats);
    }

    [Fact]
    public async Task A_host_that_has_ended_listens_no_more()
    {
        Action<FileLoadExceptionContext> handler = _ => { };
        _handler = handler;
        _host.Configuration.AddJsonFile(Configure);
        var source = _host.Configuration.Sources.OfType<FileConfigurationSource>().Single();
        await _host.Started();
        Assert.NotSame(handler, source.OnLoadException);

        _host.Running.Dispose();

        Assert.Same(handler, source.OnLoadException);
    }

    [Fact]
    public void Options_without_a_last_good_value_are_not_made_from_what_is_left()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonFile(Configure).Build());
        services.AddOptions<ShopOptions>().BindConfiguration("Shop").KeepLastGood();
        services.AddOptions<EventLogOptions>().KeepLastGood();
        using var provider = services.BuildServiceProvider();
        _ = provider.GetRequiredService<IOptions<EventLogOptions>>().Value;

        _folder.Write(Name, Broken);

        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<ShopOptions>>().Value);
        Assert.EndsWith("shop.json cannot be loaded (JsonReaderException at line 2, column 34)", Assert.Single(refused.Failures));
    }

    private async Task Started(bool isOptional = false)
    {
        _host.Configuration.AddJsonFile(source =>
        {
            Configure(source);
            source.Optional = isOptional;
        });
        await _host.Started();
    }

    private void Configure(Microsoft.Extensions.Configuration.Json.JsonConfigurationSource source)
    {
        source.FileProvider = _folder;
        source.Path = Name;
        source.ReloadOnChange = true;
        source.ReloadDelay = 0;
        source.OnLoadException = _handler;
    }

    private sealed class EventLogOptions;
}
