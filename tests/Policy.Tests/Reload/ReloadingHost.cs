using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests.Reload;

/// <summary>A generic host whose configuration changes while it runs, with everything it says about that.</summary>
internal sealed class ReloadingHost : IAsyncDisposable
{
    private readonly HostApplicationBuilder _builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Production" });
    private readonly ChangingSettings _settings = new();
    private readonly MeterListener _listener = new();
    private IHost? _host;
    private IHostApplicationLifetime? _lifetime;

    /// <param name="decisions">The decisions; null for a host that has none.</param>
    /// <param name="configure">Chooses.</param>
    public ReloadingHost(IEnumerable<DecisionPolicy>? decisions = null, Action<DecisionPoliciesOptions>? configure = null)
    {
        _builder.Logging.AddProvider(Log);
        ((IConfigurationBuilder)Configuration).Add(_settings);
        // Without a quiet time, a change is judged by the thread that signals it.
        if (decisions is not null) _builder.AddDecisionPolicies(decisions, options => options.ReloadQuietTime = TimeSpan.Zero);
        if (decisions is not null && configure is not null) _builder.AddDecisionPolicies([], configure);
        Services.AddHealthChecks().AddDecisionPolicies();
    }

    public IConfigurationManager Configuration => _builder.Configuration;

    public IServiceCollection Services => _builder.Services;

    public IHostEnvironment Environment => _builder.Environment;

    public EventLog Log { get; } = new();

    /// <summary>What was counted: one line for each measurement, with its tags in order.</summary>
    public List<string> Counted { get; } = [];

    public IHost Running => _host ?? throw new InvalidOperationException("Not built.");

    public ReloadingHost With(string key, string? value)
    {
        Change(key, value);
        return this;
    }

    /// <summary>Builds the host and listens to what it counts.</summary>
    public IHost Build()
    {
        _host = _builder.Build();
        _lifetime = _host.Services.GetRequiredService<IHostApplicationLifetime>();
        var factory = _host.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == DecisionPoliciesMetrics.MeterName && instrument.Meter.Scope == factory) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
        {
            var written = tags.ToArray().OrderBy(tag => tag.Key).Select(tag => $"{tag.Key}={tag.Value}");
            lock (Counted) Counted.Add($"{instrument.Name} {count} {instrument.Unit}: {string.Join(", ", written)}");
        });
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) =>
        {
            lock (Counted) Counted.Add($"{instrument.Name} {value} {instrument.Unit}");
        });
        _listener.Start();
        return _host;
    }

    public async Task<ReloadingHost> Started()
    {
        await Build().StartAsync(TestContext.Current.CancellationToken);
        return this;
    }

    /// <summary>Changes settings, all at once, and signals the change.</summary>
    public void Change(params IEnumerable<(string Key, string? Value)> settings)
    {
        Put(settings);
        _settings.Signal();
    }

    /// <summary>Changes settings without signalling the change yet.</summary>
    public void Put(params IEnumerable<(string Key, string? Value)> settings)
    {
        foreach (var (key, value) in settings) _settings.Values[key] = value;
        _settings.Load();
    }

    public void Change(string key, string? value) => Change([(key, value)]);

    /// <summary>Prepares a setting, which nothing sees before the next load.</summary>
    public void Prepare(string key, string? value) => _settings.Values[key] = value;

    /// <summary>Signals a change once more, as file watchers do.</summary>
    public void ChangeNothing() => _settings.Reload();

    /// <summary>Asks what is measured only on request, and adds it to what was counted.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public T Monitor<T>(string? name = null) => Running.Services.GetRequiredService<IOptionsMonitor<T>>().Get(name);

    /// <summary>What a scope of its own sees.</summary>
    public T Snapshot<T>(string? name = null) where T : class
    {
        using var scope = Running.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<T>>().Get(name);
    }

    public async Task<HealthReportEntry> Health() =>
        (await Running.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["decisions"];

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        if (_host is null) return;
        // A host cannot stop what it has not created.
        if (_lifetime!.ApplicationStarted.IsCancellationRequested) await _host.StopAsync();
        _host.Dispose();
    }
}
