using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Tests;

/// <summary>A page whose examples are calls of the command, each with what it prints below it.</summary>
/// <param name="path">The page, relative to the repository.</param>
internal sealed partial class DocumentedCommands(string path)
{
    private readonly string _file = Path.Combine(RepositoryFolder.Path, path);

    /// <summary>Runs the examples one after the other, and asserts that they print what the page shows, or writes what they print into it.</summary>
    /// <param name="folder">Where they are run.</param>
    public void AssertIn(ToolFolder folder)
    {
        var page = File.ReadAllText(_file).ReplaceLineEndings("\n");
        var run = Block().Replace(page, block => "```console\n" + Call().Replace(block.Groups["text"].Value, call =>
            $"$ decisions {call.Groups["arguments"].Value}\n{Shown(folder, call.Groups["arguments"].Value)}") + "```");
        Assert.Contains("$ decisions ", page);
        if (RepositoryFolder.Accepts) File.WriteAllText(_file, run);
        else Assert.Equal(run, page);
    }

    private static string Shown(ToolFolder folder, string arguments)
    {
        var run = folder.Run([.. Argument().Matches(arguments).Select(match => match.Value.Trim('"', '\''))]);
        return run.Output + run.Error;
    }

    [GeneratedRegex("```console\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\$ decisions (?<arguments>[^\n]*)\n((?!\$ )[^\n]*\n)*", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|[^ ]+")]
    private static partial Regex Argument();
}
