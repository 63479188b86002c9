using System.Text;
using DecisionPolicies.Rules;
using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Export;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>A configuration and what the engine finds in it.</summary>
/// <param name="Json">The configuration.</param>
/// <param name="Environment">The host environment.</param>
/// <param name="IsComplete">Whether a key that is not there is missing.</param>
/// <param name="Findings">What the engine finds, by key in lower case and with a colon before each segment.</param>
internal sealed record JudgedCase(string Json, string Environment, bool IsComplete, IReadOnlyDictionary<string, Finding> Findings)
{
    /// <summary>The keys of the configuration.</summary>
    public required SettingNode Root { get; init; }

    /// <summary>What the engine finds, as the state of each key.</summary>
    public IReadOnlyDictionary<string, string> States => Findings.ToDictionary(found => found.Key, found => found.Value.State.ToString().ToLowerInvariant());

    /// <summary>The configuration as <c>decisions flatten</c> writes it.</summary>
    /// <param name="day">The day on which waivers count; null for that of the export.</param>
    public string Flattened(DateOnly? day = null)
    {
        using var stream = new MemoryStream();
        new FlatInput(SettingsOf(Root), Environment, IsComplete, day).Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A key as exports compare it. Only the letters of ASCII have another case there: no rule has others.</summary>
    public static string Folded(string key) => ":" + string.Concat(key.Select(c => char.IsAscii(c) ? char.ToLowerInvariant(c) : c));

    /// <summary>Judges a configuration by a rule; null if it is not valid, because a key occurs twice.</summary>
    public static JudgedCase? Of(ConfigurationRule rule, string json, string environment, bool isComplete)
    {
        var file = SettingsReader.Read(json);
        if (file.Fault is not null) return null;
        var findings = new List<Finding>();
        rule.Judge(SettingsOf(file.Root), environment, findings);
        return new(json, environment, isComplete, findings
            .Where(finding => isComplete || finding.State != SettingState.Absent)
            .ToDictionary(finding => Folded(finding.Key), StringComparer.Ordinal))
        {
            Root = file.Root,
        };
    }

    private static SettingsLayers SettingsOf(SettingNode root) => new([new("settings.json", new(root, null))]);
}

/// <summary>A rule with configurations, some of which break it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Exported">Its exported form.</param>
/// <param name="Cases">The configurations.</param>
internal sealed record JudgedRule(ConfigurationRule Rule, ExportedRule Exported, IReadOnlyList<JudgedCase> Cases)
{
    /// <summary>Configurations that each rule has at least of either side: broken and kept.</summary>
    public const int LeastOfEach = 4;

    private const int Most = 400;

    /// <summary>Makes rules that random configurations break and keep. A rule that nothing breaks, or that everything breaks, says nothing.</summary>
    /// <param name="random">The source of all choices.</param>
    /// <param name="cases">How many configurations each rule has at least.</param>
    public static IEnumerable<JudgedRule> All(Random random, int cases)
    {
        var made = new RandomCase(random);
        while (true)
        {
            if (Of(made.Rule(), made, random, cases) is { } rule) yield return rule;
        }
    }

    private static JudgedRule? Of(ConfigurationRule rule, RandomCase made, Random random, int least)
    {
        var exported = RuleExport.Of(rule, [], allowsStricter: false, out var fault);
        Assert.True(exported is not null, $"{rule.Subject} {rule.Condition} is not exported: {fault?.Reason}");
        var cases = new List<JudgedCase>();
        var (broken, kept) = (0, 0);
        for (var i = 0; i < Most && (cases.Count < least || broken < LeastOfEach || kept < LeastOfEach); i++)
        {
            if (JudgedCase.Of(rule, made.Settings(rule), made.Environment(), isComplete: random.Next(3) > 0) is not { } judged) continue;
            var isBroken = judged.Findings.Count > 0;
            // One side alone would fill the list.
            if (cases.Count >= least && (isBroken ? broken : kept) >= LeastOfEach) continue;
            if (isBroken) broken++;
            else kept++;
            cases.Add(judged);
        }
        return broken < LeastOfEach || kept < LeastOfEach ? null : new(rule, exported, cases);
    }
}
