using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests;

/// <summary>What an edit redoes. A step that has run with the same result counts as unchanged, one that has not run as cached.</summary>
public sealed class IncrementalTests
{
    private const IncrementalStepRunReason Cached = IncrementalStepRunReason.Cached;
    private const IncrementalStepRunReason Unchanged = IncrementalStepRunReason.Unchanged;
    private const IncrementalStepRunReason Modified = IncrementalStepRunReason.Modified;

    private static readonly RecordText _first = Records.Simple(1, "First");
    private static readonly RecordText _second = Records.Simple(2, "Second");

    private readonly Project _project = new(_first, _second);

    public IncrementalTests() => _project.Build();

    [Fact]
    public void Unrelated_code_redoes_nothing()
    {
        var build = _project.WithCode("class Unrelated;").Build();

        Assert.Equal([Cached, Cached], build.Reasons(StepNames.Files));
        Assert.Equal(0, build.SourcesWritten);
    }

    [Fact]
    public void An_edit_below_the_front_matter_reads_one_file_and_writes_nothing()
    {
        var build = _project.Replace(_first, Records.Simple(1, "First", body: "More prose.")).Build();

        Assert.Equal([Unchanged, Cached], build.Reasons(StepNames.Files));
        Assert.Equal(0, build.SourcesWritten);
    }

    [Fact]
    public void An_edit_of_one_front_matter_writes_one_source()
    {
        var build = _project.Replace(_first, Records.Simple(1, "First", "proposed")).Build();

        Assert.Equal([Modified, Cached], build.Reasons(StepNames.Files));
        Assert.Equal([Modified, Unchanged], build.Reasons(StepNames.Parts));
        Assert.Equal(1, build.SourcesWritten);
    }

    [Fact]
    public void An_edit_that_concerns_no_other_record_puts_none_together_again()
    {
        var build = _project.Replace(_first, new(_first.RelativePath, "---\nstatus: accepted\nbecause: Another reason.\n---\n# First\n")).Build();

        Assert.Equal([Cached], build.Reasons(StepNames.Set));
        Assert.Equal([Modified, Unchanged], build.Reasons(StepNames.Parts));
        Assert.Equal(1, build.SourcesWritten);
    }

    [Fact]
    public void A_new_title_is_in_the_constant_of_the_next_build()
    {
        var renamed = new RecordText(_first.RelativePath, "---\nstatus: accepted\n---\n# Another title\n");

        Assert.Contains("@\"title Another title\n", _project.Replace(_first, renamed).Build().Source("Decisions.First.g.cs"));
    }

    [Fact]
    public void A_new_record_writes_its_own_source_and_the_list()
    {
        var build = _project.Add(Records.Simple(3, "Third")).Build();

        Assert.Equal(2, build.SourcesWritten);
    }

    [Fact]
    public void A_removed_record_takes_its_constant_with_it()
    {
        var build = _project.Remove(_first).Build();

        Assert.DoesNotContain(build.Run.GeneratedSources, s => s.HintName == "Decisions.First.g.cs");
        Assert.DoesNotContain("First", build.Source("Decisions.g.cs"));
    }

    [Fact]
    public void A_renamed_file_takes_its_constant_with_it()
    {
        var build = _project.Replace(_first, Records.Simple(1, "Foremost")).Build();

        Assert.Equal(2, build.SourcesWritten);
        Assert.Contains("Foremost", build.Source("Decisions.g.cs"));
        Assert.DoesNotContain(build.Run.GeneratedSources, s => s.HintName == "Decisions.First.g.cs");
    }

    [Fact]
    public void A_moved_file_changes_its_link_and_nothing_else()
    {
        var moved = new RecordText("docs/adr/old/0001-first.md", _first.GetText().ToString());

        var build = _project.Replace(_first, moved).Build();

        // The list, too: it is in the order of the paths.
        Assert.Equal(2, build.SourcesWritten);
        Assert.Contains("\"docs/adr/old/0001-first.md\"", build.Source("Decisions.First.g.cs"));
    }

    [Fact]
    public void A_line_more_above_a_fault_moves_the_message_and_writes_nothing()
    {
        var wrong = Records.WithFrontMatter("status: accepted\ntags: x\ndate: soon", "docs/adr/0003-wrong.md");
        _project.Add(wrong).Build();

        var build = _project.Replace(wrong, Records.WithFrontMatter("status: accepted\n# a comment\ntags: x\ndate: soon", "docs/adr/0003-wrong.md")).Build();

        Assert.Equal(0, build.SourcesWritten);
    }

    [Fact]
    public void A_change_of_the_compilers_options_changes_no_file_and_writes_nothing()
    {
        var build = _project.With("Nullable", "enable").Build();

        Assert.All(build.Reasons(StepNames.Files), reason => Assert.Equal(Unchanged, reason));
        Assert.Equal(0, build.SourcesWritten);
    }

    [Fact]
    public void A_record_before_all_others_leaves_their_sources_alone()
    {
        var build = _project.Add(Records.Simple(0, "Zeroth")).Build();

        Assert.Equal(2, build.SourcesWritten);
    }
}
