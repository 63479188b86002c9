namespace DecisionPolicies.Rules.Tests;

/// <summary>What makes two findings the same, and what does not.</summary>
public sealed class FindingIdentityTests
{
    private static readonly ConfigurationRule _rule = new("Feature:*", Verb.Forbid, Condition.EqualTo(Literal.True)) { Because = "It costs." };

    private static readonly DecisionPolicy _decision =
        new() { Id = "ADR-0001", Title = "A decision", Status = DecisionStatus.Accepted, Link = "docs/adr/0001.md" };

    private static string Of(
        ConfigurationRule? rule = null,
        string key = "Feature:A",
        DecisionPolicy? decision = null,
        string file = "deploy/a.yaml",
        string part = "ConfigMap/shop/a") =>
        FindingIdentity.Of(decision ?? _decision, new Finding(rule ?? _rule, key, SettingState.Value, Literal.True, "deploy/a.yaml"), file, part);

    [Fact]
    public void It_is_32_hexadecimal_digits_that_never_change() => Assert.Equal("5a8f06a1e7f2e9c3fb4a9394ea90bb4a", Of());

    [Fact]
    public void Wording_status_link_and_source_are_not_in_it() => Assert.Equal(
        Of(),
        FindingIdentity.Of(
            _decision with { Title = "Another title", Status = DecisionStatus.Proposed, Link = "https://example.com", Because = "Another reason." },
            new Finding(_rule with { Because = "Another.", Environments = ["Staging"], Except = [KeyPattern.Parse("Feature:B")] },
                "FEATURE:a", SettingState.Value, null, "the command line"),
            "deploy/a.yaml",
            "ConfigMap/shop/a"));

    /// <summary>Findings that differ in one thing each.</summary>
    public static TheoryData<string> Others => [.. Different().Select(each => each.What)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Another_makes_it_another(string what) => Assert.NotEqual(Of(), Different().Single(each => each.What == what).Identity);

    [Fact]
    public void No_two_of_them_are_alike() => Assert.Distinct(Different().Select(each => each.Identity));

    /// <summary>Baselines hold identities, so that of no kind of rule may change.</summary>
    [Theory]
    [InlineData("decision", "52256d01")]
    [InlineData("key", "2d0c3931")]
    [InlineData("file", "b3dacd42")]
    [InlineData("part", "01524b44")]
    [InlineData("pattern", "38ae7823")]
    [InlineData("verb", "c00dc340")]
    [InlineData("value", "2df63d26")]
    [InlineData("kind of value", "90763699")]
    [InlineData("list", "f6d55a0f")]
    [InlineData("like", "eef415f2")]
    [InlineData("present", "88fe61dc")]
    [InlineData("absent", "9a4b4c79")]
    [InlineData("least", "beed6ca9")]
    [InlineData("most", "bb7cb72d")]
    [InlineData("route", "30ca2c33")]
    [InlineData("origin", "bc205dd1")]
    [InlineData("several", "12018d3e")]
    [InlineData("precondition", "9101e4ae")]
    [InlineData("two preconditions", "5f5417c6")]
    public void None_of_them_changes(string what, string identity) => Assert.Equal(identity, Different().Single(each => each.What == what).Identity[..8]);

    private static IEnumerable<(string What, string Identity)> Different() =>
    [
        ("decision", Of(decision: _decision with { Id = "ADR-0002" })),
        ("key", Of(key: "Feature:B")),
        ("file", Of(file: "deploy/b.yaml")),
        ("part", Of(part: "ConfigMap/bank/a")),
        ("pattern", Of(_rule with { Key = KeyPattern.Parse("Feature:A") })),
        ("verb", Of(_rule with { Verb = Verb.Require })),
        ("value", Of(_rule with { Condition = Condition.EqualTo(Literal.False) })),
        ("kind of value", Of(_rule with { Condition = Condition.EqualTo(Literal.String("true")) })),
        ("list", Of(_rule with { Condition = Condition.In(Literal.True, Literal.False) })),
        ("like", Of(_rule with { Condition = Condition.Like("a", "b") })),
        ("present", Of(_rule with { Condition = Condition.Present(true) })),
        ("absent", Of(_rule with { Condition = Condition.Present(false) })),
        ("least", Of(_rule with { Condition = Condition.AtLeast(1) })),
        ("most", Of(_rule with { Condition = Condition.AtMost(1) })),
        ("route", Of(_rule with { Condition = Condition.RouteTo("a", "b") })),
        ("origin", Of(_rule with { Condition = Condition.SameOriginAs("Public:Origin") })),
        ("several", Of(_rule with { Condition = Condition.All(Condition.AtLeast(1), Condition.AtMost(1)) })),
        ("precondition", Of(_rule with { When = [new("Mode", Condition.Present(true))] })),
        ("two preconditions", Of(_rule with { When = [new("Mode", Condition.Present(true)), new("Level", Condition.EqualTo(Literal.True))] })),
    ];
}
