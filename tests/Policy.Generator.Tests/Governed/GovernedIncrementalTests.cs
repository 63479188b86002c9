using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>What an edit redoes of the code that judges options.</summary>
public sealed class GovernedIncrementalTests
{
    private const IncrementalStepRunReason Cached = IncrementalStepRunReason.Cached;
    private const IncrementalStepRunReason Unchanged = IncrementalStepRunReason.Unchanged;
    private const IncrementalStepRunReason Modified = IncrementalStepRunReason.Modified;

    private const string Rule = "configuration: 'S:P', forbid: true";

    private readonly RecordText _record = GovernedCode.Record(Rule);
    private readonly Project _project;

    public GovernedIncrementalTests()
    {
        _project = new Project(_record)
            .WithCode(GovernedCode.Code("namespace A { [Governed(\"S\")] class Options { public bool P { get; set; } } }"), "A.cs")
            .WithCode(GovernedCode.Code("namespace B { [Governed(\"S\")] class Options { public bool P { get; set; } } }"), "B.cs");
        _project.Build();
    }

    [Fact]
    public void Unrelated_code_writes_nothing()
    {
        var build = _project.WithCode("class Unrelated { }").Build();

        Assert.All(build.Reasons(StepNames.Governed), reason => Assert.True(reason is Cached or Unchanged));
        Assert.Equal(0, build.SourcesWritten);
    }

    [Fact]
    public void A_new_property_writes_the_source_of_its_class_alone()
    {
        var build = _project.ReplaceCode(
            GovernedCode.Code("namespace A { [Governed(\"S\")] class Options { public bool P { get; set; } public int Q { get; set; } } }"), "A.cs").Build();

        Assert.Equal([Modified, Unchanged], build.Reasons(StepNames.Governed));
        Assert.Equal(1, build.SourcesWritten);
    }

    [Fact]
    public void Another_body_or_comment_in_the_class_writes_nothing()
    {
        var build = _project.ReplaceCode(
            GovernedCode.Code("namespace A { /* Important. */ [Governed(\"S\")] class Options { public bool P { get; set; } = true; void M() { } } }"), "A.cs")
            .Build();

        Assert.Equal([Unchanged, Unchanged], build.Reasons(StepNames.Governed));
        Assert.Equal(0, build.SourcesWritten);
    }

    [Fact]
    public void Another_property_of_a_nested_class_writes_the_source_of_those_that_reach_it()
    {
        _project.WithCode(GovernedCode.Code("namespace C { [Governed(\"S\")] class Options { public Inner P { get; set; } } }"), "C.cs")
            .WithCode("namespace C { class Inner { public bool Q { get; set; } } }", "Inner.cs").Build();

        var build = _project.ReplaceCode("namespace C { class Inner { public int Q { get; set; } } }", "Inner.cs").Build();

        Assert.Equal([Unchanged, Unchanged, Modified], build.Reasons(StepNames.Governed));
        Assert.Equal(1, build.SourcesWritten);
    }

    [Fact]
    public void An_edit_of_a_records_prose_writes_nothing()
    {
        var build = _project.Replace(_record, new(_record.RelativePath, _record.GetText() + "More prose.\n")).Build();

        Assert.All(build.Reasons(StepNames.Governed), reason => Assert.Equal(Cached, reason));
        Assert.Equal([Cached], build.Reasons(StepNames.Enforced));
        Assert.Equal(0, build.SourcesWritten);
    }

    [Fact]
    public void An_edit_of_a_records_other_fields_writes_its_constant_alone()
    {
        var text = _record.GetText().ToString().Replace("status: accepted", "status: accepted\nbecause: Another reason.");

        var build = _project.Replace(_record, new(_record.RelativePath, text)).Build();

        Assert.Equal([Unchanged], build.Reasons(StepNames.Enforced));
        Assert.Equal(1, build.SourcesWritten);
    }

    [Fact]
    public void A_new_rule_writes_the_sources_of_all_options_and_the_constant()
    {
        var build = _project.Replace(_record, GovernedCode.Record(Rule, "configuration: 'S:Q', forbid: true")).Build();

        Assert.Equal([Modified], build.Reasons(StepNames.Enforced));
        Assert.Equal(3, build.SourcesWritten);
    }

    [Fact]
    public void A_class_that_is_no_longer_marked_loses_its_source()
    {
        var build = _project.ReplaceCode(GovernedCode.Code("namespace A { class Options { public bool P { get; set; } } }"), "A.cs").Build();

        Assert.DoesNotContain(build.Run.GeneratedSources, source => source.HintName == "A.Options.ValidateDecisions.g.cs");
        Assert.Contains(build.Run.GeneratedSources, source => source.HintName == "B.Options.ValidateDecisions.g.cs");
    }
}
