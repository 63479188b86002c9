namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>A check of what would be committed, as a hook makes it.</summary>
public sealed class StagedFilesTests : IDisposable
{
    private const string Fine = "{}";

    private readonly GitFolder _git = new();

    public StagedFilesTests()
    {
        _git.Folder.WithRecord("0001-no-dcr", GatewayFolder.Record)
            .With("a.json", Fine).With("x/b.json", Fine).With("app/appsettings.json", Fine).With("app/appsettings.Production.json", Fine);
        _git.Commit("2026-01-01");
    }

    public void Dispose() => _git.Dispose();

    private string[] Staged(params string[] call) => FindingFilesTests.Places(_git.Folder.Run(["check", .. call, "--staged"]));

    [Fact]
    public void Only_what_is_staged_is_checked()
    {
        _git.Folder.With("a.json", GatewayFolder.Enabled).With("x/b.json", GatewayFolder.Enabled).With("new.json", GatewayFolder.Enabled);
        Assert.Equal(new(0, "Nothing to check: no configuration file is staged.\n", ""), _git.Folder.Run("check", "--staged"));
        _git.Git("add", "x/b.json");
        Assert.Equal(["x/b.json"], Staged());
        Assert.Equal(["x/b.json"], Staged("x"));
        Assert.Equal(["x/b.json"], Staged("a.json", "x/b.json"));
        Assert.Equal(["x/b.json"], Staged("**/b.json"));
        Assert.Empty(Staged("new.json"));
        Assert.Empty(Staged("app"));
        Assert.Empty(Staged("--exclude", "x"));
    }

    [Fact]
    public void It_is_checked_as_it_was_staged()
    {
        _git.Folder.With("a.json", GatewayFolder.Enabled);
        _git.Git("add", "a.json");
        _git.Folder.With("a.json", Fine);
        var run = _git.Folder.Run("check", "--staged");
        Assert.Equal(["a.json"], FindingFilesTests.Places(run));
        Assert.Contains("4 |       \"Enabled\": true", run.Output);
        File.Delete(_git.Folder.Full("a.json"));
        Assert.Equal(["a.json"], Staged());
        Assert.Equal(["a.json"], Staged("a.json"));
    }

    [Fact]
    public void What_is_merged_with_it_is_taken_from_the_index()
    {
        _git.Folder.With("app/appsettings.Production.json", """{ "Other": 1 }""");
        _git.Git("add", "--all");
        _git.Folder.With("app/appsettings.json", GatewayFolder.Enabled).With("app/appsettings.Staging.json", GatewayFolder.Enabled);
        Assert.Equal("2 files checked: no violations.\n", _git.Folder.Run("check", "--staged").Output);
    }

    [Fact]
    public void What_refers_to_a_staged_file_is_read_as_both_are_in_the_index()
    {
        _git.Folder.With("web.config", "<c><appSettings file=\"a.settings\" /></c>").With("a.settings", "<appSettings />");
        _git.Commit("2026-01-02");
        _git.Folder.With("a.settings", "<appSettings><add key=\"Gateway:Registration:Enabled\" value=\"true\" /></appSettings>");
        Assert.Empty(Staged());
        _git.Git("add", "a.settings");
        _git.Folder.With("a.settings", "<appSettings />").With("web.config", "<c />");
        Assert.Equal(["a.settings"], Staged());
    }

    [Fact]
    public void The_index_that_a_hook_is_given_counts()
    {
        _git.Folder.With("a.json", GatewayFolder.Enabled);
        File.Copy(_git.Folder.Full(".git/index"), _git.Folder.Full(".git/index.before"));
        _git.Git("add", "a.json");
        File.Move(_git.Folder.Full(".git/index"), _git.Folder.Full(".git/next-index"));
        File.Move(_git.Folder.Full(".git/index.before"), _git.Folder.Full(".git/index"));
        Assert.Empty(Staged());
        _git.Folder.WithVariable("GIT_INDEX_FILE", ".git/next-index");
        Assert.Equal(["a.json"], Staged());
    }

    [Fact]
    public void The_index_of_another_repository_does_not_count()
    {
        _git.Folder.With("a.json", GatewayFolder.Enabled);
        _git.Git("add", "a.json");
        _git.Folder.WithVariable("GIT_INDEX_FILE", "/nowhere/.git/index");
        Assert.Equal(["a.json"], Staged());
    }

    [Theory]
    [InlineData("nowhere", "The file or folder 'nowhere' does not exist.")]
    public void A_path_that_does_not_exist_is_an_error(string path, string expected)
    {
        var run = _git.Folder.Run("check", "--staged", path);
        Assert.Equal((2, true), (run.Exit, run.Error.Contains(expected, StringComparison.Ordinal)));
    }

    [Fact]
    public void Layers_are_read_as_they_are_staged()
    {
        _git.Folder.With("a.json", GatewayFolder.Enabled);
        _git.Git("add", "a.json");
        _git.Folder.With("a.json", Fine);
        Assert.Equal(["a.json"], Staged("--layer", "a.json", "x/b.json"));
    }

    [Fact]
    public void Templates_and_formats_that_are_not_read_are_counted()
    {
        _git.Folder.With("Chart.yaml", "name: x\n").With("templates/a.yaml", "a: {{ .Values.a }}\n").With("main.bicep", "").With("other.bicep", "");
        _git.Git("add", "templates", "main.bicep");
        Assert.StartsWith("Nothing to check: no configuration file is staged.\nNot judged: 1 file of a format that is not read (.bicep), 1 Helm template.\n",
            _git.Folder.Run("check", "--staged").Output);
    }

    // The hook that the repository defines is a call that the command takes.
    [Fact]
    public void The_hook_that_is_defined_for_pre_commit_runs()
    {
        var hook = File.ReadAllLines(Path.Combine(RepositoryFolder.Path, ".pre-commit-hooks.yaml"));
        var entry = Assert.Single(hook, line => line.Contains("entry:", StringComparison.Ordinal)).Split("entry: decisions ")[1];
        _git.Folder.With("a.json", GatewayFolder.Enabled);
        _git.Git("add", "a.json");
        var run = _git.Folder.Run(entry.Split(' '));
        Assert.Equal(1, run.Exit);
        Assert.Equal(["a.json"], FindingFilesTests.Places(run));
    }
}
