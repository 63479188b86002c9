namespace DecisionPolicies.Tool.Tests.Lint;

/// <summary>What was accepted stays, or says what was changed.</summary>
public sealed class ChangedDecisionTests : IDisposable
{
    private const string Accepted = "status: accepted\ndate: 2026-01-05\nbecause: One is enough.\nrules:\n  - { configuration: Queue:Count, require: 1 }";
    private const string Body = "# Use one queue\n\nThere is [one](0002-other.md) queue, and it must not be full.\n";

    private readonly GitFolder _git = new();

    public ChangedDecisionTests() => _git.Folder.On("2026-11-26").WithRecord("0002-other", "status: accepted", "# Other\n");

    public void Dispose() => _git.Dispose();

    [Fact]
    public void A_rule_that_changed_is_reported_with_the_commit_and_what_to_do()
    {
        Write(Accepted, Body);
        var commit = _git.Commit("2026-01-05");
        Write(Accepted.Replace("require: 1", "require: 2", StringComparison.Ordinal), Body);
        var run = _git.Folder.Run("lint");
        Assert.Equal(1, run.Exit);
        Assert.Equal(
            $"docs/adr/0001-queue.md(5,1): warning DP1101: ADR-0001 was accepted in {commit} (2026-01-05), and 'rules' (Queue:Count) changed after that. "
                + "If the decision is still the same, say what changed: decisions amend ADR-0001 \"…\". "
                + "If it is a different decision, write a new record: decisions supersede ADR-0001 \"…\".\n",
            run.Output);
    }

    [Theory]
    [InlineData("because: One is enough.", "because: One is cheap.", "'because' changed")]
    [InlineData("date: 2026-01-05", "date: 2026-01-05\nallows: [Two.]", "'allows' changed")]
    [InlineData("date: 2026-01-05", "date: 2026-01-05\ninstead: [Two.]", "'instead' changed")]
    [InlineData("date: 2026-01-05", "date: 2026-01-05\nrevisit: 2027-01-01", "'revisit' changed")]
    [InlineData("date: 2026-01-05", "date: 2026-01-05\ntitle: Another title", "the title changed")]
    [InlineData(
        "  - { configuration: Queue:Count, require: 1 }",
        "  - { configuration: Queue:Count, require: 1 }\n  - { configuration: Queue:Size, forbid: 0 }",
        "'rules' (Queue:Size) changed")]
    [InlineData("require: 1 }", "require: 1, environments: [Production] }", "'rules' (Queue:Count) changed")]
    public void In_front_matter_a_change_is_named_by_its_key(string before, string after, string expected) =>
        Assert.Contains($", and {expected} after that.", LintAfter(Accepted.Replace(before, after, StringComparison.Ordinal), Body));

    [Theory]
    [InlineData("must not be", "must be")]
    [InlineData("must not", "must now")]
    [InlineData("one](0002-other.md) queue", "one](0002-other.md) stack")]
    [InlineData("full.", "full.\n\n## Exceptions\n\nThere are two.")]
    [InlineData("full.", "full: 10 messages.")]
    [InlineData("full.", "full.\n\n    must be\n")]
    [InlineData("full.", "full.\n\n```\nStatus: none\n```")]
    public void In_the_prose_a_change_is_reported(string before, string after) =>
        Assert.Contains(
            ", and the text below the front matter changed after that.", LintAfter(Accepted, Body.Replace(before, after, StringComparison.Ordinal)));

    [Theory]
    [InlineData("date: 2026-01-05", "date: 2026-01-06")]
    [InlineData("date: 2026-01-05", "date: 2026-01-05\naliases: [Queues]\ntags: [queue]\ndecision-makers: [A team]")]
    [InlineData("date: 2026-01-05", "date: 2026-01-05\nsupersedes: [ADR-0002#1]")]
    [InlineData("date: 2026-01-05", "date: 2026-01-05\nwaivers:\n  - { rule: Queue:Count, until: 2027-01-31, because: One migrates. }")]
    [InlineData("because: One is enough.", "because: One is enuogh.")]
    [InlineData("because: One is enough.", "because: \"One is enough\" # so far")]
    [InlineData("[one](0002-other.md)", "[one](0002-other.md#why)")]
    [InlineData("[one](0002-other.md)", "[one](https://example.com/other)")]
    [InlineData("There is [one](0002-other.md) queue, and", "There is\n[one](0002-other.md)   queue and")]
    [InlineData("full.", "full.\n\n<!-- Decided in May.\n\nmust be -->")]
    [InlineData("full.", "full.\n\n[one]: https://example.com/other \"must be\"")]
    public void What_does_not_touch_the_decision_is_free(string before, string after) =>
        Assert.Empty(LintAfter(Accepted.Replace(before, after, StringComparison.Ordinal), Body.Replace(before, after, StringComparison.Ordinal)));

