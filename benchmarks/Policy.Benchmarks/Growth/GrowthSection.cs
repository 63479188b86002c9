using System.Diagnostics;
using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Growth;

/// <summary>How the cost of each reader and of each operator grows with what it reads, where that is as hostile as it can be.</summary>
internal sealed class GrowthSection : Section
{
    // Between eight and sixty-four: what does not fit into a cache any more, and what is collected meanwhile, takes longer for each piece.
    private const double MostGrowth = 24;

    private const long MostAllocated = 200_000_000;

    private static readonly int[] _times = [1, 2, 4, 8];

    public override string Name => "growth";

    public override string Title => "Growth";

    public override string Page => "performance-growth.md";

    public override void Run(bool isQuick, Pages page)
    {
        page.Text("Each row is an input that gets larger: the size in the first column, then twice, four and eight times as much. What grows with its "
            + "input takes eight times as long at eight times the size; what grows with the square of it would take sixty-four times as long. The work "
            + "of the engine is also counted, in `tests/Policy.Rules.Tests/WorkTests.cs`, where more than eight times as many steps fail the run.");
        var worst = (Name: "", Growth: 0.0);
        var rows = new List<string[]>();
        foreach (var growing in GrowingInputs.All)
        {
            var times = _times.Select(times => TimeOf(growing.Of(growing.Size * times), isQuick)).ToList();
            var growth = times[^1] / times[0];
            if (growth > worst.Growth) worst = (growing.Name, growth);
            rows.Add([growing.Name, Pages.Count(growing.Size), .. times.Select(Pages.Time), Pages.Ratio(growth)]);
        }
        page.Table(["input", "size", "1 ×", "2 ×", "4 ×", "8 ×", "growth"], rows);
        page.Bar("no reader and no operator grows with the square of its input: eight times the input",
            $"at most {Pages.Ratio(worst.Growth)} the time ({worst.Name})", worst.Growth <= MostGrowth, this);
    }

    // What else the machine does only adds to a time. What is fast is done several times, so that the clock can see it.
    private static double TimeOf(Action run, bool isQuick)
    {
        run();
        var (time, bytes) = Once(run);
        var rounds = Math.Clamp((int)Math.Min(TimeSpan.FromMilliseconds(2) / time, MostAllocated / (double)Math.Max(bytes, 1)), 1, 1_000);
        return Statistics.LowerQuartile(Enumerable.Range(0, isQuick ? 3 : 9).Select(_ => WithoutCollection(() =>
        {
            for (var i = 0; i < rounds; i++) run();
        }).TotalNanoseconds / rounds));
    }

    // The collector's work grows with what is alive, in steps, which says nothing about the reader.
    private static TimeSpan WithoutCollection(Action run)
    {
        GC.Collect();
        var isHeld = GC.TryStartNoGCRegion(MostAllocated);
        var clock = Stopwatch.StartNew();
        run();
        var time = clock.Elapsed;
        if (isHeld && System.Runtime.GCSettings.LatencyMode == System.Runtime.GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
        return time;
    }

    private static (TimeSpan Time, long Bytes) Once(Action run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        run();
        return (clock.Elapsed, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
