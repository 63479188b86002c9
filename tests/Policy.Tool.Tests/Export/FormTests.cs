using DecisionPolicies.Rules;
using DecisionPolicies.Tool.Export;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>The exported form says the same as the engine, about rules and configurations that nobody has chosen.</summary>
[Trait("Category", "Law")]
public sealed class FormTests
{
    private const int Rules = 400;
    private const int Cases = 20;

    // Of the values, those that an export cannot judge must stay rare, or the comparison says little.
    private const int MostUnclearInHundred = 5;

    [Fact]
    public void Exported_rules_are_broken_exactly_where_the_rules_are()
    {
        var (found, unclear) = (0, 0);
        foreach (var rule in JudgedRule.All(new Random(PropertySeed.Value), Cases).Take(Rules))
        {
            foreach (var judged in rule.Cases)
            {
                var isHere = rule.Rule.Environments.Include(judged.Environment);
                var actual = isHere ? new FormInterpreter(judged.Root).Judge(rule.Exported) : new Dictionary<string, string>();
                var open = actual.Where(each => each.Value == "unclear").Select(each => each.Key).ToHashSet();
                var expected = judged.States.Where(each => !open.Contains(each.Key)).OrderBy(each => each.Key, StringComparer.Ordinal);
                var compared = actual.Where(each => !open.Contains(each.Key) && (judged.IsComplete || each.Value != "absent"))
                    .OrderBy(each => each.Key, StringComparer.Ordinal);
                Assert.True(
                    expected.SequenceEqual(compared),
                    $"{Described(rule.Rule)}\n{judged.Json}\nin {judged.Environment}, complete: {judged.IsComplete}\n"
                    + $"engine: {string.Join(", ", judged.States)}\nform:   {string.Join(", ", actual)}\n{PropertySeed.HowToRepeat}");
                found += judged.Findings.Count;
                unclear += open.Count;
            }
        }
        Assert.InRange(found, Rules * JudgedRule.LeastOfEach, int.MaxValue);
        Assert.InRange(unclear * 100, 0, found * MostUnclearInHundred);
    }

    [Theory]
    [InlineData("https://a.example", "HTTPS://a.example:443/", "https://a.example/b")]
    [InlineData("00:01:00", "0:1:0", "00:01:01")]
    [InlineData("6f9619ff-8b86-d011-b42d-00c04fc964ff", "{6F9619FF-8B86-D011-B42D-00C04FC964FF}", "6f9619ff-8b86-d011-b42d-00c04fc964fe")]
    [InlineData("2026-11-30", "11/30/2026", "2026-11-29")]
    [InlineData("0001-01-01", "", "0001-01-02")]
    [InlineData("1.2", "1.02", "1.3")]
    public void A_stricter_rule_rejects_what_the_rule_rejects_and_other_spellings(string literal, string respelled, string other)
    {
        var rule = new ConfigurationRule("A:*", Verb.Require, Condition.EqualTo(Literal.String(literal)));
        Assert.Null(RuleExport.Of(rule, [], allowsStricter: false, out var fault));
        Assert.True(fault!.CanBeStricter);
        var exported = RuleExport.Of(rule, [], allowsStricter: true, out _)!;
        Assert.True(exported.IsStricter);
        var json = $$"""{ "A": { "same": " {{literal.ToUpperInvariant()}}", "respelled": "{{respelled}}", "other": "{{other}}", "null": null } }""";
        var judged = JudgedCase.Of(rule, json, "Production", isComplete: true)!;
        var form = new FormInterpreter(judged.Root).Judge(exported).Keys;
        Assert.Superset(judged.Findings.Keys.ToHashSet(), form.ToHashSet());
        Assert.DoesNotContain(":a:respelled", judged.Findings.Keys);
        Assert.DoesNotContain(":a:same", form);
        Assert.Contains(":a:respelled", form);
        // What would be missed cannot be exported at all.
        Assert.Null(RuleExport.Of(rule with { Verb = Verb.Forbid }, [], allowsStricter: true, out _));
    }

    [Theory]
    [InlineData("a?b")]
    [InlineData("ki\u017Fs")]
    [InlineData("\uD83D\uDE00")]
    public void A_pattern_that_engines_read_in_different_ways_is_refused(string pattern) =>
        Assert.Null(RuleExport.Of(new("A", Verb.Require, Condition.Like(pattern)), [], allowsStricter: true, out _));

    [Theory]
    [InlineData("Stra\u00DFe:*", "A", "QA")]
    [InlineData("A:*", "A:\u212A", "QA")]
    [InlineData("A:*", "A:B", "Pr\u00FCfung")]
    public void Names_beyond_ASCII_are_refused(string key, string waived, string environment)
    {
        Waiver[] waivers = [new(key, [environment], new(2026, 12, 1), "One team migrates") { Key = waived }];
        Assert.Null(RuleExport.Of(new(key, Verb.Forbid, Condition.Present(true)), waivers, allowsStricter: true, out var fault));
        Assert.Contains("characters other than those of ASCII", fault!.Reason);
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("1000000000000000")]
    [InlineData("1e15")]
    public void A_number_that_engines_compare_in_different_ways_is_refused(string number)
    {
        Assert.Null(RuleExport.Of(new("A", Verb.Require, Condition.EqualTo(Literal.Number(number))), [], allowsStricter: true, out _));
        Assert.Null(RuleExport.Of(new("A", Verb.Require, Condition.AtLeast(Number.Read(number)!.Value.Exact!.Value)), [], allowsStricter: true, out _));
    }

    [Theory]
    [InlineData("ki\u017Fs", "unclear")]
    [InlineData("ki%73s", "unclear")]
    [InlineData("https://a.example:443/kiss", "unclear")]
    [InlineData("https://a.example/kiss", null)]
    [InlineData("live", null)]
    [InlineData(" KISS ", "value")]
    public void A_value_that_may_match_in_another_spelling_is_not_judged(string value, string? expected)
    {
        var rule = new ConfigurationRule("A", Verb.Forbid, Condition.Like("kiss", "https://a.example/x"));
        var root = JudgedCase.Of(rule, $$"""{ "A": "{{value}}" }""", "Production", isComplete: true)!.Root;
        Assert.Equal(expected, new FormInterpreter(root).Judge(RuleExport.Of(rule, [], allowsStricter: false, out _)!).GetValueOrDefault(":a"));
    }

    [Fact]
    public void Every_operator_is_exported_or_refused()
    {
        Condition[] all =
        [
            Condition.EqualTo(Literal.True), Condition.Like("*"), Condition.Present(true), Condition.AtLeast(1), Condition.AtMost(1),
            Condition.SameOriginAs("A"), Condition.RouteTo("/a"), Condition.All(Condition.Present(true), Condition.AtLeast(1)),
        ];
        var operators = typeof(Condition).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Condition)));
        Assert.Equal(operators.Select(type => type.Name).Order(StringComparer.Ordinal), all.Select(each => each.GetType().Name).Order(StringComparer.Ordinal));
        foreach (var condition in all)
        {
            var faults = new List<NotExported>();
            Assert.NotEqual(0, ConditionExport.Of(condition, faults).Count + faults.Count);
        }
    }

    private static string Described(ConfigurationRule rule) =>
        $"{rule.Subject} {RuleText.Of(rule).Demand} {string.Join("; ", RuleText.Of(rule).Limits())}";
}
