namespace DecisionPolicies.Tool.Tests.Write;

/// <summary>An amendment is added at the end of the list, in the way in which the record writes it.</summary>
public sealed class AmendTests : IDisposable
{
    private const string New = "{ date: 2026-11-26, change: \"Cites \\\"B\\\", and more.\" }";

    private readonly ToolFolder _folder = new ToolFolder().On("2026-11-26");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("status: accepted", $"status: accepted\namendments:\n  - {New}")]
    [InlineData("status: accepted\n# The rules\nrules: []\n# end", $"status: accepted\namendments:\n  - {New}\n# The rules\nrules: []\n# end")]
    [InlineData("status: accepted\namendments:\nrules: []", $"status: accepted\namendments:\n  - {New}\nrules: []")]
    [InlineData("status: accepted\namendments: []   # none yet\ntags: [a]", $"status: accepted\namendments:   # none yet\n  - {New}\ntags: [a]")]
    [InlineData(
        "status: accepted\namendments:\n- date: 2026-01-01\n  change: >\n    One\n    two.\n\n# Tags\ntags: [a]",
        $"status: accepted\namendments:\n- date: 2026-01-01\n  change: >\n    One\n    two.\n- {New}\n\n# Tags\ntags: [a]")]
    [InlineData(
        "status: accepted\namendments:\n    - { date: 2026-01-01, change: One. } # 1",
        $"status: accepted\namendments:\n    - {{ date: 2026-01-01, change: One. }} # 1\n    - {New}")]
    [InlineData(
        "status: accepted\namendments: [ { date: 2026-01-01, change: One. } ] # all",
        $"status: accepted\namendments: [ {{ date: 2026-01-01, change: One. }}, {New} ] # all")]
    public void It_is_listed_under(string before, string after)
    {
        _folder.WithRecord("0001-a", before, "# A\n");
        var run = _folder.Run("amend", "1", "Cites \"B\", and more.");
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.Exit);
        Assert.Equal($"---\n{after}\n---\n# A\n", _folder.Read("docs/adr/0001-a.md"));
    }

    [Fact]
    public void The_same_on_the_same_day_is_listed_once()
    {
        _folder.WithRecord("0001-a", "status: accepted");
        _folder.Run("amend", "1", "Cites B.");
        var text = _folder.Read("docs/adr/0001-a.md");
        var run = _folder.Run("amend", "1", "Cites B.");
        Assert.Equal(0, run.Exit);
        Assert.Equal("ADR-0001 already lists this amendment. Nothing was written.\n", run.Error);
        Assert.Equal(text, _folder.Read("docs/adr/0001-a.md"));
    }

    [Fact]
    public void A_list_in_brackets_over_several_lines_is_left_to_a_hand()
    {
        _folder.WithRecord("0001-a", "status: accepted\namendments: [\n  { date: 2026-01-01, change: One. }\n]");
        var run = _folder.Run("amend", "1", "Cites B.");
        Assert.Equal(2, run.Exit);
        Assert.Equal(
            "decisions: docs/adr/0001-a.md(3,13): The list of amendments has a form that cannot be extended safely. "
                + "Write '- { date: 2026-11-26, change: \"Cites B.\" }' at its end by hand. Nothing was written.\n",
            run.Error);
    }

    [Fact]
    public void A_record_without_front_matter_cannot_have_a_list()
    {
        _folder.With("docs/adr/0001-a.md", "# 1. A\n\n## Status\n\nAccepted\n");
        var run = _folder.Run("amend", "1", "Cites B.");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith(
            "decisions: docs/adr/0001-a.md(1,1): Amendments belong in front matter, which the record does not have. Write '---', 'amendments:',", run.Error);
    }

    [Fact]
    public void Front_matter_that_ends_with_dots_has_a_list_too()
    {
        _folder.With("docs/adr/0001-a.md", "---\nstatus: accepted\n...\n# A\n\n---\n");
        Assert.Equal(0, _folder.Run("amend", "1", "Cites \"B\", and more.").Exit);
        Assert.Equal($"---\nstatus: accepted\namendments:\n  - {New}\n...\n# A\n\n---\n", _folder.Read("docs/adr/0001-a.md"));
    }

    [Theory]
    [InlineData("---\nstatus: accepted\n", "(1,1): The front matter starts with '---' but does not end. Write 'amendments:', ")]
    [InlineData("---\nstatus: accepted\ntitle: a: b\n---\n", "(2,9): The record has a form that cannot be edited safely. Write '- { ")]
    [InlineData("---\nstatus: accepted\namendments: [\n---\n", "(2,9): The record has a form that cannot be edited safely. Write '- { ")]
    public void Front_matter_that_cannot_be_read_as_a_whole_is_left_to_a_hand(string text, string refusal)
    {
        _folder.With("docs/adr/0001-a.md", text);
        var run = _folder.Run("amend", "1", "Cites B.");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith($"decisions: docs/adr/0001-a.md{refusal}", run.Error);
        Assert.Equal(text, _folder.Read("docs/adr/0001-a.md"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void An_amendment_that_says_nothing_is_refused(string change)
    {
        _folder.WithRecord("0001-a", "status: accepted");
        Assert.Equal(2, _folder.Run("amend", "1", change).Exit);
    }
}
