using DecisionPolicies.Tests.Reload;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies.Tests.Transaction;

/// <summary>A reload that is refused never happened, for whoever reads the configuration.</summary>
public sealed class ReaderTests : IAsyncLifetime
{
    private const string Seats = "Shop:Seats";

    private readonly ReloadingHost _host = new([Some.Decision()]);
    private IConfigurationSection? _sectionFromBefore;
    private int _signals;

    public static TheoryData<string, Func<ReaderTests, object?>> Readers => new()
    {
        { "a key", test => test._host.Configuration[Seats] },
        { "the registered configuration", test => test._host.Running.Services.GetRequiredService<IConfiguration>()[Seats] },
        { "the root", test => ((IConfigurationRoot)test._host.Configuration)[Seats] },
        { "a section from before the build", test => test._sectionFromBefore!["Seats"] },
        { "a section of now", test => test._host.Configuration.GetSection("Shop")["Seats"] },
        { "a value of its type", test => test._host.Configuration.GetValue<int>(Seats).ToString() },
        { "an object that is bound by hand", test => test._host.Configuration.GetSection("Shop").Get<ShopOptions>()!.Seats.ToString() },
        { "the monitor", test => test._host.Monitor<ShopOptions>().Seats.ToString() },
        { "a snapshot", test => test._host.Snapshot<ShopOptions>().Seats.ToString() },
        { "every provider", test => string.Concat(((IConfigurationRoot)test._host.Configuration).Providers
            .Select(provider => provider.TryGet(Seats, out var value) ? value : "")) },
    };

    public async ValueTask InitializeAsync()
    {
        _host.With(Seats, "2");
        _sectionFromBefore = _host.Configuration.GetSection("Shop");
        _host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop");
        await _host.Started();
        _ = _host.Monitor<ShopOptions>();
        _host.Running.Services.GetRequiredService<IOptionsMonitor<ShopOptions>>().OnChange(_ => _signals++);
        ChangeToken.OnChange(((IConfiguration)_host.Configuration).GetReloadToken, () => _signals++);
        ChangeToken.OnChange(_sectionFromBefore.GetReloadToken, () => _signals++);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Readers))]
    public void Each_sees_the_accepted_configuration_until_the_next_good_reload(string reader, Func<ReaderTests, object?> read)
    {
        _host.Change([(Some.Key, "true"), (Seats, "3"), ("Shop:New", "x")]);
        var refused = read(this);
        _host.Change(Some.Key, "false");

        Assert.True((refused, read(this)) is ("2", "3"), $"{reader}: {refused}, then {read(this)}");
    }

    [Fact]
    public void A_key_that_the_refused_reload_adds_is_not_there()
    {
        _host.Change([(Some.Key, "true"), ("Shop:New", "x"), ("Late:Key", "x")]);

        Assert.Equal(["Seats"], _host.Configuration.GetSection("Shop").GetChildren().Select(child => child.Key));
        Assert.DoesNotContain("Late", _host.Configuration.GetChildren().Select(child => child.Key));
        Assert.False(_host.Configuration.GetSection("Late").Exists());
    }

    [Fact]
    public void No_change_is_signalled()
    {
        _host.Change(Some.Key, "true");

        Assert.Equal(0, _signals);
    }

    [Fact]
    public void A_good_reload_is_signalled_once_to_each()
    {
        _host.Change(Seats, "3");

        Assert.Equal(3, _signals);
    }

    [Fact]
    public void An_explicit_reload_is_judged_before_it_returns()
    {
        _host.Put([(Some.Key, "true"), (Seats, "3")]);

        ((IConfigurationRoot)_host.Configuration).Reload();

        Assert.Equal("2", _host.Configuration[Seats]);
        Assert.Equal([5], _host.Log.Ids);
    }

    [Fact]
    public void An_explicit_reload_that_is_good_is_seen_when_it_returns()
    {
        _host.Prepare(Seats, "3");

        ((IConfigurationRoot)_host.Configuration).Reload();

        Assert.Equal("3", _host.Configuration[Seats]);
        Assert.Equal(3, _host.Monitor<ShopOptions>().Seats);
    }

    [Fact]
    public void A_key_that_code_sets_is_judged_like_a_reload()
    {
        _host.Configuration[Seats] = "3";
        _host.Configuration[Some.Key] = "true";
        _host.Configuration[Seats] = "4";

        Assert.Equal(("4", null), (_host.Configuration[Seats], _host.Configuration[Some.Key]));
        Assert.Equal([5], _host.Log.Ids);
        Assert.StartsWith("The reloaded configuration was rejected. The key that code has set keeps its value.\n", _host.Log.Own[0].Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_logged_follows_the_accepted_configuration()
    {
        _host.Change([(Some.Key, "true"), ("Logging:LogLevel:Shop", "None")]);

        Assert.True(_host.Running.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop").IsEnabled(LogLevel.Critical));
    }

    [Fact]
    public void The_source_of_a_value_is_named_as_ever()
    {
        _host.Change(Some.Key, "true");

        Assert.Contains("\n    set by Provider\n", _host.Log.Own[0].Message, StringComparison.Ordinal);
    }
}
