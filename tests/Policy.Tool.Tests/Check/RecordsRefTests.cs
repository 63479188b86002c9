namespace DecisionPolicies.Tool.Tests.Check;

/// <summary><c>--records-ref</c>: a change is judged by the records of the branch that it goes to, whatever it does to them.</summary>
public sealed class RecordsRefTests : IDisposable
{
    private readonly GitFolder _git = new();

    public RecordsRefTests()
    {
        _git.Folder.WithRecord("0001-no-dcr", GatewayFolder.Record);
        _git.Commit("2026-08-02");
        _git.Git("checkout", "--quiet", "-b", "change");
        _git.Folder.With("appsettings.json", GatewayFolder.Enabled);
    }

    public void Dispose() => _git.Dispose();

    [Theory]
    [InlineData("removed")]
    [InlineData("rejected")]
    [InlineData("hidden")]
    public void What_a_change_does_to_the_records_does_not_matter(string change)
    {
        if (change == "removed") Directory.Delete(_git.Folder.Full("docs"), recursive: true);
        if (change == "rejected") _git.Folder.WithRecord("0001-no-dcr", "status: rejected");
        if (change == "hidden") _git.Folder.With("app/docs/adr/0001-other.md", "---\nstatus: accepted\n---\n# Other\n");
        var folder = change == "hidden" ? "app" : "";
        var run = _git.Folder.RunIn(folder, "check", _git.Folder.Path, "--records-ref", "main");

        Assert.Equal(1, run.Exit);
        Assert.StartsWith("error[ADR-0001]: Gateway:Registration:Enabled = true", run.Output);
        Assert.NotEqual(1, _git.Folder.RunIn(folder, "check", _git.Folder.Path).Exit);
    }

    [Theory]
    [InlineData("nowhere", "decisions: Git does not know 'nowhere', which --records-ref names. Name a branch, a tag or a commit, or fetch it first.")]
    [InlineData("--all", "decisions: Git does not know '--all', which --records-ref names. Name a branch, a tag or a commit, or fetch it first.")]
    public void A_commit_that_does_not_exist_is_an_error(string reference, string error)
    {
        var run = _git.Folder.Run("check", $"--records-ref={reference}");

        Assert.Equal((2, error + "\n"), (run.Exit, run.Error));
    }

    [Fact]
    public void A_folder_that_the_commit_does_not_have_is_an_error()
    {
        _git.Folder.With("log/0001-one.md", "---\nstatus: accepted\n---\n# One\n");
        var run = _git.Folder.Run("check", "--records", "log", "--records-ref", "main");

        Assert.Equal((2, "decisions: The folder 'log' does not exist at 'main'. Name the folder of the records with --records.\n"), (run.Exit, run.Error));
    }

    [Fact]
    public void A_commit_without_records_is_an_error()
    {
        _git.Git("checkout", "--quiet", "--orphan", "empty");
        _git.Git("rm", "-r", "--quiet", "--cached", "--force", ".");
        File.Delete(_git.Folder.Full("appsettings.json"));
        Directory.Delete(_git.Folder.Full("docs"), recursive: true);
        _git.Commit("2026-08-03");
        var run = _git.Folder.Run("check", "--records-ref", "empty");

        Assert.Equal(2, run.Exit);
        Assert.Contains("There are no records at 'empty'.", run.Error);
    }

    [Fact]
    public void A_record_that_is_a_link_there_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, links need a privilege.");
        File.CreateSymbolicLink(_git.Folder.Full("docs/adr/0002-two.md"), "0001-no-dcr.md");
        _git.Commit("2026-08-03");
        var run = _git.Folder.Run("check", "--records-ref", "change");

        Assert.Equal(2, run.Exit);
        Assert.Contains("'docs/adr/0002-two.md' is a symbolic link at 'change', which --records-ref does not follow.", run.Error);
    }
}
