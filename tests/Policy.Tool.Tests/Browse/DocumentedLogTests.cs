namespace DecisionPolicies.Tool.Tests.Browse;

/// <summary>docs/cli-log.md: its examples are run with the records of this repository, and print the output below them.</summary>
public sealed class DocumentedLogTests
{
    [Fact]
    public void Every_example_prints_what_the_page_shows()
    {
        using var folder = new ToolFolder();
        foreach (var records in new[] { "docs/adr", "tests/Site.Tests/records/docs/adr" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, records), "*.md"))
            {
                folder.With($"{records}/{Path.GetFileName(file)}", File.ReadAllText(file));
            }
        }
        folder.With(".git/HEAD", "ref: refs/heads/main\n");
        new DocumentedCommands("docs/cli-log.md").AssertIn(folder);
    }
}
