using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests.Reload;

/// <summary>Options that keep their last good value, whatever makes the new one bad.</summary>
public sealed class KeepLastGoodTests
{
    private const string Seats = "Shop:Seats";

    [Fact]
    public async Task The_monitor_keeps_the_last_good_value()
    {
        await using var host = await Validated().With(Seats, "2").Started();

        host.Change(Seats, "10");

        Assert.Equal(2, host.Monitor<ShopOptions>().Seats);
    }

    [Fact]
    public async Task Every_snapshot_keeps_the_last_good_value()
    {
        await using var host = await Validated().With(Seats, "2").Started();

        host.Change(Seats, "10");

        Assert.Equal([2, 2], [host.Snapshot<ShopOptions>().Seats, host.Snapshot<ShopOptions>().Seats]);
    }

    [Fact]
    public async Task Options_that_are_read_for_the_first_time_have_the_last_good_value()
    {
        await using var host = await Validated().With(Seats, "2").Started();

        host.Change(Seats, "10");

        Assert.Equal(2, host.Running.Services.GetRequiredService<IOptions<ShopOptions>>().Value.Seats);
    }

    [Fact]
    public async Task Whoever_listens_to_changes_gets_the_last_good_value_and_then_the_next_good_one()
    {
        await using var host = await Validated().With(Seats, "2").Started();
        var heard = new List<int>();
        host.Running.Services.GetRequiredService<IOptionsMonitor<ShopOptions>>().OnChange(options => heard.Add(options.Seats));

        host.Change(Seats, "10");
        host.Change(Seats, "3");

        Assert.Equal([2, 3], heard);
    }

    [Fact]
    public async Task The_last_good_value_is_the_latest()
    {
        await using var host = await Validated().With(Seats, "2").Started();

        host.Change(Seats, "3");
        host.Change(Seats, "10");

        Assert.Equal(3, host.Monitor<ShopOptions>().Seats);
    }

    [Fact]
    public async Task The_next_good_value_is_taken()
    {
        await using var host = await Validated().With(Seats, "2").Started();

        host.Change(Seats, "10");
        host.Change(Seats, "4");

        Assert.Equal([4, 4], [host.Monitor<ShopOptions>().Seats, host.Snapshot<ShopOptions>().Seats]);
    }

    [Fact]
    public async Task A_value_that_cannot_be_bound_is_not_taken()
    {
        await using var host = await Bound(new()).With(Seats, "2").Started();

        host.Change(Seats, "many");

        Assert.Equal([2, 2], [host.Monitor<ShopOptions>().Seats, host.Snapshot<ShopOptions>().Seats]);
    }

    [Fact]
    public async Task A_failing_annotation_keeps_the_last_good_value()
    {
        await using var host = Bound(new(), options => options.ValidateDataAnnotations()).With(Seats, "2");
        await host.Started();

        host.Change(Seats, "10");

        Assert.Equal(2, host.Monitor<ShopOptions>().Seats);
    }

    [Fact]
    public async Task Configuring_that_throws_keeps_the_last_good_value()
    {
        var fails = false;
        await using var host = Bound(new(), options => options.PostConfigure(_ =>
        {
            if (fails) throw new TimeoutException();
        })).With(Seats, "2");
        await host.Started();

        fails = true;
        host.Change(Seats, "3");

        Assert.Equal(2, host.Monitor<ShopOptions>().Seats);
    }

    [Fact]
    public async Task A_broken_decision_keeps_the_last_good_value_of_options_that_are_good_by_themselves()
    {
        await using var host = await Bound(new([Some.Decision()])).With(Seats, "2").Started();

        host.Change([(Some.Key, "true"), (Seats, "3")]);

        Assert.Equal([2, 2], [host.Monitor<ShopOptions>().Seats, host.Snapshot<ShopOptions>().Seats]);
    }

