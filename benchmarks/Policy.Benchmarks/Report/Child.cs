using System.Diagnostics;

namespace DecisionPolicies.Benchmarks.Report;

/// <summary>A process of its own, from its start to its end.</summary>
/// <param name="Milliseconds">How long it ran.</param>
/// <param name="ProcessorMilliseconds">The processor time that it and what it started have used; null where the system does not tell.</param>
/// <param name="PeakBytes">The most memory that it held at a time; 0 where the system does not tell.</param>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Error">What it wrote of what went wrong.</param>
internal sealed record Child(double Milliseconds, double? ProcessorMilliseconds, long PeakBytes, int ExitCode, string Output, string Error)
{
    /// <summary>Runs this program in one of its small roles, of which each is to be had in a new process only.</summary>
    public static Child OfThisProgram(params string[] arguments) => OfThisProgram(new Dictionary<string, string>(), arguments);

    /// <summary>The same, in an environment of its own.</summary>
    public static Child OfThisProgram(IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        Run(Path.Combine(AppContext.BaseDirectory, "Policy.Benchmarks" + (OperatingSystem.IsWindows() ? ".exe" : "")), AppContext.BaseDirectory, variables,
            arguments);

    /// <summary>Runs a program that must not fail.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it wrote.</exception>
    public static Child Run(string file, string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var child = RunToEnd(file, folder, variables, arguments);
        return child.ExitCode is 0
            ? child
            : throw new InvalidOperationException(
                $"'{Path.GetFileName(file)} {string.Join(' ', arguments)}' ended with {child.ExitCode}.\n{child.Output}{child.Error}");
    }

    /// <summary>Runs a program, whatever it ends with.</summary>
    public static Child RunToEnd(string file, string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(file) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // Properties of the build that started this program are not this one's.
        foreach (var name in (string[])["MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly"])
        {
            start.Environment.Remove(name);
        }
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var before = ProcessorTime.OfChildren();
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        // The system forgets the peak with the process, so it is asked until then.
        while (!process.WaitForExit(5)) peak = Math.Max(peak, PeakOf(process));
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return new(elapsed, ProcessorTime.OfChildren() - before, peak, process.ExitCode, output.Result, error.Result);
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
