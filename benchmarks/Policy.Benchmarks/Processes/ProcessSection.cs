using System.Globalization;
using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Processes;

/// <summary>What is paid once in each process, where no loop can measure it.</summary>
internal sealed class ProcessSection : Section
{
    public override string Name => "process";

    public override string Title => "A new process";

    public override string Page => "performance-runtime.md";

    public override void Run(bool isQuick, Pages page)
    {
        WriteHosts(isQuick ? 5 : 21, page);
        WriteConstants(isQuick ? 3 : 11, page);
    }

    private static void WriteHosts(int rounds, Pages page)
    {
        (string Way, string Name)[] ways =
        [
            (StartedHost.Bare, "options bound, not validated"),
            (StartedHost.DataAnnotations, "`ValidateDataAnnotations` on them"),
            (StartedHost.WithDecisions, "`AddDecisionPolicies` with 110 rules over 110 keys, and `ValidateDecisions`"),
        ];
        // In turns, so that what else the machine does falls on all alike.
        var runs = Enumerable.Range(0, rounds).Select(_ => ways.Select(way => Child.OfThisProgram(StartedHost.Role, way.Way)).ToArray()).ToList();
        page.Text("**A host's time to start**, from the first line of `Main` until it has started, in a new process, "
            + "with options of ten properties: what is loaded, compiled and run for the first time is in it.");
        page.Table(["host", "of the bare one", "start, this machine", "whole process"], ways.Select((way, place) => (string[])
        [
            way.Name,
            Pages.Ratio(Statistics.LowerQuartile(runs.Select(run => Start(run[place]) / Start(run[0])))),
            Pages.Time(Statistics.LowerQuartile(runs.Select(run => Start(run[place]))) * 1e6),
            Pages.Time(Statistics.LowerQuartile(runs.Select(run => run[place].Milliseconds)) * 1e6),
        ]));

        static double Start(Child run) => double.Parse(run.Output, CultureInfo.InvariantCulture);
    }

    private void WriteConstants(int rounds, Pages page)
    {
        var folder = Directory.CreateTempSubdirectory("decisions-").FullName;
        var path = Path.Combine(folder, "App.dll");
        TouchedConstant.Compile(path);
        var runs = Enumerable.Range(0, rounds).Select(_ => Touches(Child.OfThisProgram(TouchedConstant.Role, path))).ToList();
        Directory.Delete(folder, recursive: true);
        var touches = TouchedConstant.Touches.Select((_, touch) => (
            Time: Statistics.LowerQuartile(runs.Select(run => run[touch].Time)),
            Bytes: Statistics.LowerQuartile(runs.Select(run => run[touch].Bytes)))).ToList();
        page.Text($"**Touching a constant** of {Pages.Count(TouchedConstant.Records)}, in a new process. "
            + "A decision is made when it is first touched, and no other with it.");
        page.Table(["touch", "of all", "this machine", "allocated"], ((string[])["one, the first of all", "the same again", "another", "`Decisions.All`"])
            .Select((name, touch) => (string[])
            [
                name,
                Pages.Ratio(touches[touch].Time / touches[3].Time),
                Pages.Time(touches[touch].Time),
                Pages.Bytes(touches[touch].Bytes),
            ]));
        page.Bar($"touching one constant of {Pages.Count(TouchedConstant.Records)} does not make the other {Pages.Count(TouchedConstant.Records - 1)}",
            $"it allocates {Pages.Bytes(touches[0].Bytes)}, all of them {Pages.Bytes(touches[3].Bytes)}", touches[0].Bytes < touches[3].Bytes / 100, this);
    }

    private static (double Time, double Bytes)[] Touches(Child run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .Select(words => (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture)))];
}
