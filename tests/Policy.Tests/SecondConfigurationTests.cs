using DecisionPolicies.Tests.Reload;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DecisionPolicies.Tests;

/// <summary>A container with several configurations: code may read any of them.</summary>
public sealed class SecondConfigurationTests
{
    [Fact]
    public async Task What_the_host_has_is_judged_although_another_configuration_is_registered_after_it()
    {
        var host = new GovernedHost(Some.Decision()).With(Some.Key, "true");
        host.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());

        Assert.Contains("\n    set by code (in-memory collection), in another registered IConfiguration\n", await host.IsRejected(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_one_that_code_gets_is_judged_and_named_as_ever()
    {
        var host = new GovernedHost(Some.Decision()).With(Some.Key, "false");
        host.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new(Some.Key, "true")]).Build());

        Assert.Contains("\n    set by code (in-memory collection)\n", await host.IsRejected(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_must_be_set_need_not_be_set_in_each()
    {
        var host = new GovernedHost(Some.DecisionWith(new ConfigurationRule("Needed", Verb.Require, Condition.Present(true))));
        host.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Needed", "x")]).Build());

        await host.Starts();
    }

    [Fact]
    public async Task A_reload_of_the_host_is_held_back_beside_another_configuration()
    {
        await using var host = new ReloadingHost([Some.Decision()]);
        host.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        await host.Started();

        host.Change(Some.Key, "true");

        Assert.Null(host.Configuration[Some.Key]);
        Assert.Equal([5], host.Log.Ids);
    }

    [Fact]
    public async Task Two_managers_are_both_held_back()
    {
        var second = new ConfigurationManager();
        var settings = new ChangingSettings();
        ((IConfigurationBuilder)second).Add(settings);
        await using var host = new ReloadingHost([Some.Decision()]);
        host.Services.AddSingleton<IConfiguration>(second);
        host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop");
        await host.Started();

        settings.Values[Some.Key] = "true";
        settings.Reload();
        host.Change(Some.Key, "true");
        _ = host.Snapshot<ShopOptions>();

        Assert.Equal((null, null), (host.Configuration[Some.Key], second[Some.Key]));
    }

    [Fact]
    public async Task A_reload_of_another_configuration_is_judged()
    {
        var settings = new ChangingSettings();
        await using var host = new ReloadingHost([Some.Decision()]);
        host.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Add(settings).Build());
        await host.Started();

        settings.Values[Some.Key] = "true";
        settings.Reload();

        Assert.Equal([12, 5], host.Log.Ids);
    }
}
