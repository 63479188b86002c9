using System.Diagnostics;
using System.Globalization;

namespace DecisionPolicies.Benchmarks.Report;

/// <summary>
/// Lets a compiler run for a while before it is measured. The runtime compiles for good what has been called often, which for edits of
/// some milliseconds takes seconds; to hurry it, by DOTNET_TC_CallCountingDelayMs, gives slower code.
/// </summary>
internal static class WarmUp
{
    /// <summary>The environment variable that says for how many seconds.</summary>
    public const string Variable = "BENCHMARK_WARM_UP_SECONDS";

    public static void By(Func<object> edit) =>
        For(TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable(Variable) ?? "0", CultureInfo.InvariantCulture)), edit);

    public static void For(TimeSpan time, Func<object> edit)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time;) edit();
    }
}
