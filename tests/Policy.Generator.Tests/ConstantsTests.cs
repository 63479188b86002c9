using System.Collections.Immutable;

namespace DecisionPolicies.Generator.Tests;

public sealed class ConstantsTests
{
    [Fact]
    public void Every_field_of_a_record_becomes_a_property() => Snapshot.Verify(new Project(Records.Complete));

    [Fact]
    public void A_record_with_a_status_alone_takes_the_rest_from_its_file_name_and_heading() =>
        Snapshot.Verify(new Project(Records.Simple(7, "Use one queue")));

    [Fact]
    public void Every_form_of_a_rule_is_written_as_code() => Snapshot.Verify(new Project(Records.WithFrontMatter("""
        status: accepted
        rules:
          - { configuration: "A:Null", forbid: null }
          - { configuration: "A:Boolean", require: false }
          - { configuration: "A:Number", forbid: 0x10 }
          - { configuration: "A:Number", forbid: -1.5 }
          - { configuration: "A:Text", forbid: "true" }
          - { configuration: "A:List", require: [a, 2, true] }
          - { configuration: "A:*:Path", forbid: { like: "**/register" } }
          - { configuration: "A:**:Path", forbid: { like: [a, b] } }
          - { configuration: "A:Present", require: { present: true } }
          - { configuration: "A:Range", require: { at-least: 1, at-most: 2.5 } }
          - { configuration: "A:Url", forbid: { same-origin-as: "A:Origin" } }
          - configuration: A:*:Path
            forbid: { in: [x, y] }
            except: [A:catalogue:Path, A:users:Path]
            when: { "A:*:Kind": oauth, "B": { equals: 1 } }
            environments: [Production, Staging]
            because: Because of all that.
          - { endpoint: POST **/register, except: [POST /api/servers/register, "T:System.Uri"], environments: [Production], because: It serves. }
          - { symbol: "N:System.Net", except: ["T:System.Net.IPAddress"], projects: [Gateway, "*.Rules"] }
          - { literal: registration_endpoint }
          - { package: Duende.IdentityServer.Configuration, projects: [Gateway] }
        """)));

    [Fact]
    public void A_superseded_rejected_or_deprecated_decision_is_obsolete() => Snapshot.Verify(new Project(
        Records.Simple(1, "Old way", "superseded by ADR-0002"),
        Records.Simple(2, "New way"),
        Records.Simple(3, "No way", "rejected"),
        Records.Simple(4, "Gone way", "deprecated")));

