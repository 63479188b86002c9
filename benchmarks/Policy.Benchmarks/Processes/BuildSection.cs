using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Processes;

/// <summary>What the package adds to a build.</summary>
internal sealed class BuildSection : Section
{
    public override string Name => "build";

    public override string Title => "Build";

    public override void Run(bool isQuick, Page page)
    {
        var root = Directory.CreateTempSubdirectory("decisions-").FullName;
        try
        {
            var (with, without) = Projects(root);
            (string Name, Func<BuiltProject, Child> Build, int Rounds)[] kinds =
            [
                ("everything anew, by a compiler server", project => project.CleanByServer(), isQuick ? 6 : 20),
                ("everything anew", project => project.Clean(), isQuick ? 2 : 7),
                ("after an edit of one C# file", project => project.AfterEdit(), isQuick ? 2 : 7),
                ("nothing changed", project => project.Unchanged(), isQuick ? 2 : 7),
            ];
            page.Text($"The whole time of `dotnet build --no-restore` of a class library of {BuiltProject.CodeFiles} C# files: with the package, {BuiltProject.Records} records and {BuiltProject.Rules} rules, and without; with Microsoft.Extensions.Hosting in either case. The two are built in turns, and what is added is the median of the pairs. A compiler server, which `dotnet build` starts by itself, has generator and analyzers loaded; in the other builds, as where continuous integration has none, the runtime loads and compiles them anew, and most of what is added is that. (The server's own processor time is not among the figures of its builds.)");
            var rows = kinds.Select(kind => (kind.Name, Times: Times(kind.Build, with, without, kind.Rounds))).ToList();
            page.Table(["build", "added time", "added processor time", "with, this machine", "without"], rows.Select(row => (string[])[row.Name, Page.Percent(row.Times.Added), row.Times.AddedProcessor is { } added ? Page.Percent(added) : "unknown", Page.Time(row.Times.With * 1e6), Page.Time(row.Times.Without * 1e6)]));
            var (served, clean) = (rows[0].Times, rows[1].Times);
            page.Bar($"{BuiltProject.CodeFiles} C# files and {BuiltProject.Rules} rules build with no more than 3 % added time", $"{Page.Percent(served.Added)} by the clock", served.Added <= 0.03, this);
            page.Bar("… where no compiler server is running", $"{Page.Percent(clean.Added)} by the clock{(clean.AddedProcessor is { } processor ? $", {Page.Percent(processor)} of processor time" : "")}", clean.Added <= 0.03, this);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static Comparison Times(Func<BuiltProject, Child> build, BuiltProject with, BuiltProject without, int rounds)
    {
        // Once without being counted: it makes the first files.
        _ = (build(with), build(without));
        var pairs = Enumerable.Range(0, rounds).Select(_ => (With: build(with), Without: build(without))).ToList();
        return new(
            Quartile(pair => pair.With.Milliseconds),
            Quartile(pair => pair.Without.Milliseconds),
            Statistics.Median(pairs.Select(pair => pair.With.Milliseconds / pair.Without.Milliseconds)) - 1,
            Statistics.Median(pairs.Select(pair => (pair.With.ProcessorMilliseconds / pair.Without.ProcessorMilliseconds) ?? double.NaN)) - 1);

        double Quartile(Func<(Child With, Child Without), double> of) => Statistics.LowerQuartile(pairs.Select(of));
    }

    // A version that no cache can know; restored into a folder that is deleted with it.
    private static (BuiltProject With, BuiltProject Without) Projects(string root)
    {
        var version = $"9999.0.0-benchmark.{Guid.NewGuid():N}";
        var packages = Path.Combine(root, "packages");
        var variables = new Dictionary<string, string>
        {
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["MSBUILDTERMINALLOGGER"] = "off",
        };
        Child.Run("dotnet", Machine.RepositoryRoot, variables, "pack", "src/Policy", "--output", packages, "-v", "q", "-p:UseSharedCompilation=false", $"-p:Version={version}");
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"]) File.WriteAllText(Path.Combine(root, name), "<Project />");
        File.WriteAllText(Path.Combine(root, "nuget.config"), $"""<configuration><packageSources><clear /><add key="packed" value="{packages}" /></packageSources></configuration>""");
        variables["NUGET_PACKAGES"] = Path.Combine(root, "restored");
        variables["NUGET_FALLBACK_PACKAGES"] = Machine.PackageFolder;
        return (BuiltProject.Of(Path.Combine(root, "With"), version, variables), BuiltProject.Of(Path.Combine(root, "Without"), null, variables));
    }

    private sealed record Comparison(double With, double Without, double Added, double Processor)
    {
        public double? AddedProcessor => double.IsNaN(Processor) ? null : Processor;
    }
}
