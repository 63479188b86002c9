using System.CommandLine;

namespace DecisionPolicies.Tool.Completion;

/// <summary>
/// <c>decisions completion</c>: prints what a shell needs to complete the command. The script asks the command itself, so it is never
/// out of date.
/// </summary>
internal static class CompletionCommand
{
    public static Command Of(ToolContext context)
    {
        var shell = new Argument<string>("SHELL") { Description = "The shell." };
        shell.AcceptOneOf([.. CompletionScripts.All.Keys]);
        var command = new Command("completion", "Print a script that lets a shell complete this command.") { shell };
        command.SetAction(call =>
        {
            context.Output.WriteLine(CompletionScripts.All[call.GetRequiredValue(shell)].ReplaceLineEndings("\n"));
            return ExitCode.Clean;
        });
        return command.WithExamples(
            "source <(decisions completion bash)                          # in ~/.bashrc",
            "source <(decisions completion zsh)                           # in ~/.zshrc, after compinit",
            "decisions completion fish > ~/.config/fish/completions/decisions.fish",
            "decisions completion pwsh | Out-String | Invoke-Expression   # in $PROFILE");
    }
}
