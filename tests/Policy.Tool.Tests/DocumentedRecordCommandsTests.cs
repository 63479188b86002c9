using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Tests;

/// <summary>docs/cli-records.md: its examples are run one after the other, and print what stands below them.</summary>
public sealed partial class DocumentedRecordCommandsTests : IDisposable
{
    private static readonly string _page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs/cli-records.md")).ReplaceLineEndings("\n");

    private readonly GitFolder _git = new();

    public DocumentedRecordCommandsTests() => _git.Folder.On("2026-11-26");

    public void Dispose() => _git.Dispose();

    [Fact]
    public void Every_example_prints_what_the_page_shows()
    {
        _git.Commit("2026-11-26");
        var calls = Block().Matches(_page).SelectMany(block => Call().Matches(block.Groups["text"].Value)).ToList();
        Assert.True(calls.Count > 8);
        foreach (var call in calls) Assert.Equal(call.Groups["told"].Value, Run(call.Groups["arguments"].Value));

        var record = "docs/adr/0003-keep-the-cache-for-a-day.md";
        _git.Folder.With(record, _git.Folder.Read(record).Replace("instead:\n", "revisit: 2026-11-01\n", StringComparison.Ordinal).Replace("because:\n", "because:\ninstead:\n", StringComparison.Ordinal));
        Assert.Equal(Regex.Match(_page, "(?s)```text\n(?<told>.*?)```").Groups["told"].Value, Run("due --within 3m"));
    }

    private string Run(string arguments)
    {
        var run = _git.Folder.Run([.. Argument().Matches(arguments).Select(match => match.Value.Trim('"'))]);
        return run.Output + run.Error;
    }

    [GeneratedRegex("```console\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\$ decisions (?<arguments>[^\n]*)\n(?<told>((?!\$ )[^\n]*\n)*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Argument();
}
