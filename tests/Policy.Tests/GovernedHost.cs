using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests;

/// <summary>A generic host that keeps decisions, with no configuration but the test's own.</summary>
internal sealed class GovernedHost
{
    private readonly HostApplicationBuilder _builder;
    private readonly RecordedLog _log = new();

    public GovernedHost(params IEnumerable<DecisionPolicy> decisions)
    {
        _builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Production" });
        _builder.Logging.AddProvider(_log);
        _builder.AddDecisionPolicies(decisions);
    }

    public IConfigurationManager Configuration => _builder.Configuration;

    public IServiceCollection Services => _builder.Services;

    /// <summary>What was logged.</summary>
    public IReadOnlyList<string> Log => _log.Messages;

    public GovernedHost With(string key, string? value)
    {
        Configuration.AddInMemoryCollection([new(key, value)]);
        return this;
    }

    public GovernedHost InFolder(string contentRoot)
    {
        _builder.Environment.ContentRootPath = contentRoot;
        return this;
    }

    public GovernedHost In(string environment)
    {
        _builder.Environment.EnvironmentName = environment;
        return this;
    }

    public GovernedHost On(DateOnly day)
    {
        Services.AddSingleton<TimeProvider>(new FixedTime(day));
        return this;
    }

    public IHost Build() => _builder.Build();

    /// <summary>Starts the host, and stops it again.</summary>
    public async Task Starts()
    {
        using var host = Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Tries to start the host, which must refuse.</summary>
    /// <returns>The text of the rejection.</returns>
    public async Task<string> IsRejected()
    {
        using var host = Build();
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal(typeof(DecisionPoliciesOptions), refused.OptionsType);
        return string.Join('\n', refused.Failures);
    }

    private sealed class RecordedLog : ILoggerProvider, ILogger
    {
        private readonly List<string> _messages = [];

        public IReadOnlyList<string> Messages => _messages;

        public ILogger CreateLogger(string categoryName) =>
            categoryName.StartsWith(nameof(DecisionPolicies), StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _messages.Add($"{logLevel}: {formatter(state, exception)}");

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Dispose()
        {
        }
    }

    private sealed class FixedTime(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(23, 59), TimeSpan.Zero);
    }
}
