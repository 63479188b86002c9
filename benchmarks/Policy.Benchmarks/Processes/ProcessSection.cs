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
        WriteHosts(isQuick ? 5 : 41, page);
        WriteNative(isQuick ? 5 : 41, page);
        WriteConstants(isQuick ? 3 : 11, page);
    }

    private void WriteHosts(int rounds, Pages page)
    {
        (string Way, string Name)[] ways =
        [
            (StartedHost.Bare, "options bound, not validated"),
            (StartedHost.Floor, "an empty validator on them, and an empty hosted service: the floor"),
            (StartedHost.DataAnnotations, "`ValidateDataAnnotations` on them"),
            (StartedHost.NoDecision, "`AddDecisionPolicies([])`"),
            (StartedHost.WithDecisions, "`AddDecisionPolicies` with 110 rules over 110 keys, and `ValidateDecisions`"),
        ];
        // In turns, so that what else the machine does falls on all alike.
        var runs = Enumerable.Range(0, rounds)
            .Select(_ => ways.Select(way => StartOf(Child.OfThisProgram(StartedHost.Role, way.Way))).ToArray())
            .ToList();
        page.Text("**A host's time to start**, from the first line of `Main` until it has started, in a new process, with options of ten properties: what is "
            + "loaded, compiled and run for the first time is in it. The library is what the package holds for this system. A ratio is the median of those "
            + $"of {Pages.Count(rounds)} rounds, in which the hosts take turns; by a probability of 95 %, the true one is between the values in parentheses.");
        page.Table(["host", "of the bare one", "start, this machine", "whole process"], ways.Select((way, place) => (string[])
        [
            way.Name,
            Ratio(place),
            Pages.Time(Statistics.LowerQuartile(runs.Select(run => run[place].Start)) * 1e6),
            Pages.Time(Statistics.LowerQuartile(runs.Select(run => run[place].WholeProcess)) * 1e6),
        ]));
        page.Text("The same starts by phase: milliseconds, and the methods that the runtime compiled.");
        page.Table([.. StartedHost.Phases.Prepend("host")], ways.Select((way, place) => (string[])
        [
            way.Name,
            .. StartedHost.Phases.Select((_, phase) => string.Create(CultureInfo.InvariantCulture,
                $"{Statistics.LowerQuartile(runs.Select(run => run[place].Phases[phase].Milliseconds)):0.0} ms, "
                + $"{Statistics.LowerQuartile(runs.Select(run => run[place].Phases[phase].Methods)):0}")),
        ]));
        const string Bar = "a host starts with 110 rules over 110 keys and `ValidateDecisions` in no more than 1.10 × the time of the bare one";
        page.Bar(Bar, Ratio(4), Median(4) <= 1.10, this);
        page.Bar("… and without a decision in 1.03 ×", $"{Ratio(3)}; the floor is {Ratio(1)}", Median(3) <= 1.03, this);

        string Ratio(int place)
        {
            var (low, high) = Statistics.MedianInterval(Ratios(place));
            return place == 0 ? Pages.Ratio(1) : $"{Pages.Ratio(Median(place))} ({Pages.Ratio(low)} to {Pages.Ratio(high)})";
        }

        double Median(int place) => Statistics.Median(Ratios(place));

        IEnumerable<double> Ratios(int place) => runs.Select(run => run[place].Start / run[0].Start);
    }

    private static void WriteNative(int rounds, Pages page)
    {
        var root = Directory.CreateTempSubdirectory("decisions-").FullName;
        try
        {
            var (with, without) = new RestoredPackage(root).NativePair();
            var runs = Enumerable.Range(0, rounds).Select(_ => (With: with.Start(), Without: without.Start())).ToList();
            page.Text("**A start with Native AOT**, measured in the same way: a console host, and the same with 110 rules of 11 records over 110 keys.");
            page.Table(["host", "start, this machine", "size of the program"],
            [
                ["without the package", Pages.Time(Statistics.LowerQuartile(runs.Select(run => run.Without)) * 1e6), Pages.Bytes(without.Size)],
                ["with it", Pages.Time(Statistics.LowerQuartile(runs.Select(run => run.With)) * 1e6), Pages.Bytes(with.Size)],
            ]);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static StartRun StartOf(Child child)
    {
        var phases = child.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .Select(words => (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture)));
        return new([.. phases], child.Milliseconds);
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

    private sealed record StartRun(IReadOnlyList<(double Milliseconds, double Methods)> Phases, double WholeProcess)
    {
        public double Start => Phases.Sum(phase => phase.Milliseconds);
    }
}
