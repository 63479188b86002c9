using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.AspNetCore.Tests;

/// <summary>A web application that keeps decisions, on a port of its own, with no configuration but the test's own.</summary>
internal sealed class GovernedApplication : IAsyncDisposable
{
    private readonly RecordedLog _log = new();
    private WebApplication? _application;

    public GovernedApplication(params IEnumerable<DecisionPolicy> decisions) : this("Production", decisions)
    {
    }

    public GovernedApplication(string environment, params IEnumerable<DecisionPolicy> decisions)
    {
        Builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        Builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        Builder.Services.AddRouting();
        Builder.Logging.AddProvider(_log);
        Builder.AddDecisionPolicies(decisions);
    }

    public WebApplicationBuilder Builder { get; }

    /// <summary>The application, built when it is first asked for.</summary>
    public WebApplication Application => _application ??= Builder.Build();

    /// <summary>What the library has logged.</summary>
    public IReadOnlyList<string> Log => _log.Messages;

    /// <summary>Starts the application.</summary>
    /// <returns>A client of it.</returns>
    public async Task<HttpClient> Starts()
    {
        await Application.StartAsync(TestContext.Current.CancellationToken);
        return new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(Application.Urls.Single()) };
    }

    /// <summary>Tries to start the application, which must refuse without having bound a port.</summary>
    /// <returns>The text of the rejection.</returns>
    public async Task<string> IsRejected()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => Application.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal(typeof(DecisionPoliciesOptions), refused.OptionsType);
        Assert.DoesNotContain(_log.All, message => message.Contains("Now listening on"));
        return string.Join('\n', refused.Failures);
    }

    public ValueTask DisposeAsync() => _application?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed class RecordedLog : ILoggerProvider
    {
        private readonly Lock _lock = new();
        private readonly List<(string Category, string Message)> _messages = [];

        public IReadOnlyList<string> All
        {
            get
            {
                lock (_lock) return [.. _messages.Select(message => message.Message)];
            }
        }

        public IReadOnlyList<string> Messages
        {
            get
            {
                lock (_lock) return [.. _messages.Where(message => message.Category == nameof(DecisionPolicies)).Select(message => message.Message)];
            }
        }

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(RecordedLog log, string category) : ILogger
        {
            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                lock (log._lock) log._messages.Add((category, $"{logLevel} {eventId.Id}: {formatter(state, exception)}"));
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => NullScope;

            private static IDisposable? NullScope => NullLogger.Instance.BeginScope(0);
        }
    }
}
