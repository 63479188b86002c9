using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Tests;

/// <summary>docs/cli-records.md: its examples are run one after the other, and print the output below them.</summary>
public sealed class DocumentedRecordCommandsTests : IDisposable
{
    private readonly GitFolder _git = new();

    public DocumentedRecordCommandsTests() => _git.Folder.On("2026-11-26");

    public void Dispose() => _git.Dispose();

    [Fact]
    public void Every_example_prints_what_the_page_shows()
    {
        _git.Commit("2026-11-26");
        new DocumentedCommands("docs/cli-records.md").AssertIn(_git.Folder);

        var record = "docs/adr/0003-keep-the-cache-for-a-day.md";
        _git.Folder.With(record,
            _git.Folder.Read(record).Replace("instead:\n", "revisit: 2026-11-01\n", StringComparison.Ordinal)
                .Replace("because:\n", "because:\ninstead:\n", StringComparison.Ordinal));
        var page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs/cli-records.md")).ReplaceLineEndings("\n");
        var run = _git.Folder.Run("due", "--within", "3m");
        Assert.Equal(Regex.Match(page, "(?s)```text\n(?<shown>.*?)```").Groups["shown"].Value, run.Output + run.Error);
    }
}
