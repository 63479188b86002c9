using BenchmarkDotNet.Attributes;

namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>The same edits with other generators, each with 500 inputs of its own kind.</summary>
public class PeerBenchmarks
{
    public const int Inputs = 500;

    private PeerProject _project = null!;

    [Params("resx", "Razor", "regex", "JSON")]
    public string Peer { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => _project = PeerProject.Of(Peer, Inputs);

    [Benchmark]
    public object Cold() => _project.Project.Cold();

    [Benchmark]
    public object UnrelatedCode() => _project.Project.EditCode();

    [Benchmark]
    public object OneInput() => _project.EditOne();
}