    [Fact]
    public async Task Once_the_decision_is_kept_again_the_value_is_taken()
    {
        await using var host = await Bound(new([Some.Decision()])).With(Seats, "2").Started();

        host.Change([(Some.Key, "true"), (Seats, "3")]);
        host.Change(Some.Key, "false");

        Assert.Equal([3, 3], [host.Monitor<ShopOptions>().Seats, host.Snapshot<ShopOptions>().Seats]);
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_judged_keeps_the_last_good_value()
    {
        var failing = new FailingSettings();
        await using var host = Bound(new([Some.Decision()])).With(Seats, "2");
        host.Configuration.Add(failing);
        await host.Started();

        failing.Fails = true;
        host.Change(Seats, "3");

        Assert.Equal([2, 2], [host.Monitor<ShopOptions>().Seats, host.Snapshot<ShopOptions>().Seats]);
    }

    [Fact]
    public async Task A_value_is_not_seen_before_its_change_is_signalled()
    {
        await using var host = await Bound(new([Some.Decision()])).With(Seats, "2").Started();

        host.Put([(Some.Key, "true"), (Seats, "3")]);
        var before = host.Snapshot<ShopOptions>().Seats;
        host.ChangeNothing();

        Assert.Equal([2, 2], [before, host.Snapshot<ShopOptions>().Seats]);
    }

    [Fact]
    public async Task A_configuration_that_becomes_bad_while_options_are_made_is_not_taken()
    {
        Action? meanwhile = null;
        await using var host = new ReloadingHost([Some.Decision()]).With(Seats, "2");
        Bound(host, options => options.PostConfigure(_ => Interlocked.Exchange(ref meanwhile, null)?.Invoke()));
        await host.Started();
        host.Put([(Seats, "3")]);

        meanwhile = () => host.Change(Some.Key, "true");

        Assert.Equal(2, host.Snapshot<ShopOptions>().Seats);
    }

    [Fact]
    public void What_is_made_first_after_a_change_is_not_kept_where_the_next_change_is_in_place_already()
    {
        var settings = new ChangingSettings { Values = { [Seats] = "2" } };
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Add(settings).Build());
        services.AddDecisionPolicies([Some.Decision()]);
        services.AddOptions<ShopOptions>().BindConfiguration("Shop").KeepLastGood();
        using var provider = services.BuildServiceProvider();
        int Seen()
        {
            using var scope = provider.CreateScope();
            return scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<ShopOptions>>().Value.Seats;
        }
        _ = Seen();
        settings.Reload();
        // The verdict on this change is given; the options have not been made again.
        _ = provider.GetRequiredService<IOptions<DecisionPoliciesOptions>>().Value;

        settings.Values[Some.Key] = "true";
        settings.Values[Seats] = "3";
        settings.Load();
        _ = Seen();
        settings.Signal();

        Assert.Equal(2, Seen());
    }

    [Fact]
    public async Task Options_that_keep_nothing_fail_as_ever()
    {
        await using var host = new ReloadingHost();
        host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop").Validate(options => options.Seats < 10).ValidateOnStart();
        await host.With(Seats, "2").Started();

        Assert.Throws<AggregateException>(() => host.Change(Seats, "10"));

        Assert.Throws<OptionsValidationException>(() => host.Monitor<ShopOptions>());
    }

    [Fact]
    public async Task Only_the_names_that_were_asked_for_are_kept()
    {
        await using var host = new ReloadingHost();
        // BindConfiguration of .NET 8 does not follow a change of options with a name.
        host.Services.AddOptions<ShopOptions>("north").Bind(host.Configuration.GetSection("North")).Validate(options => options.Seats < 10).KeepLastGood();
        host.Services.AddOptions<ShopOptions>("south").Bind(host.Configuration.GetSection("South")).Validate(options => options.Seats < 10);
        await host.With("North:Seats", "2").With("South:Seats", "3").Started();

        _ = host.Monitor<ShopOptions>("south");
        // The framework throws what the other name does not keep.
        Assert.Throws<AggregateException>(() => host.Change([("North:Seats", "10"), ("South:Seats", "10")]));

        Assert.Equal(2, host.Monitor<ShopOptions>("north").Seats);
        Assert.Throws<OptionsValidationException>(() => host.Monitor<ShopOptions>("south"));
    }

