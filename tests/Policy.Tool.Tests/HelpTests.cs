using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Tests;

/// <summary>The help of the command and of each command below it.</summary>
public sealed partial class HelpTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Commands =>
        [
            "check", "lint", "due", "list", "show", "search", "graph", "new", "accept", "supersede", "amend", "deprecate", "index", "reply", "site", "pack",
            "flatten", "export", "completion",
        ];

    [Fact]
    public void Without_a_command_help_is_printed_as_an_error()
    {
        var run = _folder.Run();
        Assert.Equal(new(2, "", _folder.Run("--help").Output), run);
    }

    [Fact]
    public void The_help_of_the_whole_lists_the_commands_and_what_exit_codes_mean()
    {
        var help = _folder.Run("--help").Output;
        Assert.Equal(Commands.Select(row => row.Data), CommandInHelp().Matches(help).Select(match => match.Groups["name"].Value));
        Assert.Contains("\n  check [<PATH>...] ", help);
        Assert.Contains("\n  supersede <ID> <TITLE> ", help);
        Assert.Contains("\nExit codes:\n  0  There is nothing to report.\n  1  There is something to report: a violation,", help);
        Assert.Contains("\n  2  Wrong usage,", help);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_is_asked_for_in_four_ways(string command)
    {
        var run = _folder.Run(command, "--help");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.StartsWith($"  decisions {command}", run.Output.Split("Usage:\n")[1]);
        Assert.Equal(run, _folder.Run(command, "-h"));
        Assert.Equal(run, _folder.Run(command, "-?"));
        Assert.Equal(run, _folder.Run("help", command));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_option_is_explained_once_and_every_placeholder_is_of_one_style(string command)
    {
        var help = _folder.Run(command, "--help").Output;
        var (expected, examples) = (help.Split("\nExamples:\n")[0], help.Split("\nExamples:\n")[1]);
        Assert.DoesNotContain("[default:", expected);
        Assert.All(Placeholder().Matches(expected), match => Assert.Matches("^<([A-Z]+|[a-z]+([|][a-z]+)+)>$", match.Value));
        Assert.All(expected.Split("Options:\n")[1].Split("\n\n")[0].Split("\n  -"), option => Assert.InRange(DefaultInHelp().Count(option), 0, 1));
        Assert.All(expected.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains($"decisions {command}", examples);
    }

    [Fact]
    public void What_one_of_a_few_words_can_be_is_shown()
    {
        Assert.Contains("-f, --format <text|json|sarif|junit|github>\n", _folder.Run("check", "--help").Output);
        Assert.Contains("-f, --format <text|json>  The format of the output. Default: text.\n", _folder.Run("list", "--help").Output);
        Assert.Contains("-f, --format <text|json>  The format of the output. Default: text.\n", _folder.Run("show", "--help").Output);
        Assert.Contains("  decisions completion <bash|zsh|fish|pwsh> [options]\n", _folder.Run("completion", "--help").Output);
    }

    [Theory]
    [InlineData("check", "1  An accepted decision is violated, or one of several files cannot be read.")]
    [InlineData("lint", "1  A record has an error or a warning.")]
    [InlineData("due", "1  Something is overdue, or a date cannot be read.")]
    [InlineData("search", "1  No record was found.")]
    [InlineData("index", "1  With --check: the table is not up to date.")]
    public void A_command_that_can_find_something_says_what_exit_code_that_is(string command, string expected) =>
        Assert.Contains($"\n  {expected}\n", _folder.Run(command, "--help").Output);

    [Fact]
    public void The_folder_of_records_is_shown_only_where_records_are_read()
    {
        Assert.Contains("--records <PATH>", _folder.Run("due", "--help").Output);
        Assert.DoesNotContain("--records", _folder.Run("completion", "--help").Output);
    }

    [Fact]
    public void Help_says_where_to_put_paths_beside_layers() =>
        Assert.Contains("put PATH before --layer, or after '--'.", Regex.Replace(_folder.Run("check", "--help").Output, @"\s+", " "));

    [Fact]
    public void The_markers_of_a_table_can_be_copied_from_help() =>
        Assert.Contains("\n  <!-- decisions:start -->\n  <!-- decisions:end -->\n", _folder.Run("index", "--help").Output);

    [Fact]
    public void Help_is_there_for_a_call_that_is_wrong() =>
        Assert.Equal(_folder.Run("check", "--help"), _folder.Run("check", "--fromat", "json", "--help"));

    [Fact]
    public void The_version_is_printed()
    {
        var run = _folder.Run("--version");
        Assert.Equal(0, run.Exit);
        Assert.StartsWith(ToolVersion.Text, run.Output);
    }

    [GeneratedRegex(@"(?<=\nCommands:\n(  .*\n)*)  (?<name>[a-z]+) ", RegexOptions.ExplicitCapture)]
    private static partial Regex CommandInHelp();

    [GeneratedRegex("<(?!!)[^>]*>")]
    private static partial Regex Placeholder();

    [GeneratedRegex("Default:")]
    private static partial Regex DefaultInHelp();
}
