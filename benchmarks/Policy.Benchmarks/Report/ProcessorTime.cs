using System.Diagnostics;
using System.Globalization;

namespace DecisionPolicies.Benchmarks.Report;

/// <summary>The processor time of other processes, in milliseconds. On a machine that does other things as well it tells more than the clock.</summary>
internal static class ProcessorTime
{
    private const double TicksOfSecond = 100;

    /// <summary>
    /// What all processes that this one has started and seen end, and those that they have, have used so far; null where the system does
    /// not tell.
    /// </summary>
    public static double? OfChildren()
    {
        if (!OperatingSystem.IsLinux()) return null;
        // The program's name stands in parentheses and may hold anything; cutime and cstime are the 14th and 15th field after it.
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields[13..15].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / TicksOfSecond * 1000;
    }

    /// <summary>What compiler servers have used so far. No build waits for their end.</summary>
    public static double OfCompilerServers()
    {
        var sum = 0.0;
        foreach (var server in Process.GetProcessesByName("VBCSCompiler"))
        {
            using (server) sum += server.TotalProcessorTime.TotalMilliseconds;
        }
        return sum;
    }
}
