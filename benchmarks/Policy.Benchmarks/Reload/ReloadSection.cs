using System.Diagnostics;
using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Reload;

/// <summary>What a reload costs that is staged and judged, and whether it leaves anything behind.</summary>
internal sealed class ReloadSection : Section
{
    private const int Keys = 10_000;

    public override string Name => "reload";

    public override string Title => "Reload";

    public override string Page => "performance-runtime.md";

    public override void Run(bool isQuick, Pages page)
    {
        WriteTime(isQuick ? 20 : 200, page);
        WriteMemory(isQuick ? 2_000 : 20_000, page);
    }

    private void WriteTime(int rounds, Pages page)
    {
        using var bare = new ReloadedHost(Keys, decisions: null);
        using var without = new ReloadedHost(Keys, []);
        using var judged = new ReloadedHost(Keys, Decisions.All);
        (string Name, ReloadedHost Host)[] hosts =
            [("bare", bare), ("`AddDecisionPolicies` without a decision", without), ("`AddDecisionPolicies` with 110 rules", judged)];
        for (var i = 0; i < 10; i++)
        {
            foreach (var (_, host) in hosts) host.Reload();
        }
        // In turns, so that what else the machine does falls on all alike.
        var runs = Enumerable.Range(0, rounds).Select(_ => hosts.Select(host => Measured(host.Host)).ToArray()).ToList();
        page.Text($"**A good reload** of {ReloadedHost.Files} files with {Pages.Count(Keys)} keys together, all of them read again.");
        page.Table(["host", "of the bare one", "this machine", "allocated"], hosts.Select((host, place) => (string[])
        [
            host.Name,
            Pages.Ratio(Statistics.Median(runs.Select(run => run[place].Time / run[0].Time))),
            Pages.Time(Statistics.LowerQuartile(runs.Select(run => run[place].Time))),
            Pages.Bytes(Statistics.LowerQuartile(runs.Select(run => run[place].Bytes))),
        ]));
        var ratio = Statistics.Median(runs.Select(run => run[2].Time / run[0].Time));
        page.Bar($"a good reload of {ReloadedHost.Files} sources with {Pages.Count(Keys)} keys, judged by 110 rules, takes no more than 1.5 × the bare one",
            Pages.Ratio(ratio), ratio <= 1.5, this);
    }

    private void WriteMemory(int reloads, Pages page)
    {
        using var host = new ReloadedHost(Keys / 100, Decisions.All);
        long early = 0;
        for (var i = 0; i < reloads; i++)
        {
            host.Write(file: 0, keys: 10, isBad: i % 2 == 0);
            host.Reload();
            if (i == reloads / 20) early = GC.GetTotalMemory(forceFullCollection: true);
        }
        var late = GC.GetTotalMemory(forceFullCollection: true);
        page.Text($"**Memory** in use after {Pages.Count(reloads / 20)} reloads, every other of them refused: {Pages.Bytes(early)}; "
            + $"after {Pages.Count(reloads)}: {Pages.Bytes(late)}.");
        page.Bar($"memory is flat over {Pages.Count(reloads)} good and bad reloads", $"{Pages.Bytes(early)}, then {Pages.Bytes(late)}",
            late < early + (256 * 1024), this);
    }

    private static (double Time, double Bytes) Measured(ReloadedHost host)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        host.Reload();
        return (Stopwatch.GetElapsedTime(began).TotalNanoseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }
}
