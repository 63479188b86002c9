using System.Text;

namespace DecisionPolicies.Tool.Tests.Repository;

/// <summary>What git answers is input like any other, and what a repository configures is not run.</summary>
public sealed class HostileGitTests : IDisposable
{
    private const string Before = "status: accepted\nbecause: One is enough.";
    private const string After = "status: accepted\nbecause: Two are better.";
    private const string NotHeld = "this clone does not hold every version of the files, or one is damaged";

    private readonly GitFolder _git = new();

    public void Dispose() => _git.Dispose();

    private ToolFolder Folder => _git.Folder;

    [Theory]
    [InlineData("1767614400", "2026-01-05")]
    [InlineData("253402300799", "9999-12-31")]
    [InlineData("253402300800", "the date of the commit cannot be read")]
    [InlineData("1000000000000", "the date of the commit cannot be read")]
    [InlineData("18446744073709551615", "the date of the commit cannot be read")]
    [InlineData("99999999999999999999999999", "the date of the commit cannot be read")]
    public void A_commit_of_any_date_is_compared(string seconds, string day)
    {
        Folder.WithRecord("0001-queue", Before, "# Use one queue\n");
        var commit = CommitAs($"Somebody <a@example.com> {seconds} +0000");
        Folder.WithRecord("0001-queue", After, "# Use one queue\n");

        var run = Folder.Run("lint");

        Assert.Equal("1 record checked: 0 errors, 1 warning.\n", run.Error);
        Assert.Contains($"ADR-0001 was accepted in {commit[..7]} ({day}), and 'because' changed after that.", run.Output);
    }

    [Theory]
    [InlineData("Somebody <a@example.com> then +0000")]
    [InlineData("Somebody <a@example.com> -5 +0000")]
    [InlineData("Somebody")]
    [InlineData("Some\u0001\u001b[2Jbody\u00E9 <> 1767614400 +9999")]
    public void A_commit_by_anybody_is_compared(string author)
    {
        Folder.WithRecord("0001-queue", Before, "# Use one queue\n");
        CommitAs(author);
        Folder.WithRecord("0001-queue", After, "# Use one queue\n");

        Assert.Contains("DP1101: ADR-0001 was accepted in ", Folder.Run("lint").Output);
    }

