using System.Runtime.CompilerServices;

namespace DecisionPolicies;

/// <summary>
/// Which layer has reported which finding. The same rules judge the configuration and the options bound from it, and
/// the second layer refers to the report of the first.
/// </summary>
internal sealed class ReportedFindings
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HashSet<RuleAtKey>> _byLayer = new(StringComparer.Ordinal);
    // By reference, not by content, and only as long as the text is in use.
    private readonly ConditionalWeakTable<string, object> _references = [];
    private readonly Dictionary<string, List<(string Text, BrokenDecision Broken)>> _cited = new(StringComparer.Ordinal);

    /// <summary>Records what a layer finds now, and forgets what it no longer finds.</summary>
    /// <param name="layer">The layer, by what it judges.</param>
    /// <param name="findings">The findings.</param>
    /// <returns>For each finding, which layer reports it.</returns>
    public Func<IFinding, Reporter> Claim(string layer, IEnumerable<IFinding> findings)
    {
        lock (_lock)
        {
            var before = _byLayer.GetValueOrDefault(layer) ?? [];
            var others = _byLayer.Where(other => other.Key != layer).SelectMany(other => other.Value).ToHashSet();
            _cited.Remove(layer);
            _byLayer[layer] = findings.Select(RuleAtKey.Of).Where(place => !others.Contains(place)).ToHashSet();
            return finding => others.Contains(RuleAtKey.Of(finding)) ? Reporter.AnotherLayer
                : before.Contains(RuleAtKey.Of(finding)) ? Reporter.ThisLayerAgain
                : Reporter.ThisLayer;
        }
    }

    /// <summary>Records that a layer finds nothing.</summary>
    /// <param name="layer">The layer.</param>
    public void Release(string layer)
    {
        lock (_lock)
        {
            _byLayer.Remove(layer);
            _cited.Remove(layer);
        }
    }

    /// <summary>The failure that cites a broken decision. It is remembered until the layer finds something else.</summary>
    /// <param name="layer">The layer, by what it judges.</param>
    /// <param name="broken">The broken decision.</param>
    /// <param name="judged">What breaks it, as in <c>this endpoint</c>.</param>
    public string Cite(string layer, BrokenDecision broken, string judged = RejectionText.Configuration)
    {
        var text = RejectionText.Of(broken, judged);
        lock (_lock)
        {
            if (!_cited.TryGetValue(layer, out var cited)) _cited.Add(layer, cited = []);
            cited.Add((text, broken));
        }
        return text;
    }

    /// <summary>The failure that only refers to what another layer has reported.</summary>
    /// <param name="broken">The broken decision.</param>
    /// <param name="layer">What also breaks it, as in <c>GatewayOptions</c>.</param>
    public string Refer(BrokenDecision broken, string layer)
    {
        var failure = RejectionText.Reference(broken, layer);
        _references.AddOrUpdate(failure, failure);
        return failure;
    }

    /// <summary>Whether a failure is one that only refers to what another layer has reported, so that it can be left out beside it.</summary>
    public bool IsReference(string failure) => _references.TryGetValue(failure, out _);

    /// <summary>The broken decision that a failure cites; null if it is a failure of another validation.</summary>
    public BrokenDecision? BrokenIn(string failure)
    {
        lock (_lock) return _cited.Values.SelectMany(cited => cited).FirstOrDefault(cited => ReferenceEquals(cited.Text, failure)).Broken;
    }

    private readonly record struct RuleAtKey(Rule Rule, string Key)
    {
        public static RuleAtKey Of(IFinding finding) => new(finding.Rule, finding.Key.ToUpperInvariant());
    }
}

/// <summary>Which layer reports a finding.</summary>
internal enum Reporter
{
    /// <summary>This layer, for the first time.</summary>
    ThisLayer,

    /// <summary>This layer, which has already reported it.</summary>
    ThisLayerAgain,

    /// <summary>Another layer has reported it.</summary>
    AnotherLayer,
}
