using DecisionPolicies.Tests.Reload;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests.Transaction;

/// <summary>
/// A web application with real files and Kestrel, in a storm of good and bad reloads. The variable <c>STORM_READS</c> makes it longer: the
/// fewest reads of single keys, and of pairs.
/// </summary>
public sealed class StormTests : IAsyncDisposable
{
    private const string Switch = "Pair:Switch";
    private const string Endpoint = "Kestrel:Endpoints:Second:Url";

    private static readonly long _reads = long.TryParse(Environment.GetEnvironmentVariable("STORM_READS"), out var reads) ? reads : 200_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("storm-").FullName;
    private readonly Random _random = new(20261129);
    private readonly EventLog _log = new();
    private readonly WebApplication _application;
    private readonly IConfigurationRoot _configuration;
    private volatile bool _isOver;
    private int _accepted = 1;
    private long _good, _bad, _keys, _pairs, _snapshots, _heard, _wrong;

    public StormTests()
    {
        Write("one.json", One(1));
        Write("two.json", Two(1));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = _folder, EnvironmentName = "Production" });
        builder.Logging.ClearProviders().AddProvider(_log);
        ((IConfigurationBuilder)builder.Configuration).Sources.Clear();
        builder.Configuration.AddJsonFile(Path.Combine(_folder, "one.json"), optional: false, reloadOnChange: false)
            .AddJsonFile(Path.Combine(_folder, "two.json"), optional: false, reloadOnChange: false);
        builder.AddDecisionPolicies([Some.DecisionWith(
            new ConfigurationRule(Switch, Verb.Forbid, Condition.EqualTo(Literal.True)),
            new ConfigurationRule(Endpoint, Verb.Forbid, Condition.Present(true)),
            Differ("1", "2"),
            Differ("2", "1"))]);
        builder.Services.AddOptions<Pair>().BindConfiguration("Pair");
        _application = builder.Build();
        _configuration = (IConfigurationRoot)_application.Configuration;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Nobody_sees_what_is_refused_and_no_port_opens()
    {
        await _application.StartAsync(TestContext.Current.CancellationToken);
        var monitor = _application.Services.GetRequiredService<IOptionsMonitor<Pair>>();
        using var listening = monitor.OnChange(pair => Count(ref _heard, pair.IsGood));

        var readers = new[]
        {
            Reader(() => Count(ref _keys, _configuration[Switch] != "true" && _configuration[Endpoint] is null), 2),
            Reader(() => Count(ref _pairs, monitor.CurrentValue.IsGood), 1),
            Reader(() => Count(ref _snapshots, Snapshot().IsGood), 1),
        };
        while (_good < 100 || Interlocked.Read(ref _keys) < _reads || Interlocked.Read(ref _pairs) < _reads) Change();
        _isOver = true;
        foreach (var reader in readers) reader.Join();

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{_good:N0} good and {_bad:N0} bad reloads; {_keys:N0} reads of single keys, {_pairs:N0} of pairs, {_snapshots:N0} snapshots, "
            + $"{_heard:N0} calls of OnChange; {_wrong:N0} saw what was refused.");
        Assert.Equal(0, _wrong);
        Assert.True(_good > 0 && _bad > 0 && _snapshots > 0 && _heard > 0);
        Assert.DoesNotContain(_log.All, IsPortOpening);

        // An endpoint that no rule forbids does open a port.
        var opened = _log.Next(IsPortOpening);
        Write("two.json", WithEndpoint("Third"));
        _configuration.Reload();
        await opened;
    }

    private static bool IsPortOpening(Entry entry) => entry.Message.Contains("Starting the following endpoints", StringComparison.Ordinal);

    private static ConfigurationRule Differ(string one, string two) => new("Pair:Two", Verb.Forbid, Condition.EqualTo(Literal.Number(two)))
    {
        When = [new("Pair:One", Condition.EqualTo(Literal.Number(one)))],
    };

    private static string One(int value, string more = "") =>
        $$"""{ "Pair": { "One": {{value}}{{more}} }, "Kestrel": { "Endpoints": { "First": { "Url": "http://127.0.0.1:0" } } } }""";

    private static string Two(int value) => $$"""{ "Pair": { "Two": {{value}} } }""";

    private string WithEndpoint(string name) =>
        $$"""{ "Pair": { "Two": {{_accepted}} }, "Kestrel": { "Endpoints": { "{{name}}": { "Url": "http://127.0.0.1:0" } } } }""";

    // Both files change: in between, they do not fit together. Before that, now and then, something else is bad.
    private void Change()
    {
        switch (_random.Next(6))
        {
            case 0:
                Bad("one.json", One(_accepted, """, "Switch": true"""));
                break;
            case 1:
                Bad("one.json", "{");
                break;
            case 2:
                Bad("two.json", WithEndpoint("Second"));
                break;
            case 3:
                Bad("two.json", null);
                break;
        }
        var next = 3 - _accepted;
        Bad("one.json", One(next));
        Write("two.json", Two(next));
        _configuration.Reload();
        _accepted = next;
        _good++;
    }

    private void Bad(string file, string? text)
    {
        Write(file, text);
        _bad++;
        try
        {
            _configuration.Reload();
        }
        catch (Exception exception) when (exception is InvalidDataException or FileNotFoundException)
        {
            // A reload by code throws what cannot be loaded.
        }
        // What is bad in one file must not outlive the change of the other.
        Write("one.json", One(file == "one.json" && text == One(3 - _accepted) ? 3 - _accepted : _accepted));
        if (file == "two.json") Write(file, Two(_accepted));
    }

    private void Write(string file, string? text)
    {
        var path = Path.Combine(_folder, file);
        if (text is null) File.Delete(path);
        else File.WriteAllText(path, text);
    }

    private Pair Snapshot()
    {
        using var scope = _application.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<Pair>>().Value;
    }

    private Thread Reader(Action read, int times)
    {
        var thread = new Thread(() =>
        {
            while (!_isOver)
            {
                for (var i = 0; i < times; i++) read();
            }
        });
        thread.Start();
        return thread;
    }

    private void Count(ref long reads, bool isGood)
    {
        Interlocked.Increment(ref reads);
        if (!isGood) Interlocked.Increment(ref _wrong);
    }

    /// <summary>Two settings of two files that must not differ.</summary>
    internal sealed class Pair
    {
        public int One { get; set; }

        public int Two { get; set; }

        public bool Switch { get; set; }

        public bool IsGood => One == Two && !Switch;
    }
}
