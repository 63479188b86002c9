using BenchmarkDotNet.Attributes;
using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>The same edits with ours and other generators, each with 500 inputs of its own kind, one soon after the other.</summary>
public class PeerBenchmarks
{
    public const int Inputs = 500;

    public static IReadOnlyList<string> Peers { get; } = [PeerProject.Own, PeerProject.Packs, PeerProject.Resx, PeerProject.BareResx, "Razor", "regex", "JSON"];

    private PeerProject _project = null!;

    [ParamsSource(nameof(Peers))]
    public string Peer { get; set; } = "";

    [GlobalSetup(Target = nameof(UnrelatedCode))]
    public void SetUpUnrelatedCode() => SetUp(UnrelatedCode);

    [GlobalSetup(Target = nameof(OneInput))]
    public void SetUpOneInput() => SetUp(OneInput);

    private void SetUp(Func<object> edit)
    {
        _project = PeerProject.Of(Peer, Inputs);
        WarmUp.By(edit);
    }

    [Benchmark]
    public object UnrelatedCode() => _project.Project.EditCode();

    [Benchmark]
    public object OneInput() => _project.EditOne();
}
