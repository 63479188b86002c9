using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Benchmarks.Start;

/// <summary>What it would cost to go through all keys instead: <c>AsEnumerable</c>.</summary>
public class EnumerationBenchmarks
{
    private IConfigurationRoot _configuration = null!;

    [Params(100, 1_000, 10_000)]
    public int Keys { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _configuration = LayeredConfiguration.Of(Keys);
        if (AsEnumerable() < Keys) throw new InvalidOperationException("Some keys are missing.");
    }

    [Benchmark]
    public int AsEnumerable() => _configuration.AsEnumerable().Count();
}
