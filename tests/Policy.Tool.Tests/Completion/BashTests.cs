using System.Diagnostics;

namespace DecisionPolicies.Tool.Tests.Completion;

/// <summary>Completion in bash itself, which asks the command as it was built.</summary>
public sealed class BashTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder()
        .WithRecord("0001-no-dcr", """
            status: accepted
            tags: [oauth, "open source", "$(touch broken-out)"]
            """, "# No DCR in the Registry\n")
        .With("settings.json", "{}").With("deploy/a.json", "{}");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("decisions|li", "lint|list")]
    [InlineData("decisions|check|de", "")]
    [InlineData("decisions|check|--ex", "--exclude")]
    [InlineData("decisions|check|--format|s", "sarif")]
    [InlineData("decisions|check|--format|=|s", "sarif")]
    [InlineData("decisions|list|--format|=", "text|json")]
    [InlineData("decisions|show|", "ADR-0001")]
    [InlineData("decisions|show|--records|nowhere|", "")]
    public void The_words_of_a_line_give_what_it_can_become(string words, string offered) =>
        Assert.Equal(offered.Split('|', StringSplitOptions.RemoveEmptyEntries), Reply(words.Split('|')));

    [Fact]
    public void A_tag_is_quoted_so_that_it_stays_one_word_and_becomes_no_command()
    {
        var tags = Reply("decisions", "list", "--tag", "");
        Assert.Equal([@"\$\(touch\ broken-out\)", "oauth", @"open\ source"], tags);
        var typed = Bash($"printf '%s\\n' {string.Join(' ', tags)}");
        Assert.Equal("$(touch broken-out)\noauth\nopen source\n", typed);
        Assert.False(File.Exists(_folder.Full("broken-out")));
    }

    [Fact]
    public void Where_nothing_fits_bash_offers_files() =>
        Assert.Equal("complete -o bashdefault -o default -F _decisions decisions\n", Bash("complete -p decisions"));

    private string[] Reply(params string[] words) => Bash($"""
        COMP_WORDS=({string.Join(' ', words.Select(word => $"'{word}'"))})
        COMP_CWORD={words.Length - 1}
        _decisions
        (( ! ${"{#COMPREPLY[@]}"} )) || printf '%s\n' "${"{COMPREPLY[@]}"}"
        """).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string Bash(string commands)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not come with bash.");
        _folder.With("completion.bash", _folder.Run("completion", "bash").Output);
        var start = new ProcessStartInfo("bash", ["--norc", "-c", $"source completion.bash\n{commands}"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{AppContext.BaseDirectory}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", error.GetAwaiter().GetResult());
        return output;
    }
}
