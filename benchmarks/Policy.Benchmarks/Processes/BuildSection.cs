using DecisionPolicies.Benchmarks.Generator;
using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Processes;

/// <summary>What the package adds to a build.</summary>
internal sealed class BuildSection : Section
{
    public override string Name => "build";

    public override string Title => "Build";

    public override string Page => "performance-compiler.md";

    public override void Run(bool isQuick, Pages page)
    {
        var root = Directory.CreateTempSubdirectory("decisions-").FullName;
        try
        {
            var restored = new RestoredPackage(root);
            var (usual, @short) = (restored.Pair("Usual", UsualCode.File), restored.Pair("Short", UsualCode.ShortFile));
            page.Text($"The whole time of `dotnet build --no-restore` of a class library of {BuiltProject.CodeFiles} C# files: with the package, "
                + $"{BuiltProject.Records} records and {BuiltProject.Rules} rules, and without; with Microsoft.Extensions.Hosting in either case. A file "
                + $"has {LinesOf(UsualCode.File)} lines, about as many as the mean of this repository's own; the shorter files are, the larger is the share "
                + "of what does not grow with them. The two are built in pairs, now the one first and now the other, and what is added is the median of "
                + "the pairs: by a probability of 95 %, the true one is between the values in parentheses. A bar is met by the median. A compiler server, "
                + "which `dotnet build` starts by itself, has generator and analyzers loaded; in the other builds, as where continuous integration has none, "
                + "the runtime loads and compiles them anew, and most of what is added is that. The server's processor time counts.");
            var served = Compare("everything anew, by a compiler server", usual, project => project.CleanByServer(), isQuick ? 6 : 60);
            var clean = Compare("everything anew", usual, project => project.Clean(), isQuick ? 2 : 15);
            Comparison[] all =
            [
                served,
                Compare($"… of files of {LinesOf(UsualCode.ShortFile)} lines", @short, project => project.CleanByServer(), isQuick ? 6 : 30),
                clean,
                Compare("after an edit of one C# file", usual, project => project.AfterEdit(), isQuick ? 2 : 9),
                Compare("nothing changed", usual, project => project.Unchanged(), isQuick ? 2 : 15),
            ];
            page.Table(["build", "added time", "added processor time", "with, this machine", "without"], all.Select(row => (string[])
            [
                row.Name,
                Added(row.Time),
                row.Processor is { } added ? Added(added) : "unknown",
                Pages.Time(row.With * 1e6),
                Pages.Time(row.Without * 1e6),
            ]));
            page.Bar($"{BuiltProject.CodeFiles} C# files and {BuiltProject.Rules} rules build with no more than 3 % added time",
                $"{Added(served.Time)} by the clock", served.Time.Median <= 0.03, this);
            page.Bar("… where no compiler server is running", $"{Added(clean.Time)} by the clock", clean.Time.Median <= 0.03, this);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static string Added(Part added) => $"{Pages.Percent(added.Median)} ({Pages.Percent(added.Low)} to {Pages.Percent(added.High)})";

    private static int LinesOf(Func<int, string> code) => code(0).Count(c => c == '\n') - 1;

    private static Comparison Compare(string name, ProjectPair projects, Func<BuiltProject, Child> build, int rounds)
    {
        // Once without being counted: it makes the first files.
        _ = (build(projects.With), build(projects.Without));
        var pairs = Enumerable.Range(0, rounds).Select(round => Pair(projects, Build, isWithFirst: round % 2 == 0)).ToList();
        return new(
            name,
            Statistics.LowerQuartile(pairs.Select(pair => pair.With.Time)),
            Statistics.LowerQuartile(pairs.Select(pair => pair.Without.Time)),
            Part.Of(pairs.Select(pair => pair.With.Time / pair.Without.Time)),
            pairs.TrueForAll(pair => pair.With.Processor is not null)
                ? Part.Of(pairs.Select(pair => pair.With.Processor!.Value / pair.Without.Processor!.Value))
                : null);

        (double Time, double? Processor) Build(BuiltProject project)
        {
            var before = ProcessorTime.OfCompilerServers();
            var child = build(project);
            return (child.Milliseconds, child.ProcessorMilliseconds + ProcessorTime.OfCompilerServers() - before);
        }
    }

    private static (T With, T Without) Pair<T>(ProjectPair projects, Func<BuiltProject, T> build, bool isWithFirst)
    {
        if (isWithFirst) return (build(projects.With), build(projects.Without));
        var without = build(projects.Without);
        return (build(projects.With), without);
    }

    private sealed record Comparison(string Name, double With, double Without, Part Time, Part? Processor);

    /// <summary>What is added, as a part of what is there without.</summary>
    private sealed record Part(double Median, double Low, double High)
    {
        public static Part Of(IEnumerable<double> ratios)
        {
            var all = ratios.Select(ratio => ratio - 1).ToList();
            var (low, high) = Statistics.MedianInterval(all);
            return new(Statistics.Median(all), low, high);
        }
    }
}
