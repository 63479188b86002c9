namespace DecisionPolicies.Tool.Tests.Completion;

/// <summary>What is offered to a shell: the word that is being typed, and those before it, are handed over by the shell's script.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder()
        .WithRecord("0001-no-dcr", "status: accepted\ntags: [oauth, Registry]", "# No DCR in the Registry\n")
        .WithRecord("0002-one-queue", "status: proposed\ntags: [queue, registry]", "# One queue\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Commands_are_offered_first_those_that_judge_then_those_that_read_then_those_that_write() => Assert.Equal(
        [
            "check", "lint", "due", "list", "show", "search", "graph", "new", "accept", "supersede", "amend", "deprecate", "index", "reply", "site", "pack",
            "flatten", "export", "completion",
        ],
        Offered(""));

    [Theory]
    [InlineData("de", "check", "")]
    [InlineData("de", "", "deprecate")]
    [InlineData("l", "", "lint list")]
    [InlineData("li", "help", "lint list")]
    [InlineData("--f", "check", "--format")]
    [InlineData("--f", "check --format json", "")]
    [InlineData("--e", "check --exclude x", "--environment --exclude")]
    [InlineData("-", "graph", "--all --records -h --help")]
    [InlineData("-", "", "--records --version -h --help")]
    [InlineData("-", "completion", "-h --help")]
    [InlineData("--", "check --", "")]
    [InlineData("s", "check --format", "sarif")]
    [InlineData("s", "check -f", "sarif")]
    [InlineData("", "check --as", "json yaml env ini toml xml properties dockerfile systemd terraform")]
    [InlineData("", "list --format", "text json")]
    [InlineData("", "show 1 --format", "text json")]
    [InlineData("", "lint --format", "text json sarif junit github")]
    [InlineData("", "lint --severity", "info warning error")]
    [InlineData("", "new Title --status", "proposed accepted")]
    [InlineData("", "completion", "bash zsh fish pwsh")]
    [InlineData("", "list --status", "proposed accepted rejected deprecated superseded unknown")]
    [InlineData("accepted,p", "list --status", "accepted,proposed")]
    [InlineData("", "list --tag", "oauth queue Registry")]
    [InlineData("oauth,", "list --tag", "oauth,queue oauth,Registry")]
    [InlineData("", "check", "")]
    [InlineData("", "check --output", "")]
    [InlineData("", "search", "")]
    [InlineData("", "chekc", "")]
    public void A_word_is_completed_by_what_begins_like_it(string word, string before, string offered) =>
        Assert.Equal(Words(offered), Offered(word, Words(before)));

    [Theory]
    [InlineData("show --records a --records b")]
    [InlineData("show --records --format json")]
    public void Of_a_call_that_names_its_records_twice_or_not_to_the_end_nothing_is_offered(string before) => Assert.Empty(Offered("", Words(before)));

    [Theory]
    [InlineData("show")]
    [InlineData("accept")]
    [InlineData("supersede")]
    [InlineData("amend")]
    [InlineData("deprecate")]
    [InlineData("reply")]
    public void A_command_that_takes_a_record_offers_their_ids_once(string command)
    {
        Assert.Equal(["ADR-0001", "ADR-0002"], Offered("", command));
        Assert.Equal(["ADR-0001", "ADR-0002"], Offered("adr-", command));
        Assert.Empty(Offered("", command, "ADR-0001"));
    }

    [Fact]
    public void A_name_in_code_is_offered_once_it_is_begun() => Assert.Equal(["NoDcr"], Offered("no", "show"));

    [Fact]
    public void A_record_is_offered_with_its_title() =>
        Assert.Equal("ADR-0001\tNo DCR in the Registry\nADR-0002\tOne queue\n", _folder.Run("[complete:]", "show").Output);

    [Fact]
    public void Records_are_read_from_the_folder_that_is_named()
    {
        _folder.With("other/0007-x.md", "---\nstatus: accepted\n---\n# X\n");
        Assert.Equal(["ADR-0007"], Offered("", "show", "--records", "other"));
        Assert.Equal(["ADR-0007"], Offered("", "--records=other", "show"));
    }

    [Theory]
    [InlineData("--format=s", "check", "--format=sarif")]
    [InlineData("-f=s", "check", "-f=sarif")]
    [InlineData("--status=accepted,p", "list", "--status=accepted,proposed")]
    [InlineData("--output=s", "check", "")]
    [InlineData("--fromat=s", "check", "")]
    public void A_value_can_follow_its_option_and_an_equals_sign(string word, string before, string offered) =>
        Assert.Equal(Words(offered), Offered(word, before));

    [Theory]
    [InlineData("s", "check --format =", "sarif")]
    [InlineData("=", "list --format", "text json")]
    [InlineData("", "show --link-base https : //x", "ADR-0001 ADR-0002")]
    public void To_bash_an_equals_sign_and_a_colon_are_words_of_their_own(string word, string before, string offered) =>
        Assert.Equal(Words(offered), Offered(word, Words(before)));

    [Theory]
    [InlineData("--records", "nowhere")]
    [InlineData("--records", "settings.json")]
    public void Without_records_nothing_is_offered_and_nothing_is_said(params string[] records)
    {
        var run = _folder.With("settings.json", "{}").Run(["[complete:]", "show", .. records]);
        Assert.Equal(new(0, "", ""), run);
        using var empty = new ToolFolder();
        Assert.Equal(new(0, "", ""), empty.Run("[complete:]", "show"));
    }

    [Fact]
    public void A_record_that_cannot_be_read_hides_no_other()
    {
        _folder.WithRecord("0003-broken", "status: accepted\ntitle: a: b\nrules:\n  - symbol: T:A");
        Assert.Equal(["ADR-0001", "ADR-0002"], Offered("", "show"));
    }

    [Fact]
    public void A_tag_that_would_be_an_option_or_has_control_characters_is_not_offered()
    {
        _folder.WithRecord("0003-x", """
            status: accepted
            tags: ["--output=x", "a\u001b[2J", "a\tb", "a,b", "safe"]
            """);
        Assert.Equal(["oauth", "queue", "Registry", "safe"], Offered("", "list", "--tag"));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void The_script_of_every_shell_asks_in_this_way(string shell)
    {
        var run = _folder.Run("completion", shell);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("decisions \"[complete:", run.Output);
        Assert.Contains("2>", run.Output);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private List<string> Offered(string word, params string[] before)
    {
        var run = _folder.Run([$"[complete:{word}]", .. before]);
        Assert.Equal(0, run.Exit);
        Assert.Empty(run.Error);
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0])];
    }
}
