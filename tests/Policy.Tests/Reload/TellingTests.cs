using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace DecisionPolicies.Tests.Reload;

/// <summary>Each rejected change of options is reported once, however often the options are read.</summary>
public sealed class TellingTests : IAsyncLifetime
{
    private const string Seats = "Shop:Seats";
    private const string Name = "DecisionPolicies.Tests.Reload.ShopOptions";

    private readonly ReloadingHost _host = new();

    public async ValueTask InitializeAsync()
    {
        _host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop")
            .Validate(options => options.Seats != 10, "Too many seats.")
            .Validate(options => options.Seats != 0, "Too few seats.")
            .KeepLastGood();
        await _host.With(Seats, "2").Started();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public void A_bad_reload_is_logged_though_no_code_reads_the_options()
    {
        _host.Change(Seats, "10");

        var entry = Assert.Single(_host.Log.Own);
        Assert.Equal(LogLevel.Error, entry.Level);
        Assert.Equal(new EventId(7, "OptionsKept"), entry.Event);
        Assert.Equal($"{Name} keeps its last good value: the reloaded configuration was rejected.\nToo many seats.", entry.Message);
    }

    [Fact]
    public void However_many_scopes_ask_it_is_logged_once()
    {
        _host.Change(Seats, "10");
        for (var i = 0; i < 3; i++) _host.Snapshot<ShopOptions>();

        Assert.Equal([7], _host.Log.Ids);
    }

    [Fact]
    public void A_change_that_is_signalled_twice_is_logged_once()
    {
        _host.Change(Seats, "10");
        _host.ChangeNothing();

        Assert.Equal([7], _host.Log.Ids);
    }

    [Fact]
    public void Two_bad_changes_are_logged_twice()
    {
        _host.Change(Seats, "10");
        _host.Change(Seats, "0");

        Assert.Equal([7, 7], _host.Log.Ids);
    }

    [Fact]
    public void A_good_reload_is_logged_and_the_same_fault_after_it_is_logged_again()
    {
        _host.Change(Seats, "10");
        _host.Change(Seats, "3");
        _host.Change(Seats, "10");

        Assert.Equal([7, 8, 7], _host.Log.Ids);
        Assert.Equal($"Information 8 OptionsGoodAgain: {Name} is valid again and follows the configuration.", _host.Log.Own[1].ToString());
    }

    [Fact]
    public void Each_bad_change_is_counted_once_by_the_type_of_the_options()
    {
        _host.Change(Seats, "10");
        _host.ChangeNothing();
        _host.Snapshot<ShopOptions>();

        Assert.Equal(
            $"decision_policies.rejections 1 {{rejection}}: decision_policies.moment=reload, decision_policies.refused={Name}", Assert.Single(_host.Counted));
    }

    [Fact]
    public async Task The_health_check_is_degraded_until_a_good_reload()
    {
        var before = await _host.Health();
        _host.Change(Seats, "10");
        var between = await _host.Health();
        _host.Change(Seats, "3");
        var after = await _host.Health();

        Assert.Equal([HealthStatus.Healthy, HealthStatus.Degraded, HealthStatus.Healthy], [before.Status, between.Status, after.Status]);
        Assert.StartsWith($"{Name} keeps its last good value.", between.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_cannot_be_bound_is_named_by_its_key()
    {
        _host.Change(Seats, "many");

        Assert.Equal(
            $"{Name} keeps its last good value: the reloaded configuration was rejected.\n"
            + "The options cannot be created because of Shop:Seats (InvalidOperationException; its message is withheld because it may contain a value).",
            Assert.Single(_host.Log.Own).Message);
    }
}
