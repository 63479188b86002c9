using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests.Packs;

/// <summary>What an edit repeats in a project with a pack.</summary>
public sealed class PackedIncrementalTests
{
    private static readonly RecordText _own = Records.WithFrontMatter("status: accepted\nbecause: One reason.", "docs/adr/0005-own.md");

    [Fact]
    public void An_edit_of_the_projects_own_record_writes_nothing_of_a_pack()
    {
        var edited = Records.WithFrontMatter("status: accepted\nbecause: Another reason.", "docs/adr/0005-own.md");
        var (alone, project) = (new Project(_own), PackProject.With(_own));
        alone.Build();
        project.Build();

        var build = project.Replace(_own, edited).Build();

        Assert.Equal(alone.Replace(_own, edited).Build().SourcesWritten, build.SourcesWritten);
        Assert.All(
            build.Reasons(StepNames.Packs),
            reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
    }

    [Fact]
    public void An_edit_of_code_repeats_nothing()
    {
        var project = PackProject.With(_own).WithCode("class A;", "A.cs");
        project.Build();

        Assert.Equal(0, project.ReplaceCode("class B;", "A.cs").Build().SourcesWritten);
    }

    [Fact]
    public void A_waiver_writes_the_decisions_of_its_pack_again_and_nothing_else()
    {
        var waiver = PackProject.Waiving(
            "decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, from: 2026-12-01, until: 2026-12-02, because: One client.");
        var project = PackProject.With(waiver);
        var before = project.Build();

        var build = project.Replace(waiver, PackProject.Waiving(
            "decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, from: 2026-12-01, until: 2026-12-05, because: One client.")).Build();

        Assert.Equal(["Decisions.Pack.Contoso.g.cs"], build.Run.GeneratedSources.Select(source => source.HintName)
            .Where(name => build.Source(name) != before.Source(name)));
    }
}
