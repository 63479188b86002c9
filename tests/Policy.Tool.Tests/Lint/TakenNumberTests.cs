namespace DecisionPolicies.Tool.Tests.Lint;

/// <summary>A number that two branches take is reported before both are merged.</summary>
public sealed class TakenNumberTests : IDisposable
{
    private readonly GitFolder _git = new();

    public TakenNumberTests()
    {
        _git.Folder.WithRecord("0001-one", "status: accepted", "# One\n");
        _git.Commit("2026-01-01");
        _git.Git("checkout", "--quiet", "-b", "cache");
        _git.Folder.WithRecord("0002-one-cache", "status: proposed", "# One cache\n");
        _git.Commit("2026-01-02");
        _git.Git("checkout", "--quiet", "main");
    }

    public void Dispose() => _git.Dispose();

    [Fact]
    public void The_branch_and_the_file_are_reported()
    {
        _git.Folder.WithRecord("0002-one-queue", "id: ADR-0002\nstatus: proposed", "# One queue\n");
        var run = _git.Folder.Run("lint");
        Assert.Equal(1, run.Exit);
        Assert.Equal(
            "docs/adr/0002-one-queue.md(2,5): warning DP1102: ADR-0002 is also taken by docs/adr/0002-one-cache.md on 'cache'. "
                + "Give one of them another number before both are merged.\n",
            run.Output);
    }

    [Fact]
    public void A_new_record_gets_a_number_that_no_branch_has()
    {
        Assert.Equal("docs/adr/0003-one-queue.md\n", _git.Folder.Run("new", "One queue").Output);
        Assert.Empty(_git.Folder.Run("lint").Output);
    }

    [Fact]
    public void The_same_file_on_both_is_one_record()
    {
        _git.Folder.WithRecord("0002-one-cache", "status: proposed", "# One cache\n");
        Assert.Empty(_git.Folder.Run("lint").Output);
    }

    [Fact]
    public void What_a_branch_only_still_has_from_before_is_not_taken()
    {
        _git.Git("mv", "docs/adr/0001-one.md", "docs/adr/0001-another-name.md");
        _git.Commit("2026-01-03");
        Assert.Empty(_git.Folder.Run("lint").Output);
    }

    [Fact]
    public void A_merged_branch_is_not_another_one()
    {
        _git.Git("merge", "--quiet", "cache");
        _git.Git("mv", "docs/adr/0002-one-cache.md", "docs/adr/0002-a-cache.md");
        _git.Commit("2026-01-03");
        Assert.Empty(_git.Folder.Run("lint").Output);
    }
}
