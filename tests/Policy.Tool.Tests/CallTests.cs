namespace DecisionPolicies.Tool.Tests;

/// <summary>How the command takes what it is called with.</summary>
public sealed class CallTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("list --colour", "Unknown option '--colour'.", "list")]
    [InlineData("check --fromat json", "Unknown option '--fromat'. Did you mean '--format'?", "check")]
    [InlineData("check --FORMAT=json", "Unknown option '--FORMAT'. Did you mean '--format'?", "check")]
    [InlineData("check -format json", "Unknown option '-format'. Did you mean '--format'?", "check")]
    [InlineData("check -exclude test", "Unknown option '-exclude'. Did you mean '--exclude'?", "check")]
    [InlineData("check --env Staging", "Unknown option '--env'. Did you mean '--environment'?", "check")]
    [InlineData("search --recrods x DCR", "Unknown option '--recrods'. Did you mean '--records'?", "search")]
    [InlineData("search --frmat DCR", "Unknown option '--frmat'. Did you mean '--format'?", "search")]
    [InlineData("search -x", "Unknown option '-x'. To use it as <WORDS>, write it after '--'.", "search")]
    [InlineData("new --layer", "Unknown option '--layer'. To use it as <TITLE>, write it after '--'.", "new")]
    [InlineData("lint --base --branch=x", "Unknown option '--branch'. To use it as the value of --base, write it right after '--base='.", "lint")]
    [InlineData("completion bash --records x", "Unknown option '--records'.", "completion")]
    public void An_unknown_option_is_refused(string call, string expected, string command) =>
        AssertRefused(call.Split(' '), $"decisions: {expected}\nSee 'decisions {command} --help'.\n");

    [Fact]
    public void The_value_of_an_unknown_option_is_not_shown() =>
        AssertRefused(
            ["check", "--token=hunter2"], "decisions: Unknown option '--token'. To use it as <PATH>, write it after '--'.\nSee 'decisions check --help'.\n");

    [Fact]
    public void After_two_dashes_a_word_is_not_an_option()
    {
        _folder.WithRecord("0001-a", "status: accepted", "# The option --fromat\n");
        Assert.Equal(0, _folder.Run("search", "--", "--fromat").Exit);
    }

    [Theory]
    [InlineData("chekc", "Unknown command 'chekc'. Did you mean 'check'?")]
    [InlineData("chekc --format json", "Unknown command 'chekc'. Did you mean 'check'?")]
    [InlineData("chekc --help", "Unknown command 'chekc'. Did you mean 'check'?")]
    [InlineData("help chekc", "Unknown command 'chekc'. Did you mean 'check'?")]
    [InlineData("dep 1", "Unknown command 'dep'. Did you mean 'deprecate'?")]
    [InlineData("validate", "Unknown command 'validate'.")]
    [InlineData("-- check", "'check' follows '--', where it is not read as a command. Write it before '--'.")]
    [InlineData("--verison", "Unknown option '--verison'. Did you mean '--version'?")]
    [InlineData("--records docs/adr", "Missing command. Name one, as in 'decisions check'.")]
    public void An_unknown_command_is_reported_in_one_line(string call, string expected) =>
        AssertRefused(call.Split(' '), $"decisions: {expected}\nSee 'decisions --help'.\n");

    [Theory]
    [InlineData("<PATH>", "check", "")]
    [InlineData("<PATH>", "check", "a.json", " ")]
    [InlineData("--environment", "check", "--environment", "")]
    [InlineData("--environment", "check", "--environment=")]
    [InlineData("--environment", "check", "-e", "")]
    [InlineData("--records", "check", "--records", "")]
    [InlineData("--output", "check", "--output", "")]
    [InlineData("--output", "check", "--output=", "a.json")]
    [InlineData("--layer", "check", "--layer", "a.json", "")]
    [InlineData("--changed", "check", "--changed=")]
    [InlineData("<ID>", "show", "")]
    [InlineData("<TITLE>", "new", "")]
    [InlineData("<OUT>", "site", "")]
    public void An_empty_value_is_refused(string name, params string[] call) =>
        AssertRefused(call, $"decisions: {name} is empty. If you passed a variable, that variable is empty.\nSee 'decisions {call[0]} --help'.\n");

    [Theory]
    [InlineData("show", "Missing <ID>. Usage: decisions show <ID>")]
    [InlineData("supersede", "Missing <ID> and <TITLE>. Usage: decisions supersede <ID> <TITLE>")]
    [InlineData("supersede 1", "Missing <TITLE>. Usage: decisions supersede <ID> <TITLE>")]
    [InlineData("show 1 2", "Unexpected argument '2'. Usage: decisions show <ID>")]
    [InlineData("list accepted", "Unexpected argument 'accepted'. Usage: decisions list")]
    [InlineData("list -- --foo", "Unexpected argument '--foo'. Usage: decisions list")]
    [InlineData("check --format", "--format needs a value: -f, --format <text|json|sarif|junit|github>")]
    [InlineData("check --format yaml", "'yaml' is not a valid value for --format. Use text, json, sarif, junit or github.")]
    [InlineData("check --format jsn", "'jsn' is not a valid value for --format. Use text, json, sarif, junit or github. Did you mean 'json'?")]
    [InlineData("completion tcsh", "'tcsh' is not a valid value for <SHELL>. Use bash, zsh, fish or pwsh.")]
    public void Wrong_usage_is_one_message(string call, string expected) =>
        AssertRefused(call.Split(' '), $"decisions: {expected}\nSee 'decisions {call.Split(' ')[0]} --help'.\n");

    [Fact]
    public void An_option_of_a_command_is_not_taken_before_it() =>
        AssertRefused(
            ["--format", "check"], "decisions: '--format' is an option of 'decisions check'. Write it after the command.\nSee 'decisions check --help'.\n");

    [Fact]
    public void A_value_may_follow_the_letter_of_its_option_directly()
    {
        _folder.WithRecord("0001-a", "status: accepted", "# A\n").With("a.json", "{}");
        Assert.StartsWith("{", _folder.Run("check", "-fjson").Output);
    }

    [Fact]
    public void Paths_come_before_the_layers_or_after_two_dashes()
    {
        _folder.WithRecord("0001-a", "status: accepted\nrules:\n  - { configuration: A, forbid: true }", "# A\n")
            .With("deploy/a.json", """{ "A": true }""").With("b.json", "{}").With("c.json", "{}");
        var run = _folder.Run("check", "deploy", "--layer", "b.json", "c.json");
        Assert.Equal(1, run.Exit);
        Assert.Equal(run, _folder.Run("check", "--layer", "b.json", "c.json", "--", "deploy"));
    }

    [Fact]
    public void Without_records_the_message_says_where_they_are_looked_for()
    {
        var run = _folder.Run("list");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith(
            "decisions: There are no records here. The command looks for docs/adr, docs/adrs, docs/decisions and the other "
            + "folders listed in docs/folders.md of DecisionPolicies, in this folder and above it. "
            + "Name another folder with --records, or write the first record with 'decisions new",
            run.Error);
    }

    [Fact]
    public void A_records_folder_that_does_not_exist_is_named()
    {
        var run = _folder.Run("list", "--records", "nowhere");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("decisions: The folder 'nowhere' does not exist.", run.Error);
    }

    [Fact]
    public void Records_are_found_from_a_folder_below()
    {
        _folder.WithRecord("0001-one", "status: accepted", "# One\n").With("src/App/appsettings.json", "{}");
        var run = _folder.RunIn("src/App", "list");
        Assert.Equal(0, run.Exit);
        Assert.Contains("ADR-0001", run.Output);
    }

    private void AssertRefused(string[] call, string expected) => Assert.Equal(new(2, "", expected), _folder.Run(call));
}