    [Theory]
    [InlineData("status: deprecated")]
    [InlineData("status: superseded by ADR-0002")]
    [InlineData("status: proposed")]
    public void Only_what_is_accepted_now_is_judged(string status)
    {
        _git.Folder.WithRecord("0002-other", "status: accepted\nsupersedes: [ADR-0001#1]", "# Other\n");
        Assert.DoesNotContain("DP1101", LintAfter(Accepted.Replace("status: accepted", status, StringComparison.Ordinal), "# Anything\n"));
    }

    [Fact]
    public void While_a_record_is_proposed_it_may_change_and_be_accepted_in_another_form()
    {
        Write(Accepted, Body);
        _git.Commit("2026-01-03");
        Write(Accepted.Replace("accepted", "proposed", StringComparison.Ordinal), Body);
        _git.Commit("2026-01-04");
        var changed = Accepted.Replace("One is enough", "Two are too many", StringComparison.Ordinal);
        Assert.Empty(LintNow(changed, Body));
        var commit = _git.Commit("2026-01-05");
        Assert.Empty(_git.Folder.Run("lint").Output);
        Assert.Contains($"accepted in {commit}", LintNow(Accepted, Body));
    }

    [Fact]
    public void Several_changes_are_reported_together() =>
        Assert.Contains(", and 'because' and the text below the front matter changed after that.",
            LintAfter(Accepted.Replace("One is", "Two are", StringComparison.Ordinal), "# Use one queue\n\nElse.\n"));

    [Fact]
    public void A_change_with_an_amendment_is_in_order_and_the_next_without_one_is_not()
    {
        var changed = Accepted.Replace(
            "One is enough.", "One is cheap.\namendments:\n  - { date: 2026-02-01, change: Says what one costs. }", StringComparison.Ordinal);
        Assert.Empty(LintAfter(changed, Body));
        var commit = _git.Commit("2026-02-01");
        Assert.Empty(_git.Folder.Run("lint").Output);
        Write(changed.Replace("One is cheap", "One is dear", StringComparison.Ordinal), Body);
        Assert.Contains($"ADR-0001 was last amended in {commit} (2026-02-01), and 'because' changed after that.", _git.Folder.Run("lint").Output);
    }

    [Fact]
    public void A_change_on_the_day_of_an_amendment_is_the_amended_one()
    {
        var amended = Accepted + "\namendments:\n  - { date: 2026-02-01, change: Says what one costs. }";
        Write(Accepted, Body);
        _git.Commit("2026-01-05");
        Write(amended, Body);
        _git.Commit("2026-02-01");
        Write(amended.Replace("One is enough", "One is cheap", StringComparison.Ordinal), Body);
        Assert.Empty(_git.Folder.On("2026-02-01").Run("lint").Output);
        Assert.NotEmpty(_git.Folder.On("2026-02-02").Run("lint").Output);
        _git.Commit("2026-02-01");
        Assert.Empty(_git.Folder.Run("lint").Output);
    }

    [Fact]
    public void A_version_that_could_not_be_read_does_not_make_the_record_free()
    {
        Write(Accepted, Body);
        var commit = _git.Commit("2026-01-05");
        Write(Accepted + "\ntitle: a: b", Body);
        _git.Commit("2026-01-06");
        Assert.Contains($"accepted in {commit}", LintNow(Accepted.Replace("One is enough", "One is cheap", StringComparison.Ordinal), Body));
    }

    [Fact]
    public void A_record_is_followed_when_its_file_is_renamed()
    {
        Write(Accepted, Body);
        var commit = _git.Commit("2026-01-05");
        _git.Git("mv", "docs/adr/0001-queue.md", "docs/adr/0001-one-queue.md");
        _git.Commit("2026-01-06");
        _git.Folder.WithRecord("0001-one-queue", Accepted.Replace("One is enough", "One is cheap", StringComparison.Ordinal), Body);
        Assert.Contains($"docs/adr/0001-one-queue.md(4,1): warning DP1101: ADR-0001 was accepted in {commit}", _git.Folder.Run("lint").Output);
    }