    [Fact]
    public void Amendments_of_unknown_days_are_not_of_the_same_day()
    {
        Folder.WithRecord("0001-queue", Before, "# Use one queue\n");
        CommitAs("Somebody <a@example.com> 1000000000000 +0000");
        Folder.WithRecord("0001-queue", After, "# Use one queue\n");
        CommitAs("Somebody <a@example.com> 1000000000000 +0000");

        Assert.Contains("DP1101", Folder.Run("lint").Output);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_in_an_old_version_are_compared()
    {
        Folder.With("docs/adr/0001-queue.md", "");
        File.WriteAllBytes(Folder.Full("docs/adr/0001-queue.md"), [.. "---\nstatus: accepted\nbecause: caf"u8, 0xE9, 0xFF, .. "\n---\n# One\n"u8]);
        _git.Commit("2026-01-05");
        Folder.WithRecord("0001-queue", After, "# One\n");

        Assert.Contains("and 'because' changed after that.", Folder.Run("lint").Output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_version_that_is_missing_or_damaged_is_said_to_be(bool isMissing)
    {
        Folder.WithRecord("0001-queue", Before, "# Use one queue\n");
        _git.Commit("2026-01-05");
        var blob = _git.Git("rev-parse", "HEAD:docs/adr/0001-queue.md").Trim();
        Folder.WithRecord("0001-queue", After, "# Use one queue\n");
        _git.Commit("2026-01-06");
        Replace(blob, isMissing ? null : "damaged");

        var run = Folder.Run("lint");

        Assert.StartsWith($"decisions: Not checked: whether an accepted decision was changed: {NotHeld}", run.Error);
        Assert.EndsWith("1 record checked: 0 errors, 0 warnings.\n", run.Error);
        Assert.Equal(0, run.Exit);
    }

    [Fact]
    public void A_commit_that_is_missing_is_said_to_be()
    {
        Folder.WithRecord("0001-queue", Before, "# Use one queue\n");
        _git.Commit("2026-01-05");
        Replace(_git.Git("rev-parse", "HEAD").Trim(), null);

        Assert.StartsWith(
            "decisions: Not checked: whether an accepted decision was changed, and whether a number is taken on another branch: "
                + "the commit that is checked out is missing or damaged.\n",
            Folder.Run("lint").Error);
    }

    [Fact]
    public void A_branch_without_commits_has_no_history_to_compare()
    {
        Folder.WithRecord("0001-queue", Before, "# Use one queue\n").With("a.json", "{}");
        Assert.Equal("1 record checked: 0 errors, 0 warnings.\n", Folder.Run("lint").Error);
        Assert.Equal(0, Folder.Run("new", "Another").Exit);
    }

    [Fact]
    public void A_worktree_whose_repository_is_gone_is_read_without_it()
    {
        using var folder = new ToolFolder().With(".git", "gitdir: /gone/.git/worktrees/a\n").WithRecord("0001-queue", Before, "# Use one queue\n")
            .With("a.json", "{}");
        var lint = folder.Run("lint");
        Assert.Equal(0, lint.Exit);
        Assert.StartsWith("decisions: Not checked: whether an accepted decision was changed, and whether ", lint.Error);
        Assert.Contains("git says: fatal: not a git repository", lint.Error);
        Assert.Equal(0, folder.Run("list").Exit);
        foreach (var option in new[] { "--changed", "--changed=main", "--staged" })
        {
            var check = folder.Run("check", option);
            Assert.Equal((2, ""), (check.Exit, check.Output));
            Assert.StartsWith("decisions: Git cannot say what was changed: fatal: not a git repository", check.Error);
        }
    }

    [Fact]
    public void An_empty_folder_named_git_is_not_a_repository()
    {
        using var folder = new ToolFolder().WithRecord("0001-queue", Before, "# Use one queue\n");
        Directory.CreateDirectory(folder.Full(".git"));
        Assert.Equal(0, folder.Run("lint").Exit);
        Assert.Equal("decisions: '.' is not in a git repository, so --changed cannot compare it.\n", folder.Run("check", "--changed").Error);
    }

    [Theory]
    [InlineData("0001-a\nb")]
    [InlineData("0001-a\tb")]
    [InlineData("0001-a\"b'c")]
    [InlineData("0001-:100644 a")]
    [InlineData("0001-\u0001a b")]
    public void A_name_of_any_characters_is_followed_through_history(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has characters that no name may contain.");
        Folder.WithRecord(name, Before, "# Use one queue\n");
        _git.Commit("2026-01-05");
        Folder.WithRecord(name, After, "# Use one queue\n");

        var run = Folder.Run("lint");

        Assert.Equal("1 record checked: 0 errors, 1 warning.\n", run.Error);
        Assert.Contains("ADR-0001 was accepted in ", run.Output);
    }

    [Fact]
    public void A_name_that_is_not_text_is_reported()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere each name is text.");
        Folder.WithRecord("0001-queue", Before, "# Use one queue\n");
        const string Script = """printf x > "$1/$(printf '0002-caf\351.md')" """;
        using (var made = System.Diagnostics.Process.Start("sh", ["-c", Script, "sh", Folder.Full("docs/adr")])) made.WaitForExit();
        _git.Commit("2026-01-05");

        var run = Folder.Run("lint");
        // .NET cannot remove it either.
        _git.Git("rm", "--quiet", "-r", "docs");

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains("The record cannot be opened, because the name of the file is not UTF-8. Rename the file.", run.Error);
    }

    [Fact]
    public void Nothing_that_a_repository_configures_is_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are shell scripts.");
        var ran = Folder.Full("ran");
        Folder.WithRecord("0001-queue", Before, "# Use one queue\n").With("a.json", "{}").With(".gitattributes", "* diff=x filter=x\n*.json filter=y=z\n");
        _git.Commit("2026-01-05");
        Folder.With("run", $"#!/bin/sh\ntouch '{ran}'\ncat\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Folder.Full("run"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var hook in new[] { "post-index-change", "fsmonitor-watchman", "reference-transaction" })
        {
            Folder.With($"hooks/{hook}", "");
            File.Copy(Folder.Full("run"), Folder.Full($"hooks/{hook}"), overwrite: true);
        }
        var program = Folder.Full("run");
        foreach (var key in new[]
        {
            "filter.x.clean", "filter.x.process", "filter.y=z.clean", "diff.x.textconv", "diff.x.command", "diff.external", "core.pager", "pager.log",
            "pager.diff", "core.fsmonitor", "core.sshCommand", "core.askPass", "core.editor", "gpg.program", "gpg.ssh.program", "credential.helper",
            "core.gitProxy",
            "core.alternateRefsCommand",
        })
        {
            _git.Git("config", key, program);
        }
        _git.Git("config", "filter.x.required", "true");
        _git.Git("config", "core.hooksPath", Folder.Full("hooks"));
        _git.Git("config", "log.showSignature", "true");
        // As new files: git compares their contents.
        Folder.WithRecord("0001-queue", Before, "# Use one queue\n").With("a.json", "{}").With(".gitattributes", "* diff=x filter=x\n*.json filter=y=z\n");
        File.Delete(ran);

        string[] calls = ["lint", "lint --base main", "check", "check --changed", "check --changed=main", "check --staged", "new Another",
        "list --format json"];
        foreach (var call in calls)
        {
            var run = Folder.Run(call.Split(' '));
            Assert.True(run.Exit == 0, $"{call}\n{run.Output}{run.Error}");
            Assert.DoesNotContain("cannot", run.Error);
            Assert.False(File.Exists(ran), call);
        }
    }

    // Like 'git commit', with an author and a committer of any bytes.
    private string CommitAs(string author)
    {
        _git.Git("add", "--all");
        var tree = _git.Git("write-tree").Trim();
        var isFirst = !File.Exists(Folder.Full(".git/refs/heads/main"));
        var parent = isFirst ? "" : $"parent {_git.Git("rev-parse", "HEAD").Trim()}\n";
        // One byte for each character, as in an old encoding.
        File.WriteAllBytes(Folder.Full(".git/commit"), Encoding.Latin1.GetBytes($"tree {tree}\n{parent}author {author}\ncommitter {author}\n\nA change\n"));
        var commit = _git.Git("hash-object", "-t", "commit", "-w", "--literally", ".git/commit").Trim();
        _git.Git("update-ref", "refs/heads/main", commit);
        return commit;
    }

    // An object of git; null removes it.
    private void Replace(string id, string? content)
    {
        var file = Folder.Full($".git/objects/{id[..2]}/{id[2..]}");
        File.Delete(file);
        if (content is not null) File.WriteAllText(file, content);
    }
}