    [Fact]
    public void Text_of_a_record_cannot_become_code_or_markup() => Snapshot.Verify(new Project(Records.WithFrontMatter(""""
        status: accepted
        title: "\"; } */ </summary> {0} {x} $\"{y}\" \"\"\" \\u0022 \r\n \u2028 \u0085 \0"
        because: "<b>&amp;</b> ]]> // \u202E"
        aliases: ["\"); System.Environment.Exit(1); //"]
        """")));

    [Fact]
    public void Half_a_character_stays_out_of_the_documentation()
    {
        var build = new Project(Records.WithFrontMatter("status: accepted\nbecause: half \uD83D and whole \U0001F600")).Build();

        Assert.Empty(build.Messages);
        Assert.Contains("/// <para>half \\uD83D and whole \U0001F600</para>", build.Source("Decisions.SomeDecision.g.cs"));
    }

    [Fact]
    public void The_generated_constants_hold_what_the_record_says()
    {
        var all = new Project(Records.Complete).Build().Decisions<ImmutableArray<DecisionPolicy>>("All");

        var decision = Assert.Single(all);
        Assert.Equal("ADR-0001", decision.Id);
        Assert.Equal(new DateOnly(2026, 8, 2), decision.Date);
        Assert.Equal(["The specification makes it a MUST."], decision.Revisit!.When);
        Assert.Equal(new DateOnly(2027, 1, 31), Assert.Single(decision.Waivers).Until);
        Assert.Equal("Cites the new revision.", Assert.Single(decision.Amendments).Change);
        Assert.Equal(["ADR-0000"], decision.Supersedes);
    }

    [Fact]
    public void A_constant_is_the_same_decision_as_the_one_in_All()
    {
        var build = new Project(Records.Complete, Records.Simple(2, "Other")).WithCode("""
            namespace App { partial class Decisions { public static bool IsSame => ReferenceEquals(NoDcr, All[0]); } }
            """).Build();

        Assert.True(build.Decisions<bool>("IsSame"));
    }

    [Fact]
    public void Ids_and_links_are_constants_that_attributes_can_use()
    {
        var build = new Project(Records.Complete).WithCode("""
            [assembly: System.Reflection.AssemblyMetadata(App.Decisions.Ids.NoDcr, App.Decisions.Links.NoDcr)]
            """).Build();

        Assert.Empty(build.Messages);
    }

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("Überfluß", "Überfluß")]
    public void A_name_is_any_csharp_identifier(string name, string inCode)
    {
        var build = new Project(Records.WithFrontMatter($"status: accepted\nname: {name}"))
            .WithCode($"class User {{ object Use => App.Decisions.{inCode}; }}").Build();

        Assert.Empty(build.Messages);
    }

    [Theory]
    [InlineData("", "docs/adr/0001-no-dcr.md")]
    [InlineData("https://example.com/blob/main/", "https://example.com/blob/main/docs/adr/0001-no-dcr.md")]
    public void The_link_is_the_path_below_the_link_base(string linkBase, string link)
    {
        var all = new Project(Records.Complete).With("DecisionsLinkBase", linkBase).Build().Decisions<ImmutableArray<DecisionPolicy>>("All");

        Assert.Equal(link, all[0].Link);
    }

    [Fact]
    public void A_link_in_the_record_wins()
    {
        var record = Records.WithFrontMatter("status: accepted\nlink: https://example.com/decisions/1");

        var all = new Project(record).With("DecisionsLinkBase", "https://example.com/blob").Build().Decisions<ImmutableArray<DecisionPolicy>>("All");

        Assert.Equal("https://example.com/decisions/1", all[0].Link);
    }

    [Fact]
    public void A_link_to_the_web_can_be_followed_from_the_documentation()
    {
        var build = new Project(Records.WithFrontMatter("status: accepted\nlink: 'https://example.com/?a=\"1\"&b=<2>'")).Build();

        Assert.Empty(build.Messages);
        Assert.Contains(
            "/// <para>Read: <see href=\"https://example.com/?a=&quot;1&quot;&amp;b=&lt;2&gt;\"/></para>", build.Source("Decisions.SomeDecision.g.cs"));
    }

    [Theory]
    [InlineData("My.App", "My.App")]
    [InlineData("my-app.1st.class", "my_app._1st.@class")]
    public void The_namespace_is_the_root_namespace_made_valid(string root, string @namespace)
    {
        var build = new Project(Records.Complete).With("RootNamespace", root)
            .WithCode($"class User {{ object Use => {@namespace}.Decisions.NoDcr; }}").Build();

        Assert.Empty(build.Messages);
    }

    [Fact]
    public void Without_a_root_namespace_the_class_is_in_the_global_one()
    {
        var build = new Project(Records.Complete).With("RootNamespace", "")
            .WithCode("class User { object Use => Decisions.NoDcr; }").Build();

        Assert.Empty(build.Messages);
    }

    [Fact]
    public void The_class_is_internal_unless_asked_otherwise()
    {
        Assert.Contains("internal static partial class Decisions", new Project(Records.Complete).Build().Source("Decisions.g.cs"));
        Assert.Contains(
            "public static partial class Decisions",
            new Project(Records.Complete).With("DecisionsVisibility", "public").Build().Source("Decisions.g.cs"));
    }

    [Fact]
    public async Task A_project_that_is_only_judged_gets_no_code()
    {
        var project = new Project(Records.WithFrontMatter("status: accepted\nrules:\n  - { configuration: 'S:P', forbid: true }\n  - literal: a"))
            .WithCode("class C { string M() => \"a\"; } [DecisionPolicies.Governed(\"S\")] class Options { public bool P { get; set; } }")
            .With("DecisionsVisibility", "none");

        var (build, told) = await project.Analyze();

        Assert.Empty(build.Run.GeneratedSources);
        Assert.Equal("DP3102", Assert.Single(told).Id);
    }

    [Fact]
    public void Without_a_record_code_that_counts_on_a_decision_does_not_compile()
    {
        var build = new Project().WithCode("class User { object Use => App.Decisions.NoDcr; }").Build();

        Assert.Contains("CS0234: The type or namespace name 'Decisions' does not exist in the namespace 'App'", Assert.Single(build.Messages));
    }

    [Fact]
    public void Without_a_record_the_compiler_complains_of_the_decision_and_not_of_its_namespace()
    {
        var build = new Project().WithCode("using App;\nclass User { object Use => Decisions.NoDcr; }").Build();

        Assert.Contains("(2,28): error CS0103: The name 'Decisions' does not exist in the current context", Assert.Single(build.Messages));
    }

    [Fact]
    public void A_reference_to_a_deleted_record_does_not_compile()
    {
        var project = new Project(Records.Complete, Records.Simple(2, "Other"))
            .WithCode("class User { object Use => App.Decisions.NoDcr; }");
        Assert.Empty(project.Build().Messages);

        var message = Assert.Single(project.Remove(Records.Complete).Build().Messages);

        Assert.Contains("CS0117: 'Decisions' does not contain a definition for 'NoDcr'", message);
    }

    [Fact]
    public void No_path_of_the_machine_gets_into_the_code() =>
        Assert.DoesNotContain("/machine/", string.Concat(new Project(Records.Complete).Build().Run.GeneratedSources.Select(s => s.SourceText)));

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        var (a, b) = (Records.Simple(1, "First"), Records.Simple(2, "Second"));

        Assert.Equal(new Project(a, b).Build().Source("Decisions.g.cs"), new Project(b, a).Build().Source("Decisions.g.cs"));
    }
}
