using DecisionPolicies.Records;
using System.Collections.Immutable;

namespace DecisionPolicies.Generator.Tests.Packs;

/// <summary>The decisions of a pack as constants of the project that refers to it.</summary>
public sealed class PackedConstantsTests
{
    [Fact]
    public void All_lists_the_projects_own_decisions_and_then_those_of_its_packs() =>
        Assert.Equal(
            ["ADR-0001: Own", "ADR-0001 (Contoso.Decisions 1.2.0): No guest checkout"],
            All(PackProject.With(Records.Simple(1, "Own"))).Select(decision => decision.ToString()));

    [Fact]
    public void A_project_without_records_of_its_own_has_the_decisions_of_its_packs()
    {
        var decision = Assert.Single(All(PackProject.With()));

        Assert.Equal("Contoso.Decisions/ADR-0001", decision.Id);
        Assert.Equal(new DecisionPack("Contoso.Decisions", "1.2.0"), decision.Pack);
        Assert.Equal(90, decision.Rules[0].WaivableDays);
    }

    [Fact]
    public void The_link_leads_to_the_repository_of_the_pack() =>
        Assert.Equal(
            "https://example.org/contoso/blob/HEAD/docs/adr/0001-no-guest-checkout.md",
            Assert.Single(All(PackProject.With().With("DecisionsLinkBase", "https://example.org/shop/blob/HEAD"))).Link);

    [Fact]
    public void Without_a_repository_the_link_names_the_pack_and_the_file() =>
        Assert.Equal(
            "Contoso.Decisions/docs/adr/0001-no-guest-checkout.md",
            Assert.Single(All(
                new Project(PackProject.NoGuestCheckout, RecordText.Manifest(more: "")).With("DecisionsLinkBase", "https://example.org/shop"))).Link);

    [Fact]
    public void A_decision_of_a_pack_is_found_by_the_id_that_its_constant_holds()
    {
        var build = PackProject.With(Records.Simple(1, "Own"))
            .WithCode("""
                static class Use
                {
                    static DecisionPolicies.DecisionPolicy One => App.Decisions.Contoso.NoGuestCheckout;
                    static DecisionPolicies.DecisionPolicy? Two => App.Decisions.Find(App.Decisions.Contoso.Ids.NoGuestCheckout);
                    static string Three => App.Decisions.Contoso.Links.NoGuestCheckout + App.Decisions.Contoso.All.Length;
                    [DecisionPolicies.RejectedBy(App.Decisions.Contoso.Ids.NoGuestCheckout)] static string Four => "";
                }
                """)
            .WithNullable().Build();
        var find = build.Load().GetType("App.Decisions")!.GetMethod("Find")!;

        Assert.Equal("No guest checkout", ((DecisionPolicy)find.Invoke(null, ["Contoso.Decisions/ADR-0001"])!).Title);
        Assert.Equal("Own", ((DecisionPolicy)find.Invoke(null, ["ADR-0001"])!).Title);
    }

    [Fact]
    public void A_large_pack_is_written_in_several_sources()
    {
        var records = Enumerable.Range(2, 29).Select(number => RecordText.OfPack(
            $"docs/adr/{number:0000}-use-{number}.md", $"---\nstatus: accepted\n---\n# Use {number}"));

        var build = PackProject.With(records).Build();

        Assert.Equal(30, build.Decisions<ImmutableArray<DecisionPolicy>>("All").Length);
        Assert.Equal(
            ["Decisions.Pack.Contoso.12.g.cs", "Decisions.Pack.Contoso.24.g.cs", "Decisions.Pack.Contoso.g.cs"],
            build.Run.GeneratedSources.Select(source => source.HintName).Where(name => name.Contains("Pack")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Contoso.Decisions", "Contoso")]
    [InlineData("Contoso.Platform.Decisions", "ContosoPlatform")]
    [InlineData("contoso.platform.adr", "ContosoPlatform")]
    [InlineData("Contoso.Decisions.Web", "ContosoDecisionsWeb")]
    [InlineData("acme-rules", "AcmeRules")]
    [InlineData("7zip.ADR", "_7zip")]
    public void The_class_is_the_packages_id_without_its_last_word(string id, string name) => Assert.Equal(name, PackManifest.ClassOf(id));

    [Fact]
    public void The_pack_can_choose_the_name_of_its_class() =>
        Assert.Contains("class Platform", SourceOf(new Project(PackProject.NoGuestCheckout, RecordText.Manifest(more: "class: Platform")), "Platform"));

    [Fact]
    public void The_project_can_choose_the_name_of_a_packs_class() =>
        Assert.Contains(
            "class Group", SourceOf(PackProject.With().With("_DecisionPackClasses", "Other=,contoso.decisions=Group"), "Group"));

    [Theory]
    [InlineData("All", "the generated class reserves it or it is not a C# name", "AllPack")]
    [InlineData("Ids", "the generated class reserves it or it is not a C# name", "IdsPack")]
    [InlineData("links", "the generated class reserves it or it is not a C# name", "LinksPack")]
    [InlineData("a b", "the generated class reserves it or it is not a C# name", "ABPack")]
    [InlineData("own", "the decision 'Own' has it", "OwnPack")]
    [InlineData("NoGuestCheckout", "one of its decisions has it", "NoGuestCheckoutPack")]
    public void A_name_that_is_taken_is_one_error_that_names_what_to_write(string name, string why, string instead)
    {
        var build = PackProject.With(Records.Simple(1, "Own")).With("_DecisionPackClasses", $"Contoso.Decisions={name}").Build();

        Assert.Equal(
            $"/machine/checkout/App.csproj(1,1): error DP1032: The class of Contoso.Decisions 1.2.0 cannot be named '{name}', because {why}. "
                + $"Until then it is '{instead}'. Choose a name in the project: <DecisionPack Update=\"Contoso.Decisions\" Class=\"{instead}\" />.",
            Assert.Single(build.Messages));
        Assert.Contains($"class {instead}", build.Source($"Decisions.Pack.{instead}.g.cs"));
    }

    [Fact]
    public void Two_packs_have_a_class_each_even_if_their_names_are_the_same()
    {
        var build = PackProject.With(
            RecordText.Manifest("Contoso.Adr"),
            RecordText.OfPack("docs/adr/0001-other.md", "---\nstatus: accepted\n---\n# Other", "Contoso.Adr")).Build();

        Assert.Contains(
            "The class of Contoso.Decisions 1.2.0 cannot be named 'Contoso', because the class of Contoso.Adr 1.2.0 has it.", Assert.Single(build.Messages));
    }

    [Fact]
    public void Governed_options_are_judged_by_the_rules_of_a_pack() =>
        Assert.Contains("global::App.Decisions.Contoso.NoGuestCheckout, 0", PackProject.With()
            .WithCode("[DecisionPolicies.Governed(\"Shop\")] public sealed class ShopOptions { public bool GuestCheckout { get; set; } }")
            .Build().Run.GeneratedSources.Single(source => source.HintName.Contains("ValidateDecisions")).SourceText.ToString());

    private static ImmutableArray<DecisionPolicy> All(Project project) => project.Build().Decisions<ImmutableArray<DecisionPolicy>>("All");

    private static string SourceOf(Project project, string name)
    {
        var build = project.Build();
        Assert.Empty(build.Messages);
        return build.Source($"Decisions.Pack.{name}.g.cs");
    }
}
