using System.Text.RegularExpressions;
using DecisionPolicies.Rules;
using DecisionPolicies.Tool.Lint;

namespace DecisionPolicies.Tool.Tests.Lint;

/// <summary>Diagnostics that need git are in the table of docs/diagnostics.md, and their examples on the page of the history report what it shows.</summary>
public sealed partial class DocumentedHistoryTests : IDisposable
{
    private static readonly string _index = Path.Combine(RepositoryFolder.Path, "docs/diagnostics.md");
    private static readonly string _page = Path.Combine(RepositoryFolder.Path, "docs/diagnostics-history.md");

    private readonly GitFolder _git = new();

    public static TheoryData<string> Ids => [.. HistoryFaults.All.Select(kind => kind.Id)];

    public void Dispose() => _git.Dispose();

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_has_a_row_in_the_table(string id)
    {
        var kind = HistoryFaults.All.Single(kind => kind.Id == id);
        Assert.Contains(
            $"| [{id}](diagnostics-history.md#{id.ToLowerInvariant()}) | {kind.Severity.ToString().ToLowerInvariant()} | command line | {kind.Title} |\n",
            File.ReadAllText(_index).ReplaceLineEndings("\n"));
        Assert.Contains($"## {id}\n\n**{kind.Title}.** ", File.ReadAllText(_page).ReplaceLineEndings("\n"));
        Assert.NotEqual(Severity.Error, kind.Severity);
    }

    [Fact]
    public void A_record_that_was_changed_says_what_the_page_shows() => AssertTold("DP1101", (first, second) =>
    {
        _git.Folder.With(first.Path, first.Text);
        _git.Commit("2026-08-02");
        _git.Folder.With(second.Path, second.Text);
    });

    [Fact]
    public void A_number_that_was_taken_says_what_the_page_shows() => AssertTold("DP1102", (here, there) =>
    {
        _git.Commit("2026-08-02");
        _git.Git("checkout", "--quiet", "-b", "cache");
        _git.Folder.With(there.Path, there.Text);
        _git.Commit("2026-08-02");
        _git.Git("checkout", "--quiet", "main");
        _git.Folder.With(here.Path, here.Text);
    });

    [Fact]
    public void What_is_switched_off_says_what_the_page_shows() => AssertTold("DP1103", (project, program) =>
    {
        _git.Folder.WithRecord("0007-use-one-queue", "status: accepted");
        _git.Folder.With(project.Path, project.Text);
        _git.Folder.With(program.Path, program.Text);
    });

    [Fact]
    public void A_waiver_that_was_moved_says_what_the_page_shows() => AssertTold("DP1104", (first, second) =>
    {
        _git.Folder.With(first.Path, first.Text);
        _git.Commit("2026-08-02");
        _git.Folder.With(second.Path, second.Text);
    });

    private void AssertTold(string id, Action<(string Path, string Text), (string Path, string Text)> arrange)
    {
        var page = File.ReadAllText(_page).ReplaceLineEndings("\n");
        var section = Regex.Match(page, $"(?s)(?<=\n)## {id}\n.*?(?=\n## |$)").Value;
        var examples = Example().Matches(section).Select(match => (match.Groups["path"].Value, match.Groups["text"].Value)).ToList();
        arrange(examples[0], examples[1]);

        var output = _git.Folder.Run("lint").Output;

        Assert.Contains($" {id}: ", output);
        if (RepositoryFolder.Accepts)
        {
            File.WriteAllText(_page, page.Replace(
                section, Shown().Replace(section, $"```text\n{output.Replace("$", "$$", StringComparison.Ordinal)}```"), StringComparison.Ordinal));
        }
        else Assert.Equal(Shown().Match(section).Groups["shown"].Value, output);
    }

    [GeneratedRegex(@"`(?<path>\S+)`\n\n```(?!text)\w+\n(?<text>.*?\n)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"```text\n(?<shown>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shown();
}
