using DecisionPolicies.Tests.Reload;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.FileProviders;

namespace DecisionPolicies.Tests.Transaction;

/// <summary>What each kind of source brings is held back, or the start says that it is not.</summary>
public sealed class SourceKindTests : IAsyncDisposable
{
    private const string Seats = "Shop:Seats";
    private const string Good = """{ "Shop": { "Seats": 2 } }""";
    private const string Better = """{ "Shop": { "Seats": 3 } }""";
    private const string Bad = """{ "Shop": { "Seats": 4 }, "Feature": { "Enabled": true } }""";

    private readonly ReloadingHost _host = new([Some.Decision()]);
    private readonly SettingsFolder _folder = new();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file()
    {
        _folder.With("shop.json", Good);
        _host.Configuration.AddJsonFile(IsWatched);
        await _host.Started();

        _folder.Write("shop.json", Bad);
        Assert.Equal("2", Seen);
        _folder.Write("shop.json", Better);
        Assert.Equal("3", Seen);
    }

    [Fact]
    public async Task Settings_that_a_mounted_volume_swaps_by_a_link()
    {
        foreach (var (version, text) in new[] { ("1", Good), ("2", Bad), ("3", Better) })
        {
            Directory.CreateDirectory(Path.Combine(_folder.Path, version));
            _folder.With($"{version}/shop.json", text);
        }
        var data = Path.Combine(_folder.Path, "..data");
        var file = Path.Combine(_folder.Path, "shop.json");
        Directory.CreateSymbolicLink(data, "1");
        File.CreateSymbolicLink(file, "..data/shop.json");
        _host.Configuration.AddJsonFile(IsWatched);
        await _host.Started();

        Swap("2");
        Assert.Equal("2", Seen);
        Swap("3");
        Assert.Equal("3", Seen);
        Swap("gone");
        Assert.Equal("3", Seen);
        Assert.Equal([5, 6, 9], _host.Log.Ids);

        void Swap(string version)
        {
            File.Delete(data);
            Directory.CreateSymbolicLink(data, version);
            _folder.Signal("shop.json");
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_leaves_what_was()
    {
        _folder.With("shop.json", Good);
        _host.Configuration.AddJsonFile(IsWatched);
        await _host.Started();

        _folder.Locks = "shop.json";
        _folder.Write("shop.json", Better);
        Assert.Equal("2", Seen);
        _folder.Locks = null;
        _folder.Write("shop.json", Better);

        Assert.Equal("3", Seen);
        Assert.Equal([9, 10], _host.Log.Ids);
    }

    [Fact]
    public async Task A_directory_with_a_file_for_each_key()
    {
        var folder = _folder.With("Shop__Seats", "2").Path;
        _host.Configuration.AddKeyPerFile(source => (source.FileProvider, source.ReloadOnChange) = (new PhysicalFileProvider(folder), false));
        await _host.Started();

        _folder.With("Feature__Enabled", "true").With("Shop__Seats", "3");
        ((IConfigurationRoot)_host.Configuration).Reload();
        Assert.Equal("2", Seen);
        File.Delete(Path.Combine(folder, "Feature__Enabled"));
        ((IConfigurationRoot)_host.Configuration).Reload();
        Assert.Equal("3", Seen);
    }

    [Fact]
    public async Task A_chained_configuration_whose_own_readers_see_each_change()
    {
        var settings = new ChangingSettings { Values = { [Seats] = "2" } };
        var chained = new ConfigurationBuilder().Add(settings).Build();
        _host.Configuration.AddConfiguration(chained);
        await _host.Started();

        settings.Values[Seats] = "3";
        settings.Values[Some.Key] = "true";
        settings.Reload();
        Assert.Equal(("2", "3"), (Seen, chained[Seats]));
        settings.Values[Some.Key] = "false";
        settings.Reload();
        Assert.Equal("3", Seen);
    }

    [Fact]
    public async Task A_source_in_memory_to_which_code_adds()
    {
        var memory = new MemoryConfigurationProvider(new()) { { Seats, "2" } };
        _host.Configuration.Add(new Ready(memory));
        await _host.Started();

        memory.Set(Some.Key, "true");
        memory.Set(Seats, "3");
        ((IConfigurationRoot)_host.Configuration).Reload();
        Assert.Equal("2", Seen);
        memory.Set(Some.Key, "false");
        ((IConfigurationRoot)_host.Configuration).Reload();
        Assert.Equal("3", Seen);
    }

    [Fact]
    public async Task A_source_that_clears_its_data_and_fills_it_again()
    {
        var provider = new InPlace();
        provider.Fill((Seats, "2"));
        _host.Configuration.Add(new Ready(provider));
        await _host.Started();

        provider.Fill((Seats, "3"), (Some.Key, "true"));
        Assert.Equal("2", Seen);
        provider.Fill((Seats, "3"));
        Assert.Equal("3", Seen);
    }

    [Fact]
    public async Task A_stream_is_read_once()
    {
        _host.Configuration.AddJsonStream(new MemoryStream("""{ "Shop": { "Seats": 2 } }"""u8.ToArray()));
        await _host.Started();

        ((IConfigurationRoot)_host.Configuration).Reload();

        Assert.Equal("2", Seen);
        Assert.Empty(_host.Log.Own);
    }

    [Fact]
    public async Task A_source_that_is_disposed_when_the_list_changes_is_made_again()
    {
        var source = new Disposed();
        _host.Configuration.Add(source);
        await _host.Started();

        Assert.Equal("2", Seen);
        Assert.Equal([true, false], source.Made.Select(made => made.IsDisposed));
        _host.Running.Dispose();
        Assert.All(source.Made, made => Assert.True(made.IsDisposed));
    }

    [Fact]
    public async Task A_source_that_answers_by_code_of_its_own_is_outside_and_named_at_the_start()
    {
        var outside = new OwnAnswers();
        _host.Configuration.Add(new Ready(outside));
        await _host.Started();

        outside.Seats = "3";
        outside.Signal();

        Assert.Equal("3", Seen);
        Assert.Equal(
            "Information 12 SourceOutside: A reload of OwnAnswers cannot be held back: what it brings is seen at once, and judged after that.",
            Assert.Single(_host.Log.Own).ToString());
    }

    [Fact]
    public async Task What_a_source_outside_brings_is_judged_after_it_is_seen()
    {
        var outside = new OwnAnswers();
        _host.Configuration.Add(new Ready(outside));
        await _host.Started();

        outside.Feature = "true";
        outside.Signal();

        Assert.Equal([12, 5], _host.Log.Ids);
        Assert.Contains("code that reads IConfiguration itself sees the rejected values", _host.Log.Own[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_that_shows_no_providers_is_outside()
    {
        var settings = new ChangingSettings { Values = { ["In:Shop:Seats"] = "2" } };
        _host.Configuration.AddConfiguration(new ConfigurationBuilder().Add(settings).Build().GetSection("In"));

        await _host.Started();

        Assert.Equal("2", Seen);
        Assert.Equal([12], _host.Log.Ids);
    }

    [Fact]
    public async Task A_library_finds_its_own_provider_where_it_looks_into_chained_configurations()
    {
        var provider = new InPlace();
        _host.Configuration.Add(new Ready(provider));

        await _host.Started();

        Assert.Contains(provider, ((IConfigurationRoot)_host.Configuration).Providers
            .OfType<ChainedConfigurationProvider>().SelectMany(chained => ((IConfigurationRoot)chained.Configuration).Providers));
    }

    [Fact]
    public async Task A_source_that_is_added_before_the_start_is_inside()
    {
        _host.Build();
        var settings = new ChangingSettings { Values = { [Seats] = "2" } };
        ((IConfigurationBuilder)_host.Configuration).Add(settings);
        await _host.Running.StartAsync(TestContext.Current.CancellationToken);

        settings.Values[Seats] = "3";
        settings.Values[Some.Key] = "true";
        settings.Reload();

        Assert.Equal("2", Seen);
    }

    [Fact]
    public async Task A_source_that_is_put_first_before_the_start_stays_the_first()
    {
        _host.With(Seats, "2").Build();
        _host.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [new(Seats, "1"), new("Shop:Guests", "true")] });
        _host.Configuration.AddInMemoryCollection([new("Shop:Guests", "false")]);

        await _host.Running.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("2", "false"), (Seen, _host.Configuration["Shop:Guests"]));
        Assert.Single(_host.Configuration.Sources);
    }

    private void IsWatched(JsonConfigurationSource source) =>
        (source.FileProvider, source.Path, source.ReloadOnChange, source.ReloadDelay) = (_folder, "shop.json", true, 0);

    private string? Seen => _host.Configuration[Seats];

    private sealed class Ready(IConfigurationProvider provider) : IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => provider;
    }

    private sealed class InPlace : ConfigurationProvider
    {
        public void Fill(params IEnumerable<(string Key, string Value)> settings)
        {
            Data.Clear();
            foreach (var (key, value) in settings) Data.Add(key, value);
            OnReload();
        }
    }

    private sealed class OwnAnswers : ConfigurationProvider
    {
        public string Seats { get; set; } = "2";

        public string? Feature { get; set; }

        public override bool TryGet(string key, out string? value)
        {
            value = key == SourceKindTests.Seats ? Seats : key == Some.Key ? Feature : null;
            return value is not null;
        }

        public void Signal() => OnReload();
    }

    private sealed class Disposed : IConfigurationSource
    {
        public List<Provider> Made { get; } = [];

        public IConfigurationProvider Build(IConfigurationBuilder builder)
        {
            Made.Add(new());
            return Made[^1];
        }

        internal sealed class Provider : ConfigurationProvider, IDisposable
        {
            public bool IsDisposed { get; private set; }

            public override void Load() => Data = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { [SourceKindTests.Seats] = "2" };

            public void Dispose() => IsDisposed = true;
        }
    }
}
