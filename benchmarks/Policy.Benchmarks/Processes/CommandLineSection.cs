using DecisionPolicies.Benchmarks.Generator;
using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Processes;

/// <summary>What <c>decisions check</c> costs, as the native program that users install.</summary>
internal sealed class CommandLineSection : Section
{
    private const int Records = 20;

    // archgate 0.26.0, the nearest peer, took 2.5 s and 150 MB for as many records and files.
    private const int ComparedFiles = 3_000;
    private const double MostMilliseconds = 2_500 / 10.0;
    private const double MostBytes = 150_000_000 / 3.0;

    public override string Name => "commandline";

    public override string Title => "Command line";

    public override string Page => "performance-runtime.md";

    public override void Run(bool isQuick, Pages page)
    {
        var root = Directory.CreateTempSubdirectory("decisions-").FullName;
        try
        {
            Child.Run("dotnet", Machine.RepositoryRoot, new Dictionary<string, string>(),
                "publish", "src/Policy.Tool", "-r", "linux-x64", "-p:Native=true", "--output", Path.Combine(root, "tool"), "-v", "q");
            var program = Path.Combine(root, "tool", "decisions");
            var rounds = isQuick ? 3 : 9;
            var start = Times(rounds, () => Child.Run(program, root, new Dictionary<string, string>(), "--version"));
            page.Text($"The native program, each run in a new process. It starts in {Pages.Time(start.Time * 1e6)} (`decisions --version`). "
                + $"Then `decisions check` of files of forty settings, by {Records} records with two rules each, all kept.");
            var rows = ((int[])[10, 300, ComparedFiles, 30_000]).Select(files => Measure(program, Folder(root, files), files, rounds)).ToList();
            page.Table(["files", "on all cores, of on one", "this machine", "on one core", "peak memory"], rows.Select(row => row.Cells));
            var compared = rows.Single(row => row.Files == ComparedFiles);
            page.Bar($"`check` of {Pages.Count(ComparedFiles)} files by {Records} records takes under 250 ms, a tenth of the 2.5 s of archgate 0.26.0",
                Pages.Time(compared.Milliseconds * 1e6), compared.Milliseconds < MostMilliseconds, this);
            page.Bar("… in under 50 MB, a third of its 150 MB", Pages.Bytes(compared.Peak), compared.Peak < MostBytes, this);
            page.Bar("`decisions` starts in under 30 ms", Pages.Time(start.Time * 1e6), start.Time < 30, this);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static Row Measure(string program, string folder, int files, int rounds)
    {
        var all = Times(rounds, () => Check(program, folder, []));
        var one = Times(rounds, () => Check(program, folder, new() { ["DOTNET_PROCESSOR_COUNT"] = "1" }));
        return new(files, all.Time, one.Time, all.Peak);
    }

    private static Child Check(string program, string folder, Dictionary<string, string> variables) =>
        Child.Run(program, folder, variables, "check", "settings");

    private static (double Time, double Peak) Times(int rounds, Func<Child> run)
    {
        _ = run();
        var runs = Enumerable.Range(0, rounds).Select(_ => run()).ToList();
        return (Statistics.LowerQuartile(runs.Select(child => child.Milliseconds)), Statistics.LowerQuartile(runs.Select(child => (double)child.PeakBytes)));
    }

    private static string Folder(string root, int files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, $"of{files}")).FullName;
        foreach (var record in RecordInput.Files(Records)) Write(Path.Combine(folder, Path.GetRelativePath("/app", record.Path)), record.GetText().ToString());
        for (var file = 0; file < files; file++)
        {
            var keys = Enumerable.Range(1, Records).Select(part => $$"""  "Part{{part}}": { "Feature": { "Enabled": false, "Name": "file {{file}}" } }""");
            Write(Path.Combine(folder, "settings", $"service{file}", "appsettings.json"), $"{{\n{string.Join(",\n", keys)}\n}}\n");
        }
        return folder;
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private sealed record Row(int Files, double Milliseconds, double OnOneCore, double Peak)
    {
        public string[] Cells =>
            [Pages.Count(Files), Pages.Ratio(Milliseconds / OnOneCore), Pages.Time(Milliseconds * 1e6), Pages.Time(OnOneCore * 1e6), Pages.Bytes(Peak)];
    }
}
