namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>A check of what git says was changed, for hooks and pull requests.</summary>
public sealed class ChangedFilesTests : IDisposable
{
    private const string Fine = "{}";
    private const string Override = """{ "Gateway": { "Registration": { "Enabled": false } } }""";

    private readonly GitFolder _git = new();

    // Everything violates the decision, so what is checked is what is found.
    public ChangedFilesTests()
    {
        _git.Folder.WithRecord("0001-no-dcr", GatewayFolder.Record).With(".gitignore", "*.local.json\n")
            .With("a.json", GatewayFolder.Enabled).With("b.json", GatewayFolder.Enabled).With("x/c.json", GatewayFolder.Enabled)
            .With("app/appsettings.json", GatewayFolder.Enabled).With("app/appsettings.Production.json", Override).With("main.bicep", "");
        _git.Commit("2026-01-01");
    }

    public void Dispose() => _git.Dispose();

    [Theory]
    [InlineData("a.json", "--changed", "a.json")]
    [InlineData("a.json x/c.json", "--changed", "a.json x/c.json")]
    [InlineData("a.json x/c.json", "x --changed", "x/c.json")]
    [InlineData("a.json x/c.json", "--changed x", "x/c.json")]
    [InlineData("a.json x/c.json", "--changed -- x", "x/c.json")]
    [InlineData("a.json x/c.json", "a.json b.json --changed", "a.json")]
    [InlineData("a.json x/c.json", "x/*.json --changed", "x/c.json")]
    [InlineData("new.json y/new.json", "--changed", "new.json y/new.json")]
    [InlineData("new.local.json", "--changed", "")]
    [InlineData("a.json b.json", "--changed --exclude a.json", "b.json")]
    [InlineData("größe 1.json", "--changed", "größe 1.json")]
    public void What_differs_from_the_last_commit_is_checked(string files, string call, string places)
    {
        string[] written = files.StartsWith("größe", StringComparison.Ordinal) ? [files] : files.Split(' ');
        foreach (var file in written) _git.Folder.With(file, GatewayFolder.Enabled + "\n");
        var run = _git.Folder.Run(["check", .. call.Split(' ')]);
        Assert.Equal("", run.Error);
        var expected = written.Length == 1 && places == files ? [places] : places.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, FindingFilesTests.Places(run));
        Assert.Equal(places.Length == 0 ? 0 : 1, run.Exit);
    }

    [Fact]
    public void What_is_staged_was_changed_too()
    {
        _git.Folder.With("a.json", GatewayFolder.Enabled + "\n");
        _git.Git("add", "a.json");
        Assert.Equal(["a.json"], FindingFilesTests.Places(_git.Folder.Run("check", "--changed")));
    }

    [Fact]
    public void What_a_changed_file_is_merged_with_is_checked() => Assert.Equal(
        ["app/appsettings.json"],
        FindingFilesTests.Places(_git.Folder.With("app/appsettings.Staging.json", Fine).Run("check", "--changed", "--environment", "Staging")));

    [Fact]
    public void A_removed_file_was_changed_for_what_it_was_merged_with()
    {
        Assert.DoesNotContain("app/", _git.Folder.Run("check", "app", "--environment", "Production").Output);
        File.Delete(_git.Folder.Full("app/appsettings.Production.json"));
        Assert.Equal(["app/appsettings.json"], FindingFilesTests.Places(_git.Folder.Run("check", "--changed", "--environment", "Production")));
    }

    [Theory]
    [InlineData("deploy/compose.yaml", "services: { g: { env_file: ../shared/a.variables } }", "shared/a.variables")]
    [InlineData("deploy/g.service", "[Service]\nExecStart=/app/g\nEnvironmentFile=/etc/gateway", "etc/gateway")]
    [InlineData("deploy/web.config", "<c><appSettings file=\"a.settings\" /></c>", "deploy/a.settings")]
    public void What_refers_to_a_changed_file_is_checked(string file, string text, string other)
    {
        _git.Folder.With(file, text).With(other, "<appSettings />")
            .With("deploy/other.yaml", "services: { g: { env_file: b.variables, environment: { Gateway__Registration__Enabled: \"true\" } } }");
        _git.Commit("2026-01-02");
        Assert.StartsWith("Nothing to check", _git.Folder.Run("check", "--changed").Output);
        _git.Folder.With("c.json", Fine);
        Assert.Equal("1 file checked: no violations.\n", _git.Folder.Run("check", "--changed").Output);
        File.Delete(_git.Folder.Full("c.json"));
        _git.Folder.With(other, file.EndsWith(".config", StringComparison.Ordinal)
            ? "<appSettings><add key=\"Gateway:Registration:Enabled\" value=\"true\" /></appSettings>" : "Gateway__Registration__Enabled=true");
        Assert.Equal([other], FindingFilesTests.Places(_git.Folder.Run("check", "--changed")));
        Assert.Equal([other], FindingFilesTests.Places(_git.Folder.Run("check", file, "--changed")));
        Assert.Equal([other], FindingFilesTests.Places(_git.Folder.Run("check", "--changed", "--layer", file)));
        File.Delete(_git.Folder.Full(other));
        Assert.Contains("1 file checked: no violations.\nNot judged: 1 file that another refers to", _git.Folder.Run("check", "--changed").Output);
    }

    [Fact]
    public void Nothing_changed_is_nothing_to_report()
    {
        Assert.Equal(new(0, "Nothing to check: no configuration file differs from HEAD.\n", ""), _git.Folder.Run("check", "--changed"));
        Assert.Equal(new(0, "Nothing to check: no configuration file was changed since 'main'.\n", ""), _git.Folder.Run("check", "--changed=main"));
        Assert.Equal(0, _git.Folder.Run("check", "**/c.json", "--changed").Exit);
        foreach (var format in new[] { "json", "sarif", "junit", "github" })
        {
            var run = _git.Folder.Run("check", "--changed", "-f", format);
            Assert.Equal((0, "decisions: Nothing to check: no configuration file differs from HEAD.\n"), (run.Exit, run.Error));
        }
    }

    [Fact]
    public void Since_a_branch_is_since_it_was_left()
    {
        _git.Git("checkout", "--quiet", "-b", "feature");
        _git.Folder.With("b.json", GatewayFolder.Enabled + "\n");
        _git.Commit("2026-01-02");
        _git.Git("checkout", "--quiet", "main");
        _git.Folder.With("a.json", GatewayFolder.Enabled + "\n");
        _git.Commit("2026-01-03");
        _git.Git("checkout", "--quiet", "feature");
        _git.Folder.With("x/new.json", GatewayFolder.Enabled);
        Assert.Equal(["b.json", "x/new.json"], FindingFilesTests.Places(_git.Folder.Run("check", "--changed=main")));
        Assert.Equal(["x/new.json"], FindingFilesTests.Places(_git.Folder.Run("check", "--changed")));
        Assert.Equal(["x/new.json"], FindingFilesTests.Places(_git.Folder.RunIn("x", "check", "--changed=main")).Select(place => "x/" + place));
    }

    [Theory]
    [InlineData("--changed=nowhere", "Git does not know 'nowhere', which --changed names. Name a branch, a tag or a commit.")]
    [InlineData("--changed=--all", "Git does not know '--all', which --changed names. Name a branch, a tag or a commit.")]
    [InlineData("--changed=apart", "'apart' and HEAD do not have a commit in common here. If this clone is shallow, fetch its whole history first.")]
    [InlineData("--changed -", "Standard input has no history, so '-' cannot be checked with --changed.")]
    [InlineData("--changed --staged", "--changed and --staged choose different files. Use one of them.")]
    [InlineData("--changed /", "'/' is not in a git repository, so --changed cannot compare it.")]
    [InlineData("--staged --write-baseline known.json",
        "--write-baseline accepts all current violations, so it cannot be used with --changed or --staged.")]
    public void What_cannot_be_compared_is_an_error(string call, string expected)
    {
        _git.Git("checkout", "--quiet", "--orphan", "apart");
        _git.Commit("2026-01-02");
        _git.Git("checkout", "--quiet", "main");
        Assert.Equal(new(2, "", $"decisions: {expected}\n"), _git.Folder.Run(["check", .. call.Split(' ')]));
    }

    [Fact]
    public void Before_the_first_commit_everything_is_new()
    {
        using var git = new GitFolder();
        git.Folder.WithRecord("0001-no-dcr", GatewayFolder.Record).With("a.json", GatewayFolder.Enabled).With("b.json", GatewayFolder.Enabled);
        git.Git("add", "a.json");
        Assert.Equal(["a.json", "b.json"], FindingFilesTests.Places(git.Folder.Run("check", "--changed")));
        Assert.Equal(["a.json"], FindingFilesTests.Places(git.Folder.Run("check", "--staged")));
    }

    [Fact]
    public void Only_what_was_changed_counts_as_not_judged()
    {
        Assert.DoesNotContain("Not judged", _git.Folder.Run("check", "--changed", "--strict").Output);
        var run = _git.Folder.With("main.bicep", "new").Run("check", "--changed", "--strict");
        Assert.Equal(1, run.Exit);
        Assert.EndsWith("\nNot judged: 1 file of a format that is not read (.bicep).\n", run.Output);
    }

    [Fact]
    public void Layers_are_checked_if_one_of_them_was_changed()
    {
        Assert.StartsWith("Nothing to check", _git.Folder.Run("check", "--changed", "--layer", "a.json", "b.json").Output);
        _git.Folder.With("a.json", Fine);
        Assert.Equal(["b.json"], FindingFilesTests.Places(_git.Folder.Run("check", "--changed", "--layer", "a.json", "b.json")));
    }

    [Fact]
    public void What_a_baseline_knows_of_other_files_is_still_there()
    {
        _git.Folder.Run("check", "--write-baseline", "known.json");
        var run = _git.Folder.With("a.json", GatewayFolder.Enabled + "\n").Run("check", "--changed", "--baseline", "known.json");
        Assert.Equal((0, ""), (run.Exit, run.Error));
    }

    [Fact]
    public void A_changed_record_is_reported_since_it_is_not_applied_to_everything()
    {
        var run = _git.Folder.WithRecord("0001-no-dcr", GatewayFolder.Record, "# More\n").Run("check", "--changed");
        Assert.Equal(0, run.Exit);
        Assert.Equal("decisions: A file among the records differs from HEAD, too. Only the configuration that differs from HEAD is checked; "
            + "to check all of it, leave the option out.\n", run.Error);
    }
}
