namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>What is written for options classes.</summary>
public sealed class GovernedCodeTests
{
    // The first of the rules about the section is the third of the record.
    private static readonly string[] _rules =
    [
        "configuration: 'Other:Key', forbid: true",
        "configuration: 'Store:Missing', forbid: true",
        "configuration: 'Store:Name', forbid: x",
        "configuration: 'Store:IsOpen', forbid: true",
        "configuration: 'Store:Count', forbid: { at-least: 5 }",
        "configuration: 'Store:Mode', forbid: Fast",
        "configuration: 'Store:Origin', forbid: { same-origin-as: 'Store:Other-Origin' }",
        "configuration: 'Store:Wait', forbid: '00:05:00'",
        "configuration: 'Store:Id', forbid: { present: true }",
        "configuration: 'Store:Limits:Most', forbid: 0, when: { 'Store:Limits:Mode': Slow }",
        "configuration: 'Store:Names:*', forbid: x",
        "configuration: 'Store:Places:*:Name', forbid: x",
        "configuration: 'Store:ByName:*:*', forbid: x",
        "configuration: 'Store:Certificates', forbid: { present: true }",
        "configuration: 'Store:Left:Left:Name', forbid: x",
    ];

    [Fact]
    public void Only_what_rules_speak_about_is_read() => Snapshot.Verify(GovernedCode.With("""
        namespace Shop.Storage
        {
            /// <summary>Options.</summary>
            [Governed("Store")]
            internal sealed class StoreOptions : NamedOptions
            {
                public bool IsOpen { get; init; }
                public required int Count { get; set; }
                public Mode Mode { get; set; }
                public Uri? Origin { get; set; }
                [ConfigurationKeyName("Other-Origin")] public Uri? OtherOrigin { get; set; }
                public TimeSpan Wait { get; set; }
                public Guid? Id { get; set; }
                public Limits Limits { get; set; }
                public List<string> Names { get; } = [];
                public ImmutableArray<Place> Places { get; set; } = [];
                public Dictionary<string, HashSet<string>>? ByName { get; set; }
                public object[] Certificates { get; set; } = [];
                public StoreOptions? Left { get; set; }
                public string NobodySpeaksOf { get; set; } = "";
            }

            internal class NamedOptions { public string? Name { get; set; } }

            internal struct Limits { public long? Most { get; set; } public Mode? Mode { get; set; } public int Least { get; set; } }

            internal sealed record Place(string Name, int Number);

            internal enum Mode { Slow, Fast, Quick = 1 }
        }
        """, _rules));

    [Fact]
    public void Without_a_rule_there_is_nothing_to_read() => Assert.Contains(
        "/// <remarks>No decision applies at present.</remarks>",
        GovernedCode.Options("public bool P { get; set; }", "configuration: Other, forbid: true").Build().Source("App.Options.ValidateDecisions.g.cs"));

    [Theory]
    [InlineData("internal", "public", "internal static class OptionsDecisions")]
    [InlineData("public", "public", "public static class OptionsDecisions")]
    [InlineData("public", "internal", "internal static class OptionsDecisions")]
    public void It_is_as_visible_as_both_the_options_and_the_decisions(string decisions, string options, string declared) => Assert.Contains(
        declared,
        GovernedCode.With($"namespace App {{ [Governed(\"S\")] {options} class Options {{ }} }}").With("DecisionsVisibility", decisions).Build()
            .Source("App.Options.ValidateDecisions.g.cs"));

    [Fact]
    public void Two_classes_of_one_name_are_told_apart_by_their_namespaces()
    {
        var build = GovernedCode.With("namespace A { [Governed(\"S\")] class Options { } } namespace B { [Governed(\"S\")] class Options { } }").Build();

        Assert.Contains("OptionsBuilder<global::A.Options>", build.Source("A.Options.ValidateDecisions.g.cs"));
        Assert.Contains("OptionsBuilder<global::B.Options>", build.Source("B.Options.ValidateDecisions.g.cs"));
    }

    [Theory]
    [InlineData("superseded by ADR-0002")]
    [InlineData("rejected")]
    [InlineData("deprecated")]
    public void A_decision_that_is_not_in_force_judges_nothing(string status)
    {
        var record = Records.WithFrontMatter($"status: {status}\nrules:\n  - {{ configuration: 'S:P', forbid: true }}");
        var build = new Project(record, Records.Simple(2, "Another")).WithCode(GovernedCode.Code(GovernedCode.Class("public bool P { get; set; }"))).Build();

        Assert.DoesNotContain("options.P", build.Source("App.Options.ValidateDecisions.g.cs"));
    }

    [Fact]
    public void A_proposed_decision_is_read_as_well()
    {
        var record = Records.WithFrontMatter("status: proposed\nrules:\n  - { configuration: 'S:P', forbid: true }");
        var build = new Project(record).WithCode(GovernedCode.Code(GovernedCode.Class("public bool P { get; set; }"))).Build();

        Assert.Contains("Decisions.SomeDecision, 0)", build.Source("App.Options.ValidateDecisions.g.cs"));
    }
}
