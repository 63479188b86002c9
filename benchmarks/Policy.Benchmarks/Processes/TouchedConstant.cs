using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using DecisionPolicies.Benchmarks.Generator;
using DecisionPolicies.Generator;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Benchmarks.Processes;

/// <summary>An assembly with many constants, of which a new process touches one, then another, then all.</summary>
internal static class TouchedConstant
{
    public const string Role = "touch";
    public const int Records = 1_000;

    public static string[] Touches { get; } = ["One", "Again", "Another", "All"];

    /// <summary>Compiles the assembly.</summary>
    public static void Compile(string path)
    {
        const string probe = """
            namespace App;

            public static class Probe
            {
                public static object One() => Decisions.NoQueues1;

                public static object Again() => Decisions.NoQueues1;

                public static object Another() => Decisions.KeepQueues2;

                public static object All() => Decisions.All;
            }
            """;
        var project = new EditedProject(() => new DecisionGenerator().AsSourceGenerator(), RecordInput.Options, RecordInput.Files(Records));
        var emitted = project.Compile(probe).Emit(path);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)));
        }
    }

    /// <summary>Touches them, and writes for each touch the microseconds and the bytes.</summary>
    public static void Run(string path)
    {
        var probe = Assembly.LoadFrom(path).GetType("App.Probe", throwOnError: true)!;
        foreach (var name in Touches)
        {
            var touch = probe.GetMethod(name)!.CreateDelegate<Func<object>>();
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var began = Stopwatch.GetTimestamp();
            _ = touch();
            var elapsed = Stopwatch.GetElapsedTime(began);
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalNanoseconds} {bytes}"));
        }
    }
}
