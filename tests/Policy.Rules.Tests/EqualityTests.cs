namespace DecisionPolicies.Rules.Tests;

/// <summary>Rules are compared by value: an incremental compiler does nothing where nothing changed.</summary>
public sealed class EqualityTests
{
    private static readonly Dictionary<string, Func<Condition>> _conditions = new()
    {
        ["null"] = () => Condition.EqualTo(Literal.Null),
        ["true"] = () => Condition.EqualTo(Literal.True),
        ["the text true"] = () => Condition.EqualTo(Literal.String("true")),
        ["false"] = () => Condition.EqualTo(Literal.False),
        ["8080"] = () => Condition.EqualTo(Literal.Number("8080")),
        ["the text 8080"] = () => Condition.EqualTo(Literal.String("8080")),
        ["empty"] = () => Condition.EqualTo(Literal.String("")),
        ["a"] = () => Condition.EqualTo(Literal.String("a")),
        ["a, b"] = () => Condition.In(Literal.String("a"), Literal.String("b")),
        ["b, a"] = () => Condition.In(Literal.String("b"), Literal.String("a")),
        ["like a"] = () => Condition.Like("a"),
        ["like b"] = () => Condition.Like("b"),
        ["like a, b"] = () => Condition.Like("a", "b"),
        ["present"] = () => Condition.Present(true),
        ["not present"] = () => Condition.Present(false),
        ["at least 1"] = () => Condition.AtLeast(1),
        ["at least 2"] = () => Condition.AtLeast(2),
        ["at most 1"] = () => Condition.AtMost(1),
        ["route to a"] = () => Condition.RouteTo("a"),
        ["route to b"] = () => Condition.RouteTo("b"),
        ["same origin as A"] = () => Condition.SameOriginAs("A"),
        ["same origin as B"] = () => Condition.SameOriginAs("B"),
        ["at least 1 and at most 1"] = () => Condition.All(Condition.AtLeast(1), Condition.AtMost(1)),
    };

    private static readonly Dictionary<string, Func<Rule>> _rules = new()
    {
        ["the rule"] = () => Rule(),
        ["another key"] = () => Rule(key: "Gateway:*:Path"),
        ["another verb"] = () => Rule(verb: Verb.Require),
        ["another condition"] = () => Rule(condition: Condition.EqualTo(Literal.False)),
        ["another reason"] = () => Rule() with { Because = "It does not." },
        ["no reason"] = () => Rule() with { Because = null },
        ["another environment"] = () => Rule() with { Environments = ValueList.Of("Staging") },
        ["no environment"] = () => Rule() with { Environments = ValueList<string>.Empty },
        ["an exception"] = () => Rule() with { Except = ValueList.Of(KeyPattern.Parse("Gateway:main:Enabled")) },
        ["another precondition"] = () => Rule() with { When = ValueList.Of(new Precondition("Gateway:*:Kind", Condition.EqualTo(Literal.String("other")))) },
        ["no precondition"] = () => Rule() with { When = ValueList<Precondition>.Empty },
        ["an endpoint"] = () => new EndpointRule("POST **/register"),
        ["another method"] = () => new EndpointRule("GET **/register"),
        ["another path"] = () => new EndpointRule("POST /register"),
        ["an endpoint but for another"] = () => new EndpointRule("POST **/register") { Except = ValueList.Of(EndpointPattern.Parse("POST /register")) },
        ["an endpoint in an environment"] = () => new EndpointRule("POST **/register") { Environments = ValueList.Of("Production") },
        ["a symbol"] = () => new SymbolRule("T:A"),
        ["another symbol"] = () => new SymbolRule("T:B"),
        ["a symbol but for another"] = () => new SymbolRule("T:A") { Except = ValueList.Of(SymbolId.Parse("T:A.B")) },
        ["a text"] = () => new LiteralRule("A"),
        ["another text"] = () => new LiteralRule("B"),
        ["a text in a project"] = () => new LiteralRule("A") { Projects = ValueList.Of("Gateway") },
        ["a package"] = () => new PackageRule("A"),
        ["another package"] = () => new PackageRule("B"),
    };

    public static TheoryData<string> Conditions => [.. _conditions.Keys];

    public static TheoryData<string> Rules => [.. _rules.Keys];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_equals_one_built_alike_and_no_other(string name) =>
        Assert.All(_conditions, other => Assert.Equal(other.Key == name, _conditions[name]().Equals(other.Value())));

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Conditions_built_alike_hash_alike(string name) =>
        Assert.Equal(_conditions[name]().GetHashCode(), _conditions[name]().GetHashCode());

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_equals_one_built_alike_and_no_other(string name) =>
        Assert.All(_rules, other => Assert.Equal(other.Key == name, _rules[name]().Equals(other.Value())));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rules_built_alike_hash_alike(string name) => Assert.Equal(_rules[name]().GetHashCode(), _rules[name]().GetHashCode());

    // What differs must show as different, or generated code keeps the old spelling until the next clean build.
    [Fact]
    public void Rules_whose_keys_are_spelled_in_another_case_are_different() =>
        Assert.NotEqual(Rule(key: "GATEWAY:*:Enabled"), Rule(key: "Gateway:*:Enabled"));

    [Fact]
    public void Findings_of_one_configuration_are_equal()
    {
        var settings = new InMemorySettings { { "Gateway:a:Enabled", "true" }, { "Gateway:a:Kind", "oauth" } };

        Assert.Equal(Assert.Single(Engine.Of(Rule(), settings)), Assert.Single(Engine.Of(Rule(), settings)));
    }

    private static ConfigurationRule Rule(string key = "Gateway:*:Enabled", Verb verb = Verb.Forbid, Condition? condition = null) =>
        new(key, verb, condition ?? Condition.EqualTo(Literal.True))
        {
            Because = "It serves an endpoint.",
            Environments = ValueList.Of("Production"),
            When = ValueList.Of(new Precondition("Gateway:*:Kind", Condition.EqualTo(Literal.String("oauth")))),
        };
}
