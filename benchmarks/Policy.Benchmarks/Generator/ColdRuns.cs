using System.Diagnostics;
using System.Globalization;
using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>
/// Runs of one generator from nothing, one after the other, in a process of its own. Its garbage is collected meanwhile, and counts. Processes
/// with different generators take turns, for a machine is not equally fast from one minute to the next.
/// </summary>
internal static class ColdRuns
{
    public const string Role = "cold-runs";

    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _measured = TimeSpan.FromSeconds(3);

    /// <summary>In the new process: writes what one run takes, in nanoseconds and bytes.</summary>
    /// <param name="peer">Whose generator.</param>
    public static void Run(string peer)
    {
        var project = PeerProject.Of(peer, PeerBenchmarks.Inputs).Project;
        WarmUp.For(_warmUp, project.Cold);
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        var runs = 0;
        for (; clock.Elapsed < _measured; runs++) project.Cold();
        var elapsed = clock.Elapsed;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalNanoseconds / runs} {(GC.GetTotalAllocatedBytes(precise: true) - bytes) / runs}"));
    }

    /// <summary>Measures generators in turns.</summary>
    /// <param name="peers">Whose.</param>
    /// <param name="rounds">How many turns.</param>
    /// <returns>For each of them, what one run took in each round.</returns>
    public static IReadOnlyDictionary<string, Measured[]> InTurns(IReadOnlyList<string> peers, int rounds)
    {
        // As the SDK runs its compiler.
        var variables = new Dictionary<string, string> { ["DOTNET_gcServer"] = "1" };
        var all = Enumerable.Range(0, rounds)
            .SelectMany(round => (round % 2 == 0 ? peers : peers.Reverse()).Select(peer => (Peer: peer, Took: Took(peer))))
            .ToList();
        return all.GroupBy(run => run.Peer).ToDictionary(runs => runs.Key, runs => runs.Select(run => run.Took).ToArray());

        Measured Took(string peer)
        {
            var words = Child.OfThisProgram(variables, Role, peer).Output.Split(' ');
            return new(double.Parse(words[0], CultureInfo.InvariantCulture), long.Parse(words[1], CultureInfo.InvariantCulture));
        }
    }
}
