using DecisionPolicies.Tests.Reload;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests.Transaction;

/// <summary>Options that keep their last good value are asked before a reload is published.</summary>
public sealed class KeptOptionsTests
{
    private const string Seats = "Shop:Seats";

    [Fact]
    public async Task A_reload_that_would_make_them_invalid_is_refused_for_every_reader()
    {
        await using var host = await Kept().Started();

        host.Change([(Seats, "10"), ("Other", "x")]);

        Assert.Equal((2, "2", null), (host.Monitor<ShopOptions>().Seats, host.Configuration[Seats], host.Configuration["Other"]));
        Assert.Equal([7], host.Log.Ids);
    }

    [Fact]
    public async Task The_next_valid_reload_is_taken_whole()
    {
        await using var host = await Kept().Started();

        host.Change([(Seats, "10"), ("Other", "x")]);
        host.Change(Seats, "3");

        Assert.Equal((3, "3", "x"), (host.Monitor<ShopOptions>().Seats, host.Configuration[Seats], host.Configuration["Other"]));
        Assert.Equal([7, 8], host.Log.Ids);
    }

    [Fact]
    public async Task A_reload_that_breaks_a_decision_as_well_is_refused_for_the_decision()
    {
        await using var host = await Kept().Started();

        host.Change([(Seats, "10"), (Some.Key, "true")]);

        Assert.Equal([5], host.Log.Ids);
    }

    [Fact]
    public async Task Options_that_do_not_refuse_the_reload_keep_their_value_alone()
    {
        await using var host = await Kept(refuseReload: false).Started();

        host.Change([(Seats, "10"), ("Other", "x")]);

        Assert.Equal((2, "10", "x"), (host.Monitor<ShopOptions>().Seats, host.Configuration[Seats], host.Configuration["Other"]));
        Assert.Equal([7], host.Log.Ids);
    }

    [Fact]
    public async Task They_are_tried_with_what_the_reload_brings_and_created_once_more_when_it_is_published()
    {
        var seen = new List<int>();
        await using var host = Kept(configure: options => options.PostConfigure(value => seen.Add(value.Seats)));
        await host.Started();
        seen.Clear();

        host.Change(Seats, "3");
        host.Change(Seats, "10");

        Assert.Equal([3, 3, 10], seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_depends_on_the_request_cannot_be_kept(bool isRegisteredFirst)
    {
        await using var host = new ReloadingHost([Some.Decision()]);
        if (isRegisteredFirst) host.Services.AddScoped<IConfigureOptions<ShopOptions>, PerRequest>();
        var options = host.Services.AddOptions<ShopOptions>();
        InvalidOperationException refused;
        if (isRegisteredFirst) refused = Assert.Throws<InvalidOperationException>(() => options.KeepLastGood());
        else
        {
            options.KeepLastGood();
            host.Services.AddScoped<IConfigureOptions<ShopOptions>, PerRequest>();
            var built = host.Build();
            refused = await Assert.ThrowsAsync<InvalidOperationException>(() => built.StartAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(
            "KeepLastGood() keeps one value of DecisionPolicies.Tests.Reload.ShopOptions for every request, but IConfigureOptions of these options is "
            + "registered as scoped, so that they depend on the request. Register it as a singleton, or remove KeepLastGood().",
            refused.Message);
    }

    [Fact]
    public async Task Options_see_one_generation_while_they_are_bound()
    {
        Action? meanwhile = null;
        await using var host = new ReloadingHost([Some.Decision()]).With("Shop:Seats", "1").With("Shop:Guests", "false");
        host.Services.AddOptions<ShopOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Seats = configuration.GetValue<int>(Seats))
            .Configure(_ => Interlocked.Exchange(ref meanwhile, null)?.Invoke())
            .Configure<IConfiguration>((options, configuration) => options.Guests = configuration.GetValue<bool>("Shop:Guests"));
        await host.Started();
        meanwhile = () =>
        {
            // Another thread publishes a good reload.
            var thread = new Thread(() => host.Change([("Shop:Seats", "2"), ("Shop:Guests", "true")]));
            thread.Start();
            thread.Join();
        };

        var bound = host.Snapshot<ShopOptions>();

        Assert.Equal((1, false), (bound.Seats, bound.Guests));
        Assert.Equal((2, true), (host.Snapshot<ShopOptions>().Seats, host.Snapshot<ShopOptions>().Guests));
    }

    private static ReloadingHost Kept(bool refuseReload = true, Action<OptionsBuilder<ShopOptions>>? configure = null)
    {
        var host = new ReloadingHost([Some.Decision()]).With(Seats, "2");
        var options = host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop").Validate(value => value.Seats < 10);
        configure?.Invoke(options);
        options.KeepLastGood(refuseReload);
        return host;
    }

    private sealed class PerRequest : IConfigureOptions<ShopOptions>
    {
        public void Configure(ShopOptions options)
        {
        }
    }
}
