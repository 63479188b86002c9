using BenchmarkDotNet.Attributes;
using DecisionPolicies.Benchmarks.Report;
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

    [GlobalSetup(Target = nameof(Cold))]
    public void SetUpCold() => SetUp(Cold);

    [GlobalSetup(Target = nameof(UnrelatedCode))]
    public void SetUpUnrelatedCode() => SetUp(UnrelatedCode);

    [GlobalSetup(Target = nameof(Body))]
    public void SetUpBody() => SetUp(Body);

    [GlobalSetup(Target = nameof(FrontMatter))]
    public void SetUpFrontMatter() => SetUp(FrontMatter);

    private void SetUp(Func<object> edit)
    {
        _project = new(() => Floor ? new FloorGenerator().AsSourceGenerator() : new DecisionGenerator().AsSourceGenerator(), RecordInput.Options,
            RecordInput.Files(Records));
        WarmUp.By(edit);
    }

    [Benchmark]
    public object Cold() => _project.Cold();

    [Benchmark]
    public object UnrelatedCode() => _project.EditCode();

    [Benchmark]
    public object Body() => _project.Edit(Edited, edit => RecordInput.Text(Edited + 1, prose: $"Edit {edit}."));

    [Benchmark]
    public object FrontMatter() => _project.Edit(Edited, edit => RecordInput.Text(Edited + 1, because: $"It has cost {edit} hours."));
}
