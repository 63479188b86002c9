using System.Globalization;

namespace DecisionPolicies.Benchmarks.Processes;

/// <summary>
/// The processor time of all processes that this one has started and seen end, and of those that they have. On a machine that does
/// other things as well it tells more than the clock.
/// </summary>
internal static class ProcessorTime
{
    private const double TicksOfSecond = 100;

    /// <summary>Milliseconds so far; null where the system does not tell.</summary>
    public static double? OfChildren()
    {
        if (!OperatingSystem.IsLinux()) return null;
        // The program's name stands in parentheses and may hold anything; cutime and cstime are the 14th and 15th field after it.
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields[13..15].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / TicksOfSecond * 1000;
    }
}
