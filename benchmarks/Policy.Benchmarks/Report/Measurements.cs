using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;

namespace DecisionPolicies.Benchmarks.Report;

/// <summary>What BenchmarkDotNet has measured of one class.</summary>
internal sealed class Measurements
{
    private readonly Summary _summary;

    private Measurements(Summary summary) => _summary = summary;

    /// <summary>Runs all benchmarks of a class, each in a process of its own.</summary>
    /// <param name="isQuick">Whether a rough result is enough.</param>
    /// <param name="isCompiler">Whether it runs in the compiler.</param>
    /// <exception cref="InvalidOperationException">One of them has failed.</exception>
    public static Measurements Of<T>(bool isQuick, bool isCompiler = false)
    {
        // What is measured is an application that has run for long, or a compiler that is kept running, with the garbage collector that the SDK runs it with.
        var (warmUps, time) = isCompiler ? (5, 400) : (20, 100);
        var job = Job.Default
            .WithWarmupCount(isQuick ? warmUps / 2 : warmUps)
            .WithIterationCount(isQuick ? 4 : 10)
            .WithIterationTime(TimeInterval.FromMilliseconds(time))
            .WithGcServer(isCompiler)
            // Garbage that BenchmarkDotNet collects between iterations costs nobody anything, and what a compiler allocates is collected often.
            .WithGcForce(!isCompiler)
            .WithEnvironmentVariable(WarmUp.Variable, isQuick ? "1" : "6")
            // BenchmarkDotNet builds every target into one folder. What the compiler judges with is made for another one, and would be found
            // there by the program, in place of its own.
            .WithArguments([new MsBuildArgument("/p:JudgedByDecisions=false")]);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(ConsoleLogger.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            // Only a safety net, far more than a busy machine needs.
            .WithBuildTimeout(TimeSpan.FromMinutes(10))
            .WithArtifactsPath(Path.Combine(Machine.RepositoryRoot, "artifacts", "benchmarks"));
        var summary = BenchmarkRunner.Run<T>(config);
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
        {
            throw new InvalidOperationException($"{typeof(T).Name} could not be measured; see above.");
        }
        return new(summary);
    }

    /// <summary>The time and the bytes allocated of one benchmark. What else the machine does only adds to a time, so it is the lower quartile.</summary>
    /// <param name="method">The benchmark.</param>
    /// <param name="parameters">Its parameters.</param>
    public Measured this[string method, params (string Name, object Value)[] parameters]
    {
        get
        {
            var report = _summary.Reports.Single(r =>
                r.BenchmarkCase.Descriptor.WorkloadMethod.Name == method && parameters.All(p => Equals(r.BenchmarkCase.Parameters[p.Name], p.Value)));
            return new(report.ResultStatistics!.Q1, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
        }
    }
}

/// <summary>What one operation costs.</summary>
/// <param name="Nanoseconds">The time.</param>
/// <param name="Bytes">The bytes allocated.</param>
internal readonly record struct Measured(double Nanoseconds, long Bytes);
