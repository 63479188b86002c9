using System.Runtime.CompilerServices;

namespace DecisionPolicies;

/// <summary>
/// Which layer has told of which finding. The configuration and the options bound from it are judged by the same rules, and
/// whoever comes second refers to what the first has said.
/// </summary>
internal sealed class ReportedFindings
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HashSet<RuleAtKey>> _byLayer = new(StringComparer.Ordinal);
    // By the text itself and not by what it says, and only as long as somebody has it.
    private readonly ConditionalWeakTable<string, object> _references = [];

    /// <summary>Notes what a layer finds now; what it found before and no longer finds is forgotten.</summary>
    /// <param name="layer">The layer, by what it judges.</param>
    /// <param name="findings">What it finds.</param>
    /// <returns>For each of the findings, who tells of it.</returns>
    public Func<IFinding, Teller> Claim(string layer, IEnumerable<IFinding> findings)
    {
        lock (_lock)
        {
            var before = _byLayer.GetValueOrDefault(layer) ?? [];
            var others = _byLayer.Where(other => other.Key != layer).SelectMany(other => other.Value).ToHashSet();
            _byLayer[layer] = findings.Select(RuleAtKey.Of).Where(place => !others.Contains(place)).ToHashSet();
            return finding => others.Contains(RuleAtKey.Of(finding)) ? Teller.AnotherLayer
                : before.Contains(RuleAtKey.Of(finding)) ? Teller.ThisLayerAgain
                : Teller.ThisLayer;
        }
    }

    /// <summary>Notes that a layer finds nothing.</summary>
    /// <param name="layer">The layer.</param>
    public void Release(string layer)
    {
        lock (_lock) _byLayer.Remove(layer);
    }

    /// <summary>Remembers a failure that only refers to what another layer has reported.</summary>
    public string Refer(string failure)
    {
        _references.AddOrUpdate(failure, failure);
        return failure;
    }

    /// <summary>Whether a failure is one that only refers to what another layer has reported, so that it can be left out beside it.</summary>
    public bool IsReference(string failure) => _references.TryGetValue(failure, out _);

    private readonly record struct RuleAtKey(Rule Rule, string Key)
    {
        public static RuleAtKey Of(IFinding finding) => new(finding.Rule, finding.Key.ToUpperInvariant());
    }
}

/// <summary>Who tells of a finding.</summary>
internal enum Teller
{
    /// <summary>This layer, which finds it for the first time.</summary>
    ThisLayer,

    /// <summary>This layer, which has told of it before.</summary>
    ThisLayerAgain,

    /// <summary>Another layer has told of it.</summary>
    AnotherLayer,
}
