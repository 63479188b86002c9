namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>Files that git ignores: passed over and counted, unless they are named or asked for.</summary>
public sealed class IgnoredFilesTests : IDisposable
{
    private readonly GitFolder _git = new();

    public IgnoredFilesTests() => _git.Folder.WithRecord("0001-no-dcr", GatewayFolder.Record)
        .With(".gitignore", "*.local.json\n/dist/\n")
        .With("a.json", "{}").With("b.local.json", GatewayFolder.Enabled)
        .With("x/c.local.json", GatewayFolder.Enabled).With("dist/d.json", GatewayFolder.Enabled);

    public void Dispose() => _git.Dispose();

    [Fact]
    public void They_are_passed_over_and_counted()
    {
        var run = _git.Folder.Run("check");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Equal("1 file checked: no violations.\nNot judged: 2 files that git ignores, 1 folder that git ignores.\n", run.Output);
    }

    // Git lists such a folder as a whole, and it is not a folder that a pattern matches.
    [Theory]
    [InlineData("secrets/.env", "1 file that git ignores, 1 folder that git ignores")]
    [InlineData("secrets/deep/.env secrets/b.env", "1 file that git ignores, 2 folders that git ignores")]
    [InlineData("secrets/readme.md", "1 folder that git ignores")]
    public void A_folder_in_which_everything_is_ignored_is_counted_by_its_files(string files, string expected)
    {
        using var git = new GitFolder();
        git.Folder.WithRecord("0001-no-dcr", GatewayFolder.Record).With("secrets/.gitignore", "*\n").With(".gitignore", "/dist/\n")
            .With("a.json", "{}").With("dist/b.json", "{}");
        foreach (var file in files.Split(' ')) git.Folder.With(file, "A=b");
        var output = git.Folder.Run("check").Output;
        if (expected.StartsWith("1 folder", StringComparison.Ordinal)) Assert.DoesNotContain("Not judged", output);
        else Assert.EndsWith($"\nNot judged: {expected}.\n", output);
    }

    [Theory]
    [InlineData("--no-ignore", "b.local.json dist/d.json x/c.local.json")]
    [InlineData("b.local.json", "b.local.json")]
    [InlineData("dist/d.json", "dist/d.json")]
    [InlineData("dist", "dist/d.json")]
    [InlineData("x/c.local.json a.json", "x/c.local.json")]
    [InlineData("x a.json", "")]
    [InlineData("**/*.json", "")]
    public void They_are_judged_where_they_are_named_or_asked_for(string call, string places) =>
        Assert.Equal(places.Split(' ', StringSplitOptions.RemoveEmptyEntries), FindingFilesTests.Places(_git.Folder.Run(["check", .. call.Split(' ')])));

    [Fact]
    public void A_tracked_file_is_judged_whatever_is_ignored()
    {
        _git.Git("add", "--force", "b.local.json");
        Assert.Equal(["b.local.json"], FindingFilesTests.Places(_git.Folder.Run("check")));
    }

    [Fact]
    public void From_a_folder_below_they_are_the_same() =>
        Assert.EndsWith("\nNot judged: 1 file that git ignores.\n", _git.Folder.With("x/d.json", "{}").RunIn("x", "check").Output);

    [Fact]
    public void Strict_accepts_them() => Assert.Equal(0, _git.Folder.Run("check", "--strict").Exit);

    [Fact]
    public void Outside_of_a_repository_nothing_is_ignored()
    {
        using var folder = GatewayFolder.Create().With(".gitignore", "*.json\n").With("a.json", GatewayFolder.Enabled);
        Assert.Equal(["a.json"], FindingFilesTests.Places(folder.Run("check")));
    }

    [Fact]
    public void A_repository_that_git_cannot_read_ignores_nothing()
    {
        using var folder = GatewayFolder.Create().With(".git/HEAD", "nonsense\n").With("a.json", GatewayFolder.Enabled);
        Assert.Equal(["a.json"], FindingFilesTests.Places(folder.Run("check")));
    }
}
