using DecisionPolicies.Benchmarks.Report;
using DecisionPolicies.Generator;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>What the generator costs the compiler.</summary>
internal sealed class GeneratorSection : Section
{
    private static readonly int[] _counts = [10, 100, 500, 1_000, 5_000];
    private static readonly (string Method, string Name)[] _edits =
    [
        (nameof(GeneratorBenchmarks.Cold), "cold"),
        (nameof(GeneratorBenchmarks.UnrelatedCode), "unrelated C#"),
        (nameof(GeneratorBenchmarks.Body), "body"),
        (nameof(GeneratorBenchmarks.FrontMatter), "front matter"),
    ];

    public override string Name => "generator";

    public override string Title => "Generator";

    public override string Page => "performance-compiler.md";

    public override void Run(bool isQuick, Pages page)
    {
        var own = Measurements.Of<GeneratorBenchmarks>(isQuick, isCompiler: true);
        var peers = Measurements.Of<PeerBenchmarks>(isQuick, isCompiler: true);
        page.Text("The compiler's generator driver, with its steps untracked, in a project of 300 C# files. "
            + "*Cold* is a run from nothing in a process that is warm; garbage is collected as in the SDK's compiler, and that time counts. The edits are\n"
            + "of one file while the compiler stays loaded, as in an editor: "
            + "C# that has nothing to do with records, prose below a front matter, a front matter.\n"
            + "The *floor* is a generator that reads the same files and writes one constant each: "
            + "what it costs is the compiler's, which goes through all files on each edit.");
        page.Table(
            ["records", "edit", "of the floor", "this machine", "floor", "allocated", "floor"],
            _counts.SelectMany(count => _edits.Select(edit => Row(count, edit.Name, Of(own, edit.Method, count), Of(own, edit.Method, count, floor: true)))));
        page.Text("Other generators, each with 500 inputs of its own kind, beside 500 records. What they do differs; the table shows what is usual. "
            + "A resx file has ten texts, and the schema of the format, as designers and the framework's own writer put it into each; "
            + "the bar is compared with these files. Cold runs are measured in processes that take turns; "
            + "a ratio is the median of the rounds, and with a probability of 95 % the bar's is between the values in parentheses.");
        var cold = ColdRuns.InTurns(PeerBenchmarks.Peers, isQuick ? 2 : 7);
        page.Table(["generator", "cold, of ours", "cold", "unrelated C#", "one input", "allocated cold"],
            PeerBenchmarks.Peers.Select(peer => PeerRow(peer, cold, peers)));
        AddColdBar(page, cold);
        AddPackBar(page, cold);
        AddEditBars(page, own);
    }

    private void AddColdBar(Pages page, IReadOnlyDictionary<string, Measured[]> cold)
    {
        var (resx, bare) = (Ratios(cold, PeerProject.Own, PeerProject.Resx), Ratios(cold, PeerProject.Own, PeerProject.BareResx));
        var (low, high) = Statistics.MedianInterval(resx);
        page.Bar(
            "500 records cold in no more time than the resx generator needs for 500 files",
            $"{Pages.Ratio(Statistics.Median(resx))} ({Pages.Ratio(low)} to {Pages.Ratio(high)}); "
                + $"of files without their schema {Pages.Ratio(Statistics.Median(bare))}",
            Statistics.Median(resx) <= 1,
            this);
    }

    private void AddPackBar(Pages page, IReadOnlyDictionary<string, Measured[]> cold)
    {
        var ratios = Ratios(cold, PeerProject.Packs, PeerProject.Own);
        var (low, high) = Statistics.MedianInterval(ratios);
        page.Bar(
            "10 decision packs of 50 records cost no more than 500 records of the project",
            $"{Pages.Ratio(Statistics.Median(ratios))} ({Pages.Ratio(low)} to {Pages.Ratio(high)})",
            Statistics.Median(ratios) <= 1,
            this);
    }

