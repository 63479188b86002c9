namespace DecisionPolicies.Tool.Tests.Write;

/// <summary>A new record is written, and a template read, where the repository is.</summary>
public sealed class LinkTests : IDisposable
{
    private readonly GitFolder _git = new();
    private readonly ToolFolder _elsewhere = new();

    public LinkTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, links need a privilege.");

    public void Dispose()
    {
        _git.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public void Nothing_is_written_through_a_link_that_leads_out_of_the_repository()
    {
        Directory.CreateDirectory(_git.Folder.Full("docs"));
        Directory.CreateSymbolicLink(_git.Folder.Full("docs/adr"), _elsewhere.Path);
        var run = _git.Folder.Run("new", "Use one queue");

        Assert.Equal(2, run.Exit);
        Assert.Contains($"docs/adr is a link that leads out of the repository, to {_elsewhere.Path}. If you mean that folder, name it with", run.Error);
        Assert.Empty(Directory.GetFileSystemEntries(_elsewhere.Path));
    }

    [Fact]
    public void A_template_that_is_a_link_out_of_the_repository_is_not_read()
    {
        _elsewhere.With("secret.txt", "# {title}\n\nsecret\n");
        _git.Folder.WithRecord("0001-one", "status: accepted", "# One\n");
        File.CreateSymbolicLink(_git.Folder.Full("docs/adr/template.md"), _elsewhere.Full("secret.txt"));
        var run = _git.Folder.Run("new", "Use one queue");

        Assert.Equal(2, run.Exit);
        Assert.Contains("The template docs/adr/template.md is a link that leads out of the repository. If you mean it, name it with --template.", run.Error);
        Assert.Single(Directory.GetFiles(_git.Folder.Full("docs/adr"), "0*.md"));
    }
}
