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
