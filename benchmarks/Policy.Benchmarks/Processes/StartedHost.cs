using System.Diagnostics;
using System.Globalization;
using DecisionPolicies.Benchmarks.Start;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DecisionPolicies.Benchmarks.Processes;

/// <summary>A host that starts in a new process, with the library or without, and tells how long that took.</summary>
internal static class StartedHost
{
    public const string Role = "host";
    public const string Bare = "bare";
    public const string DataAnnotations = "annotations";
    public const string WithDecisions = "decisions";

    /// <summary>What the rules of all decisions ask for.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings =>
        SettingsOf("Small", [""]).Concat(SettingsOf("Large", Enumerable.Range(0, 10).Select(number => number.ToString(CultureInfo.InvariantCulture))));

    public static void Run(string way)
    {
        var began = Stopwatch.GetTimestamp();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(Settings);
        var options = builder.Services.AddOptions<SmallOptions>().BindConfiguration("Small");
        if (way == DataAnnotations) options.ValidateDataAnnotations().ValidateOnStart();
        if (way == WithDecisions)
        {
            builder.AddDecisionPolicies(Decisions.All);
            options.ValidateDecisions().ValidateOnStart();
        }
        using var host = builder.Build();
        host.Start();
        _ = host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<SmallOptions>>().Value;
        Console.WriteLine(Stopwatch.GetElapsedTime(began).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<KeyValuePair<string, string?>> SettingsOf(string section, IEnumerable<string> groups) =>
        from g in groups
        from setting in ((string, string)[])
        [
            ("Port", "8080"), ("Workers", "8"), ("Retries", "3"), ("Timeout", "30"), ("Name", "orders"), ("Region", "europe"), ("Owner", "shop"),
            ("Format", "json"), ("Protocol", "tls13"), ("Registration", "false"),
        ]
        select KeyValuePair.Create($"{section}:{setting.Item1}{g}", (string?)setting.Item2);
}
