using DecisionPolicies.Tests.Reload;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DecisionPolicies.Tests.Transaction;

/// <summary>Files that change together are one reload.</summary>
public sealed class QuietTimeTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly SettingsFolder _folder = new SettingsFolder().With("one.json", """{ "One": 1 }""").With("two.json", """{ "Two": 1 }""");

    // One and two must not differ.
    private readonly ReloadingHost _host = new(
        [Some.DecisionWith(
            new ConfigurationRule("Two", Verb.Forbid, Condition.EqualTo(Literal.Number("2"))) { When = [new("One", Condition.EqualTo(Literal.Number("1")))] },
            new ConfigurationRule("Two", Verb.Forbid, Condition.EqualTo(Literal.Number("1"))) { When = [new("One", Condition.EqualTo(Literal.Number("2")))] })],
        options => options.ReloadQuietTime = TimeSpan.FromMilliseconds(250));

    public async ValueTask InitializeAsync()
    {
        _host.Services.AddSingleton<TimeProvider>(_time);
        foreach (var file in (string[])["one.json", "two.json"])
        {
            _host.Configuration.AddJsonFile(source => (source.FileProvider, source.Path, source.ReloadOnChange, source.ReloadDelay) = (_folder, file, true, 0));
        }
        await _host.Started();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void They_are_seen_together_once_nothing_more_has_come()
    {
        _folder.Write("one.json", """{ "One": 2 }""");
        _time.Pass(200);
        _folder.Write("two.json", """{ "Two": 2 }""");
        _time.Pass(200);
        var before = Seen;
        _time.Pass(50);

        Assert.Equal([("1", "1"), ("2", "2")], [before, Seen]);
        Assert.Empty(_host.Log.Own);
    }

    [Fact]
    public void One_that_stays_alone_is_judged_alone()
    {
        _folder.Write("one.json", """{ "One": 2 }""");
        _time.Pass(250);
        Assert.Equal(("1", "1"), Seen);
        Assert.Equal([5], _host.Log.Ids);

        _folder.Write("two.json", """{ "Two": 2 }""");
        _time.Pass(250);
        Assert.Equal(("2", "2"), Seen);
        Assert.Equal([5, 6], _host.Log.Ids);
    }

    [Fact]
    public void Files_that_never_rest_are_judged_nevertheless()
    {
        _folder.With("two.json", """{ "Two": 2 }""");
        for (var i = 0; i < 60 && Seen.One == "1"; i++)
        {
            _folder.Write("one.json", """{ "One": 2 }""");
            _folder.Signal("two.json");
            _time.Pass(200);
        }

        Assert.Equal(("2", "2"), Seen);
    }

    [Fact]
    public void Many_signals_of_a_moment_are_one_change()
    {
        _folder.Write("one.json", """{ "One": 2 }""");
        for (var i = 0; i < 50; i++) _folder.Signal("one.json");
        _time.Pass(200);
        _folder.Write("two.json", """{ "Two": 2 }""");
        _time.Pass(249);
        var before = Seen;
        _time.Pass(1);

        Assert.Equal([("1", "1"), ("2", "2")], [before, Seen]);
        Assert.Empty(_host.Log.Own);
    }

    [Fact]
    public void A_reload_by_code_does_not_wait()
    {
        _folder.With("one.json", """{ "One": 2 }""").With("two.json", """{ "Two": 2 }""");

        ((IConfigurationRoot)_host.Configuration).Reload();

        Assert.Equal(("2", "2"), Seen);
    }

    [Fact]
    public void Code_that_is_notified_and_throws_is_named_in_the_log()
    {
        using var _ = Microsoft.Extensions.Primitives.ChangeToken.OnChange(
            ((IConfiguration)_host.Configuration).GetReloadToken, () => throw new TimeoutException());

        _folder.Write("one.json", """{ "One": 3 }""");
        _time.Pass(250);

        Assert.Equal("3", Seen.One);
        Assert.Equal(
            "Warning 13 ListenerFailed: Code that was notified of a reload, or one of its sources, threw System.AggregateException.",
            Assert.Single(_host.Log.Own).ToString());
    }

    [Fact]
    public void A_quiet_time_is_not_negative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DecisionPoliciesOptions().ReloadQuietTime = TimeSpan.FromTicks(-1));

    private (string? One, string? Two) Seen => (_host.Configuration["One"], _host.Configuration["Two"]);
}
