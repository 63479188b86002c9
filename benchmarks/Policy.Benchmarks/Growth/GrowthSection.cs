using System.Diagnostics;
using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Growth;

/// <summary>How the cost of each reader and of each operator grows with what it reads, where that is as hostile as it can be.</summary>
internal sealed class GrowthSection : Section
{
    // Twice the input is at most twice the time, and a little for n log n and for a cache that is full.
    private const double MostGrowth = 14;

    private static readonly int[] _times = [1, 2, 4, 8];

    public override string Name => "growth";

    public override string Title => "Growth";

    public override string Page => "performance-growth.md";

    public override void Run(bool isQuick, Pages page)
    {
        page.Text("Each row is an input that gets larger: the size in the first column, then twice, four and eight times as much. What grows with its input takes "
            + "eight times as long at eight times the size; what grows with the square of it would take sixty-four times as long. The work of the engine is also "
            + "counted, in `tests/Policy.Rules.Tests/WorkTests.cs`, where a step more than eight times as many fails the run.");
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
        var rounds = Math.Clamp((int)(TimeSpan.FromMilliseconds(2) / Once(run)), 1, 1_000);
        return Statistics.LowerQuartile(Enumerable.Range(0, isQuick ? 3 : 9).Select(_ =>
        {
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < rounds; i++) run();
            return clock.Elapsed.TotalNanoseconds / rounds;
        }));
    }

    private static TimeSpan Once(Action run)
    {
        var clock = Stopwatch.StartNew();
        run();
        return clock.Elapsed;
    }
}