    [Fact]
    public void On_a_branch_only_what_its_base_has_counts_as_accepted()
    {
        _git.Commit("2026-01-01");
        _git.Git("checkout", "--quiet", "-b", "queue");
        Write(Accepted, Body);
        _git.Commit("2026-01-05");
        var changed = Accepted.Replace("One is enough", "One is cheap", StringComparison.Ordinal);
        Assert.Empty(LintNow(changed, Body));
        Assert.Contains("DP1101", _git.Folder.Run("lint", "--base", "queue").Output);
        _git.Commit("2026-01-06");
        _git.Git("checkout", "--quiet", "main");
        _git.Git("merge", "--quiet", "--no-ff", "--message=Merge", "queue");
        Assert.Empty(_git.Folder.Run("lint").Output);
        Assert.Contains("DP1101", LintNow(Accepted, Body));
    }

    [Fact]
    public void The_status_in_prose_is_not_part_of_the_text()
    {
        const string prose = "# 1. Use one queue\n\nDate: 2026-01-05\n\n## Status\n\nAccepted\n\n## Decision\n\nOne queue.\n";
        _git.Folder.With("docs/adr/0001-queue.md", prose);
        _git.Commit("2026-01-05");
        _git.Folder.With("docs/adr/0001-queue.md",
            prose.Replace("Accepted\n", "Accepted\n\nSupersedes [ADR-0002#1](0002-other.md)\n", StringComparison.Ordinal)
                .Replace("2026-01-05", "2026-01-06", StringComparison.Ordinal));
        Assert.DoesNotContain("DP1101", _git.Folder.Run("lint").Output);
        _git.Folder.With("docs/adr/0001-queue.md", prose.Replace("One queue.", "Two queues.", StringComparison.Ordinal));
        Assert.Contains("DP1101", _git.Folder.Run("lint").Output);
    }

    [Fact]
    public void A_shallow_clone_is_said_not_to_be_judged_and_the_rest_is()
    {
        Write(Accepted, Body);
        _git.Commit("2026-01-05");
        _git.Commit("2026-01-06");
        using var clone = new ToolFolder();
        _git.Git("clone", "--quiet", "--depth=1", $"file://{_git.Folder.Path}", clone.Full("clone"));
        clone.With("clone/docs/adr/0003-x.md", "---\nstatus: acepted\n---\n");
        var run = clone.RunIn("clone", "lint");
        Assert.StartsWith(
            "decisions: Not checked: whether an accepted decision was changed: this clone is shallow; "
                + "fetch the whole history, for example with 'git fetch --unshallow' or 'fetch-depth: 0'.\n",
            run.Error);
        Assert.Contains("DP1024", run.Output);
        Assert.Equal(1, run.Exit);
    }

    [Fact]
    public void A_branch_that_does_not_exist_is_named()
    {
        _git.Commit("2026-01-05");
        var run = _git.Folder.Run("lint", "--base", "--output=x");
        Assert.Equal(2, run.Exit);
        run = _git.Folder.Run("lint", "--base=--output=x");
        Assert.Equal(2, run.Exit);
        Assert.Equal("decisions: There is no branch '--output=x' in git. Name another with --base, or leave --base out.\n", run.Error);
        Assert.False(File.Exists(_git.Folder.Full("x")));
    }

    [Theory]
    [InlineData(".", "0001-x%,é.md")]
    [InlineData("a [b]*", "a [b]*/0001-x.md")]
    public void Whatever_the_folder_is_called_its_history_is_found(string folder, string file)
    {
        _git.Folder.With(file, "---\nstatus: accepted\nbecause: One is enough.\n---\n");
        _git.Commit("2026-01-05");
        _git.Folder.With(file, "---\nstatus: accepted\nbecause: Two are enough.\n---\n");
        Assert.Contains($"{file}(3,1): warning DP1101: ", _git.Folder.Run("lint", "--records", folder).Output);
    }

    [Fact]
    public void Before_the_first_commit_nothing_was_accepted()
    {
        Write(Accepted, Body);
        var run = _git.Folder.Run("lint");
        Assert.Equal(0, run.Exit);
        Assert.DoesNotContain("Not checked", run.Error);
    }

    [Fact]
    public void A_broken_repository_is_said_and_the_rest_is_judged()
    {
        using var folder = new ToolFolder();
        folder.WithRecord("0001-one", "status: acepted").With(".git", "gitdir: nowhere\n");
        var run = folder.Run("lint");
        Assert.Contains("Not checked: whether an accepted decision was changed, and whether a number is taken on another branch: git says: fatal: ", run.Error);
        Assert.Equal(1, run.Exit);
    }

    private void Write(string frontMatter, string body) => _git.Folder.WithRecord("0001-queue", frontMatter, body);

    private string LintAfter(string frontMatter, string body)
    {
        Write(Accepted, Body);
        _git.Commit("2026-01-05");
        return LintNow(frontMatter, body);
    }

    private string LintNow(string frontMatter, string body)
    {
        Write(frontMatter, body);
        return _git.Folder.Run("lint").Output;
    }
}