    // Round by round, in each of which the machine was equally fast.
    private static IReadOnlyList<double> Ratios(IReadOnlyDictionary<string, Measured[]> cold, string peer, string other) =>
        [.. cold[peer].Zip(cold[other], (own, others) => own.Nanoseconds / others.Nanoseconds)];

    private void AddEditBars(Pages page, Measurements own)
    {
        Edit(nameof(GeneratorBenchmarks.FrontMatter), "one front-matter edit among 500 under 1 ms", 1e6);
        Edit(nameof(GeneratorBenchmarks.UnrelatedCode), "an unrelated C# edit under 0.5 ms, with 500 records", 0.5e6);
        var growth = Of(own, nameof(GeneratorBenchmarks.Cold), 5_000).Nanoseconds / Of(own, nameof(GeneratorBenchmarks.Cold), 500).Nanoseconds;
        page.Bar("growth is linear: ten times the records, cold", $"{Pages.Ratio(growth)} the time", growth < 15, this);
        AddGrowthOfEdits(page, own);
        AddSourcesOfBodyEdit(page);

        void Edit(string method, string bar, double limit)
        {
            var (measured, floor) = (Of(own, method, 500).Nanoseconds, Of(own, method, 500, floor: true).Nanoseconds);
            page.Bar(bar, $"{Pages.Time(measured)}, of which the floor {Pages.Time(floor)}", measured < limit, this);
        }
    }

    private void AddGrowthOfEdits(Pages page, Measurements own)
    {
        var growths = _edits.Skip(1).Select(edit => (edit.Name, Ours: Growth(edit.Method, floor: false), Floor: Growth(edit.Method, floor: true))).ToList();
        page.Bar(
            "an edit's cost grows less than the floor's: ten times the records, from 100 to 1,000",
            string.Join(", ", growths.Select(growth => $"{growth.Name} {Pages.Ratio(growth.Ours)} (floor {Pages.Ratio(growth.Floor)})")),
            growths.TrueForAll(growth => growth.Ours < growth.Floor),
            this);

        double Growth(string method, bool floor) => Of(own, method, 1_000, floor).Nanoseconds / Of(own, method, 100, floor).Nanoseconds;
    }

    private void AddSourcesOfBodyEdit(Pages page)
    {
        var project = new EditedProject(
            () => new DecisionGenerator().AsSourceGenerator(), RecordInput.Options, RecordInput.Files(PeerBenchmarks.Inputs), tracksSteps: true);
        var first = project.Written();
        project.Edit(0, edit => RecordInput.Text(1, prose: $"Edit {edit}."));
        var body = project.Written();
        page.Bar("a body edit below the front matter regenerates nothing",
            $"{body.Anew} of {body.All} outputs, {first.Anew} at first", body.Anew == 0 && first.Anew == first.All, this);
    }

    private static Measured Of(Measurements all, string method, int count, bool floor = false) =>
        all[method, (nameof(GeneratorBenchmarks.Records), count), (nameof(GeneratorBenchmarks.Floor), floor)];

    private static string[] Row(int count, string edit, Measured own, Measured floor) =>
        [Pages.Count(count), edit, Pages.Ratio(own.Nanoseconds / floor.Nanoseconds), Pages.Time(own.Nanoseconds), Pages.Time(floor.Nanoseconds),
            Pages.Bytes(own.Bytes), Pages.Bytes(floor.Bytes)];

    private static Measured Of(Measurements peers, string peer, string method) => peers[method, (nameof(PeerBenchmarks.Peer), peer)];

    private static string[] PeerRow(string peer, IReadOnlyDictionary<string, Measured[]> cold, Measurements peers) =>
    [
        peer,
        Pages.Ratio(Statistics.Median(Ratios(cold, peer, PeerProject.Own))),
        Pages.Time(Statistics.LowerQuartile(cold[peer].Select(run => run.Nanoseconds))),
        Pages.Time(Of(peers, peer, nameof(PeerBenchmarks.UnrelatedCode)).Nanoseconds),
        Pages.Time(Of(peers, peer, nameof(PeerBenchmarks.OneInput)).Nanoseconds),
        Pages.Bytes(cold[peer][0].Bytes),
    ];
}
