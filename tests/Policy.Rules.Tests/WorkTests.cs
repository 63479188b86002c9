namespace DecisionPolicies.Rules.Tests;

/// <summary>The work of a rule grows with the configuration, and never with its square.</summary>
public sealed class WorkTests
{
    private const int Size = 250;

    private static readonly Condition _any = Condition.Present(true);

    // Each rule with a configuration of a size: as many keys that the rule judges as keys that it asks about.
    private static readonly Dictionary<string, (ConfigurationRule Rule, Action<CountedSettings, int> Fill)> _cases = new()
    {
        ["a wildcard"] = (Rule("A:*:X"), (settings, i) => settings.Set($"A:{i}:X", "1")),
        ["any segments"] = (Rule("**:X"), (settings, i) => settings.Set($"A:{i}:B:X", "1")),
        ["any segments in the middle"] = (Rule("A:**:X"), (settings, i) => settings.Set($"A:{i}:B:C:D:X", "1")),
        ["any segments where a wildcard follows"] = (Rule("**:*:*:X"), (settings, i) => settings.Set($"A:{i}:B:X", "1")),
        ["an index"] = (Rule("A:*:0:X"), (settings, i) => settings.Set($"A:{i}:00:X", "1")),
        ["present, of sections"] = (Rule("A:*"), (settings, i) => settings.Set($"A:{i}:B:C", null)),
        ["when, of any segments"] = (Rule("A:*:X", When("**:Kind")), (settings, i) =>
        {
            settings.Set($"A:{i}:X", "1");
            settings.Set($"B:{i}:Kind", "other");
        }
        ),
        ["when, of any segments and the same wildcard"] = (Rule("A:*:X", When("**:*:Kind")), (settings, i) =>
        {
            settings.Set($"A:{i}:X", "1");
            settings.Set($"B:{i}:Kind", "other");
        }
        ),
        ["when, of an index"] = (Rule("A:*:X", When("B:0")), (settings, i) =>
        {
            settings.Set($"A:{i}:X", "1");
            settings.Set($"B:{i + 1}", "other");
        }
        ),
        ["when, of an index below the same wildcard"] = (Rule("A:*:Items:*:X", When("A:*:List:0")), (settings, i) =>
        {
            settings.Set($"A:one:Items:{i}:X", "1");
            settings.Set($"A:one:List:{i + 1}", "other");
        }
        ),
        ["when, below the same wildcard"] = (Rule("A:*:X", When("A:*:Kind")), (settings, i) =>
        {
            settings.Set($"A:{i}:X", "1");
            settings.Set($"A:{i}:Kind", "other");
        }
        ),
        ["same-origin-as, of a wildcard"] = (Rule("A:*", Condition.SameOriginAs("B:*")), (settings, i) =>
        {
            settings.Set($"A:{i}", "https://a.example");
            settings.Set($"B:{i}", $"https://{i}.example");
        }
        ),
        ["same-origin-as, of a wildcard, with references"] = (Rule("A:*", Condition.SameOriginAs("B:*")), (settings, i) =>
        {
            settings.Set($"A:{i}", "//a.example");
            settings.Set($"B:{i}", $"s{i}://b.example");
        }
        ),
        ["same-origin-as, of any segments"] = (Rule("A:*", Condition.SameOriginAs("**:Url")), (settings, i) =>
        {
            settings.Set($"A:{i}", "https://a.example");
            settings.Set($"B:{i}:Url", $"https://{i}.example");
        }
        ),
        ["same-origin-as, of an index"] = (Rule("A:*", Condition.SameOriginAs("B:0")), (settings, i) =>
        {
            settings.Set($"A:{i}", "https://a.example");
            settings.Set($"B:{i + 1}", $"https://{i}.example");
        }
        ),
        ["except"] = (new("**:X", Verb.Forbid, _any) { Except = ValueList.Of(KeyPattern.Parse("A:*:X")) }, (settings, i) => settings.Set($"A:{i}:X", "1")),
    };

    public static TheoryData<string> Cases => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eight_times_the_configuration_is_at_most_eight_times_the_work(string name)
    {
        var (rule, fill) = _cases[name];
        var (once, eight) = (Steps(rule, fill, Size), Steps(rule, fill, 8 * Size));

        Assert.InRange(once, Size, long.MaxValue);
        Assert.InRange(eight, once, 8 * once);
    }

    private static long Steps(ConfigurationRule rule, Action<CountedSettings, int> fill, int size)
    {
        var settings = new CountedSettings();
        for (var i = 0; i < size; i++) fill(settings, i);
        Engine.Of(rule, settings);
        return settings.Steps;
    }

    private static ConfigurationRule Rule(string key, params Precondition[] when) => new(key, Verb.Forbid, _any) { When = ValueList.Of(when) };

    private static ConfigurationRule Rule(string key, Condition condition) => new(key, Verb.Forbid, condition);

    private static Precondition When(string key) => new(key, Condition.EqualTo(Literal.String("oauth")));
}