    [Fact]
    public async Task Each_name_keeps_a_value_of_its_own()
    {
        await using var host = new ReloadingHost();
        foreach (var name in (string[])["North", "South"])
        {
            host.Services.AddOptions<ShopOptions>(name).BindConfiguration(name).Validate(options => options.Seats < 10).KeepLastGood();
        }
        await host.With("North:Seats", "2").With("South:Seats", "3").Started();

        host.Change([("North:Seats", "10"), ("South:Seats", "4")]);

        Assert.Equal([2, 4], [host.Monitor<ShopOptions>("North").Seats, host.Snapshot<ShopOptions>("South").Seats]);
    }

    [Fact]
    public async Task A_first_value_that_is_bad_fails_the_start()
    {
        await using var host = Validated().With(Seats, "10");
        var built = host.Build();

        await Assert.ThrowsAsync<OptionsValidationException>(() => built.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_first_value_that_is_bad_fails_the_start_where_another_validator_is_at_work()
    {
        await using var host = Validated().With(Seats, "10");
        host.Services.AddSingleton<IStartupValidator, NoValidation>();
        var built = host.Build();

        await Assert.ThrowsAsync<OptionsValidationException>(() => built.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Asking_twice_is_as_good_as_once()
    {
        await using var host = Bound(new(), options => options.Validate(value => value.Seats < 10).KeepLastGood()).With(Seats, "2");
        await host.Started();

        host.Change(Seats, "10");

        Assert.Equal(2, host.Monitor<ShopOptions>().Seats);
        Assert.Equal([7], host.Log.Ids);
    }

    [Theory]
    [InlineData(typeof(IOptionsFactory<ShopOptions>), typeof(OptionsFactory<ShopOptions>))]
    [InlineData(typeof(IOptionsFactory<>), typeof(OtherFactory<>))]
    public void A_factory_of_the_applications_own_is_not_replaced_in_silence(Type service, Type implementation)
    {
        var services = new ServiceCollection();
        services.AddTransient(service, implementation);

        var error = Assert.Throws<InvalidOperationException>(() => services.AddOptions<ShopOptions>().KeepLastGood());

        Assert.Equal(
            "KeepLastGood() creates DecisionPolicies.Tests.Reload.ShopOptions with its own IOptionsFactory, but another one is registered. Remove one of them.",
            error.Message);
    }

    [Fact]
    public async Task A_factory_that_comes_later_fails_the_start()
    {
        await using var host = Bound(new());
        host.Services.AddTransient<IOptionsFactory<ShopOptions>, OptionsFactory<ShopOptions>>();
        var built = host.Build();

        await Assert.ThrowsAsync<InvalidOperationException>(() => built.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Without_a_host_the_value_that_was_read_first_is_kept()
    {
        var settings = new ChangingSettings { Values = { [Seats] = "2" } };
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Add(settings).Build());
        services.AddOptions<ShopOptions>().BindConfiguration("Shop").Validate(options => options.Seats < 10).KeepLastGood();
        using var provider = services.BuildServiceProvider();
        var monitor = provider.GetRequiredService<IOptionsMonitor<ShopOptions>>();
        _ = monitor.CurrentValue;

        settings.Values[Seats] = "10";
        settings.Reload();

        Assert.Equal(2, monitor.CurrentValue.Seats);
    }

    [Fact]
    public void Options_that_no_configuration_feeds_are_kept_as_well()
    {
        var seats = 2;
        var services = new ServiceCollection();
        services.AddOptions<ShopOptions>().Configure(options => options.Seats = seats).Validate(options => options.Seats < 10).KeepLastGood();
        using var provider = services.BuildServiceProvider();

        Assert.Equal([2, 3, 3], [Seen(2), Seen(3), Seen(10)]);

        int Seen(int value)
        {
            seats = value;
            using var scope = provider.CreateScope();
            return scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<ShopOptions>>().Value.Seats;
        }
    }

    private static ReloadingHost Validated() => Bound(new(), options => options.Validate(value => value.Seats < 10, "Too many seats."));

    private static ReloadingHost Bound(ReloadingHost host, Action<OptionsBuilder<ShopOptions>>? configure = null)
    {
        var options = host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop");
        configure?.Invoke(options);
        options.KeepLastGood();
        return host;
    }

    private sealed class NoValidation : IStartupValidator
    {
        public void Validate()
        {
        }
    }

    private sealed class OtherFactory<T> : IOptionsFactory<T> where T : class
    {
        public T Create(string name) => throw new NotSupportedException();
    }
}
