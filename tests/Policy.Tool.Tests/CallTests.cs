namespace DecisionPolicies.Tool.Tests;

/// <summary>How the command takes what it is called with.</summary>
public sealed class CallTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("list --colour", "There is no option '--colour'.", "list")]
    [InlineData("check --fromat json", "There is no option '--fromat'. Did you mean '--format'?", "check")]
    [InlineData("check --FORMAT=json", "There is no option '--FORMAT'. Did you mean '--format'?", "check")]
    [InlineData("check -format json", "There is no option '-format'. Did you mean '--format'?", "check")]
    [InlineData("check -exclude test", "There is no option '-exclude'. Did you mean '--exclude'?", "check")]
    [InlineData("check --env Staging", "There is no option '--env'. Did you mean '--environment'?", "check")]
    [InlineData("search --recrods x DCR", "There is no option '--recrods'. Did you mean '--records'?", "search")]
    [InlineData("search --frmat DCR", "There is no option '--frmat'. Did you mean '--format'?", "search")]
    [InlineData("search -x", "There is no option '-x'. If it is meant as <WORDS>, write it after '--'.", "search")]
    [InlineData("new --layer", "There is no option '--layer'. If it is meant as <TITLE>, write it after '--'.", "new")]
    [InlineData("lint --base --branch=x", "There is no option '--branch'. If it is meant as the value of --base, write it right after '--base='.", "lint")]
    [InlineData("completion bash --records x", "There is no option '--records'.", "completion")]
    public void A_word_that_begins_like_an_option_and_is_none_is_refused(string call, string told, string command) =>
        AssertRefused(call.Split(' '), $"decisions: {told}\nSee 'decisions {command} --help'.\n");

    [Fact]
    public void What_stands_behind_an_option_that_does_not_exist_is_not_shown() =>
        AssertRefused(["check", "--token=hunter2"], "decisions: There is no option '--token'. If it is meant as <PATH>, write it after '--'.\nSee 'decisions check --help'.\n");

    [Fact]
    public void After_two_dashes_a_word_is_no_option()
    {
        _folder.WithRecord("0001-a", "status: accepted", "# The option --fromat\n");
        Assert.Equal(0, _folder.Run("search", "--", "--fromat").Exit);
    }

    [Theory]
    [InlineData("chekc", "There is no command 'chekc'. Did you mean 'check'?")]
    [InlineData("chekc --format json", "There is no command 'chekc'. Did you mean 'check'?")]
    [InlineData("chekc --help", "There is no command 'chekc'. Did you mean 'check'?")]
    [InlineData("help chekc", "There is no command 'chekc'. Did you mean 'check'?")]
    [InlineData("dep 1", "There is no command 'dep'. Did you mean 'deprecate'?")]
    [InlineData("validate", "There is no command 'validate'.")]
    [InlineData("-- check", "'check' stands after '--', where it is no command.")]
    [InlineData("--verison", "There is no option '--verison'. Did you mean '--version'?")]
    [InlineData("--records docs/adr", "There is no command in this call. Name one, as in 'decisions check'.")]
    public void A_command_that_does_not_exist_is_told_in_one_line(string call, string told) =>
        AssertRefused(call.Split(' '), $"decisions: {told}\nSee 'decisions --help'.\n");

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
    [InlineData("<ID>", "show", "")]
    [InlineData("<TITLE>", "new", "")]
    [InlineData("<OUT>", "site", "")]
    public void An_empty_value_is_refused(string name, params string[] call) =>
        AssertRefused(call, $"decisions: {name} is empty. Where a variable stands for it, the variable has no value.\nSee 'decisions {call[0]} --help'.\n");

    [Theory]
    [InlineData("show", "<ID> is missing: decisions show <ID>")]
    [InlineData("supersede", "<ID> and <TITLE> are missing: decisions supersede <ID> <TITLE>")]
    [InlineData("supersede 1", "<TITLE> is missing: decisions supersede <ID> <TITLE>")]
    [InlineData("show 1 2", "'2' is one word too many: decisions show <ID>")]
    [InlineData("list accepted", "'accepted' is one word too many: decisions list")]
    [InlineData("list -- --foo", "'--foo' is one word too many: decisions list")]
    [InlineData("check --format", "--format needs a value: -f, --format <text|json|sarif|junit|github>")]
    [InlineData("check --format yaml", "'yaml' is no value for --format. Write text, json, sarif, junit or github.")]
    [InlineData("check --format jsn", "'jsn' is no value for --format. Write text, json, sarif, junit or github. Did you mean 'json'?")]
    [InlineData("completion tcsh", "'tcsh' is no value for <SHELL>. Write bash, zsh, fish or pwsh.")]
    public void One_thing_is_told_of_a_call_that_is_wrong(string call, string told) =>
        AssertRefused(call.Split(' '), $"decisions: {told}\nSee 'decisions {call.Split(' ')[0]} --help'.\n");

    [Fact]
    public void An_option_of_a_command_is_not_taken_before_it() =>
        AssertRefused(["--format", "check"], "decisions: '--format' is an option of 'decisions check', and is written after it.\nSee 'decisions check --help'.\n");

    [Fact]
    public void A_value_may_stand_right_behind_the_letter_of_its_option()
    {
        _folder.WithRecord("0001-a", "status: accepted", "# A\n").With("a.json", "{}");
        Assert.StartsWith("{", _folder.Run("check", "-fjson").Output);
    }

    [Fact]
    public void Paths_stand_before_the_layers_or_after_two_dashes()
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
            "decisions: There are no records here. They are looked for in this folder and above it, in docs/adr, docs/adrs, docs/decisions and the other "
            + "folders in docs/folders.md of DecisionPolicies. Name another folder with --records, or write the first record with 'decisions new",
            run.Error);
    }

    [Fact]
    public void A_records_folder_that_does_not_exist_is_named()
    {
        var run = _folder.Run("list", "--records", "nowhere");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("decisions: There is no folder 'nowhere'.", run.Error);
    }

    [Fact]
    public void Records_are_found_from_a_folder_below()
    {
        _folder.WithRecord("0001-one", "status: accepted", "# One\n").With("src/App/appsettings.json", "{}");
        var run = _folder.RunIn("src/App", "list");
        Assert.Equal(0, run.Exit);
        Assert.Contains("ADR-0001", run.Output);
    }

    private void AssertRefused(string[] call, string told) => Assert.Equal(new(2, "", told), _folder.Run(call));
}
