namespace DecisionPolicies.Tool.Tests.Write;

/// <summary>A supersession is written on both sides when it takes effect, and the log is sound at each step.</summary>
public sealed class SupersedeTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder().On("2026-11-26").WithRecord("0001-queue", "status: accepted # yes\ndate: 2026-01-05", "# Queue\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_old_record_stays_in_force_until_the_new_one_is_accepted()
    {
        var run = _folder.Run("supersede", "1", "Two queues");
        Assert.Equal("docs/adr/0002-two-queues.md\n", run.Output);
        Assert.Equal("ADR-0001 stays as it is until the new record is accepted: decisions accept ADR-0002\n", run.Error);
        Assert.Contains("status: proposed\ndate: 2026-11-26\nsupersedes: [ADR-0001]\n", _folder.Read("docs/adr/0002-two-queues.md"));
        Assert.Contains("status: accepted # yes\n", _folder.Read("docs/adr/0001-queue.md"));
        AssertSound();

        run = _folder.On("2026-11-27").Run("accept", "2");
        Assert.Equal("docs/adr/0002-two-queues.md\ndocs/adr/0001-queue.md\n", run.Output);
        Assert.Empty(run.Error);
        Assert.Contains("status: accepted\ndate: 2026-11-27\n", _folder.Read("docs/adr/0002-two-queues.md"));
        Assert.Equal("---\nstatus: superseded by ADR-0002 # yes\ndate: 2026-01-05\n---\n# Queue\n", _folder.Read("docs/adr/0001-queue.md"));
        AssertSound();
    }

    [Fact]
    public void An_accepted_successor_takes_effect_at_once()
    {
        var run = _folder.Run("supersede", "Queue", "Two queues", "--accepted");
        Assert.Equal("docs/adr/0002-two-queues.md\ndocs/adr/0001-queue.md\n", run.Output);
        AssertSound();
    }

    [Fact]
    public void A_second_successor_is_added_to_the_first()
    {
        _folder.Run("supersede", "1", "Two queues", "--accepted");
        _folder.Run("supersede", "1", "Three queues", "--accepted");
        Assert.Contains("status: superseded by ADR-0002, ADR-0003 # yes\n", _folder.Read("docs/adr/0001-queue.md"));
        AssertSound();
    }

    [Fact]
    public void What_a_failure_left_undone_is_done_by_the_same_call()
    {
        _folder.WithRecord("0002-two", "status: accepted\nsupersedes: [1]");
        Assert.Equal("docs/adr/0001-queue.md\n", _folder.Run("accept", "2").Output);
        AssertSound();
    }

    [Fact]
    public void Of_a_part_that_is_superseded_the_rest_stays_in_force()
    {
        _folder.WithRecord("0002-two", "status: proposed\nsupersedes: [ADR-0001#2]");
        Assert.Equal("docs/adr/0002-two.md\n", _folder.Run("accept", "2").Output);
        AssertSound();
    }

    [Fact]
    public void Nothing_is_written_where_the_old_record_cannot_be_edited()
    {
        _folder.WithRecord("0001-queue", "status: >\n  accepted");
        var run = _folder.Run("supersede", "1", "Two queues", "--accepted");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("decisions: docs/adr/0001-queue.md(2,9): ", run.Error);
        Assert.Single(Directory.GetFiles(_folder.Full("docs/adr")));
    }

    [Fact]
    public void When_the_second_file_cannot_be_written_the_first_is_named()
    {
        byte[] bytes = [.. "---\nstatus: accepted\n---\nf"u8, 0xFC, .. "r\n"u8];
        File.WriteAllBytes(_folder.Full("docs/adr/0001-queue.md"), bytes);
        var run = _folder.Run("supersede", "1", "Two queues", "--accepted");
        Assert.Equal(2, run.Exit);
        Assert.EndsWith(
            "docs/adr/0001-queue.md: The file was not written: It has changed in the meantime, or is not UTF-8. "
                + "Already written: docs/adr/0002-two-queues.md. Fix the cause, then run the command again.\n",
            run.Error);
        Assert.Equal("docs/adr/0002-two-queues.md\n", run.Output);
    }

    [Fact]
    public void In_prose_both_sides_are_links()
    {
        _folder.With("docs/adr/0001-queue.md", "# 1. Queue\n\nDate: 2026-01-05\n\n## Status\n\nAccepted\n\n## Context\n")
            .With("docs/adr/templates/template.md", "# NUMBER. TITLE\n\nDate: DATE\n\n## Status\n\nSTATUS\n\n## Context\n\nWhy?\n");
        _folder.Run("supersede", "1", "Two queues", "--accepted");
        Assert.Equal("# 2. Two queues\n\nDate: 2026-11-26\n\n## Status\n\nAccepted\n\nSupersedes [ADR-0001](0001-queue.md)\n\n## Context\n\nWhy?\n",
            _folder.Read("docs/adr/0002-two-queues.md"));
        Assert.Equal("# 1. Queue\n\nDate: 2026-01-05\n\n## Status\n\nSuperseded by [ADR-0002](0002-two-queues.md)\n\n## Context\n",
            _folder.Read("docs/adr/0001-queue.md"));
        AssertSound();
    }

    [Fact]
    public void Log4brains_bullets_are_links_too()
    {
        File.Delete(_folder.Full("docs/adr/0001-queue.md"));
        _folder.With("docs/adr/20260105-queue.md", "# Queue\n\n- Status: accepted\n- Date: 2026-01-05\n")
            .With("docs/adr/template.md",
                "# [short title]\n\n- Status: [proposed | accepted | superseded by [xxx](yyyymmdd-xxx.md)] <!-- optional -->\n"
                    + "- Date: [YYYY-MM-DD] <!-- optional -->\n\n## Context\n");
        _folder.Run("supersede", "20260105-queue", "Two queues", "--accepted");
        Assert.Equal(
            "# Two queues\n\n- Status: accepted <!-- optional -->\n"
                + "- Supersedes [20260105-queue](20260105-queue.md)\n- Date: 2026-11-26 <!-- optional -->\n\n## Context\n",
            _folder.Read("docs/adr/20261126-two-queues.md"));
        Assert.Equal("# Queue\n\n- Status: superseded by [20261126-two-queues](20261126-two-queues.md)\n- Date: 2026-01-05\n",
            _folder.Read("docs/adr/20260105-queue.md"));
        AssertSound();
    }

    private void AssertSound()
    {
        var run = _folder.Run("lint", "--severity", "warning");
        Assert.Empty(run.Output);
        Assert.Equal(0, run.Exit);
    }
}
