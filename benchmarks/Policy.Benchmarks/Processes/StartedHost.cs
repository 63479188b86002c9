using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using DecisionPolicies.Benchmarks.Start;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Benchmarks.Processes;

/// <summary>
/// A host that starts in a new process, with the library or without. It reports for each phase of its start how long it took and how many
/// methods the runtime compiled.
/// </summary>
internal static class StartedHost
{
    public const string Role = "host";
    public const string Bare = "bare";
    public const string Floor = "floor";
    public const string DataAnnotations = "annotations";
    public const string NoDecision = "none";
    public const string WithDecisions = "decisions";

    /// <summary>The phases.</summary>
    public static IReadOnlyList<string> Phases { get; } = ["decisions made", "registered", "built", "started"];

    /// <summary>What the rules of all decisions ask for.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings =>
        SettingsOf("Small", [""]).Concat(SettingsOf("Large", Enumerable.Range(0, 10).Select(number => number.ToString(CultureInfo.InvariantCulture))));

    public static void Run(string way)
    {
        var phases = new Stopwatch[Phases.Count];
        var methods = new long[Phases.Count + 1];
        methods[0] = JitInfo.GetCompiledMethodCount();

        phases[0] = Stopwatch.StartNew();
        if (way == WithDecisions) _ = Decisions.All;
        Next(0);

        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(Settings);
        var options = builder.Services.AddOptions<SmallOptions>().BindConfiguration("Small");
        switch (way)
        {
            case Floor:
                builder.Services.AddSingleton<IValidateOptions<SmallOptions>, EmptyValidator>().AddHostedService<EmptyService>();
                options.ValidateOnStart();
                break;
            case DataAnnotations: options.ValidateDataAnnotations().ValidateOnStart(); break;
            case NoDecision: builder.AddDecisionPolicies([]); break;
            case WithDecisions:
                builder.AddDecisionPolicies(Decisions.All);
                options.ValidateDecisions().ValidateOnStart();
                break;
        }
        Next(1);

        using var host = builder.Build();
        Next(2);

        host.Start();
        _ = host.Services.GetRequiredService<IOptions<SmallOptions>>().Value;
        Next(3);

        for (var phase = 0; phase < Phases.Count; phase++)
        {
            var milliseconds = phases[phase].Elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
            Console.WriteLine($"{milliseconds} {(methods[phase + 1] - methods[phase]).ToString(CultureInfo.InvariantCulture)}");
        }

        void Next(int phase)
        {
            phases[phase].Stop();
            methods[phase + 1] = JitInfo.GetCompiledMethodCount();
            if (phase + 1 < phases.Length) phases[phase + 1] = Stopwatch.StartNew();
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> SettingsOf(string section, IEnumerable<string> groups) =>
        from g in groups
        from setting in ((string, string)[])
        [
            ("Port", "8080"), ("Workers", "8"), ("Retries", "3"), ("Timeout", "30"), ("Name", "orders"), ("Region", "europe"), ("Owner", "shop"),
            ("Format", "json"), ("Protocol", "tls13"), ("Registration", "false"),
        ]
        select KeyValuePair.Create($"{section}:{setting.Item1}{g}", (string?)setting.Item2);

    private sealed class EmptyValidator : IValidateOptions<SmallOptions>
    {
        public ValidateOptionsResult Validate(string? name, SmallOptions options) => ValidateOptionsResult.Success;
    }

    private sealed class EmptyService : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
