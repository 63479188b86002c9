using BenchmarkDotNet.Attributes;
using DecisionPolicies.Generator;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>One run of the generator after one edit, or from nothing, beside one that only reads the same files.</summary>
public class GeneratorBenchmarks
{
    private EditedProject _project = null!;

    [Params(10, 100, 500, 1_000, 5_000)]
    public int Records { get; set; }

    /// <summary>Whether the floor is measured and not the generator.</summary>
    [Params(false, true)]
    public bool Floor { get; set; }

    private int Edited => Records / 2;

    [GlobalSetup]
    public void SetUp() => _project = new(() => Floor ? new FloorGenerator().AsSourceGenerator() : new DecisionGenerator().AsSourceGenerator(), RecordInput.Options, RecordInput.Files(Records));

    [Benchmark]
    public object Cold() => _project.Cold();

    [Benchmark]
    public object UnrelatedCode() => _project.EditCode();

    [Benchmark]
    public object Body() => _project.Edit(Edited, edit => RecordInput.Text(Edited + 1, prose: $"Edit {edit}."));

    [Benchmark]
    public object FrontMatter() => _project.Edit(Edited, edit => RecordInput.Text(Edited + 1, because: $"It has cost {edit} hours."));
}
