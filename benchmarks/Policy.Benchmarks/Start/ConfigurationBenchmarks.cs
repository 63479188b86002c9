using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Benchmarks.Start;

/// <summary>A whole configuration of four providers, judged by rules, and only looked up by the same keys.</summary>
public class ConfigurationBenchmarks
{
    private const int KeysOfPart = 10;
    private const int ItemsOfPart = 5;
    private const int RulesOfDecision = 5;

    private IConfigurationRoot _configuration = null!;
    private EffectiveConfiguration _effective = null!;
    private DecisionPolicy[] _decisions = null!;
    private string[] _keys = null!;

    [Params(10, 100, 1_000)]
    public int Rules { get; set; }

    [Params(100, 1_000, 10_000, 100_000)]
    public int Keys { get; set; }

    /// <summary>Whether each rule's key has a wildcard, so that the keys below a section have to be found.</summary>
    [Params(false, true)]
    public bool Wildcard { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _configuration = LayeredConfiguration.Of(Keys);
        _effective = new(TimeProvider.System, [_configuration]);
        var parts = Keys / KeysOfPart;
        // Evenly over the whole configuration; where there are more rules than parts, some speak about the same key.
        _keys = [.. Enumerable.Range(0, Rules).Select(rule => $"Part{(long)rule * parts / Rules}:{(Wildcard ? "Items" : $"Feature{rule % 5}")}")];
        _decisions = Forbidding(Condition.EqualTo(Literal.String("forbidden")));
        // An empty configuration is judged in no time, too.
        if (BareLookUps() != Rules * (Wildcard ? ItemsOfPart : 1)) throw new InvalidOperationException("Some rules speak about what is not there.");
        if (Judge() > 0) throw new InvalidOperationException("A rule is broken that should hold.");
        if (_effective.Judge(Forbidding(Condition.Present(true))).Rejected.Count != _decisions.Length)
        {
            throw new InvalidOperationException("A broken rule is not found.");
        }
    }

    [Benchmark]
    public int Judge() => _effective.Judge(_decisions).Rejected.Count;

    [Benchmark]
    public int BareLookUps()
    {
        var found = 0;
        foreach (var key in _keys)
        {
            if (!Wildcard)
            {
                if (_configuration[key] is not null) found++;
                continue;
            }
            foreach (var child in _configuration.GetSection(key).GetChildren())
            {
                if (child.Value is not null) found++;
            }
        }
        return found;
    }

    private DecisionPolicy[] Forbidding(Condition condition) => [.. _keys.Chunk(RulesOfDecision).Select((keys, number) => new DecisionPolicy
    {
        Id = $"ADR-{number:0000}",
        Title = "Some decision",
        Status = DecisionStatus.Accepted,
        Link = "docs/adr",
        Rules = [.. keys.Select(key => new ConfigurationRule(Wildcard ? key + ":*" : key, Verb.Forbid, condition))],
    })];
}
