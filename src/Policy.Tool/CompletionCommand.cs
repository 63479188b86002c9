using System.CommandLine;

namespace DecisionPolicies.Tool;

/// <summary>
/// <c>decisions completion</c>: prints what a shell needs to complete the command. The script asks the command itself, so that it never
/// is out of date.
/// </summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> _scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _decisions() {
                local IFS=$'\n'
                COMPREPLY=($(decisions "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
            }
            complete -o default -F _decisions decisions
            """,
        ["zsh"] = """
            _decisions() {
                local -a completions
                completions=("${(@f)$(decisions "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
                compadd -a completions
                _files
            }
            compdef _decisions decisions
            """,
        ["fish"] = """
            complete --command decisions --arguments '(decisions "[suggest:"(commandline --cursor)"]" (commandline) 2>/dev/null)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName decisions -ScriptBlock {
                param($word, $line, $position)
                decisions "[suggest:$position]" "$line" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };

    public static Command Of(ToolContext context)
    {
        var shell = new Argument<string>("SHELL") { Description = $"One of: {string.Join(", ", _scripts.Keys)}." };
        shell.AcceptOnlyFromAmong([.. _scripts.Keys]);
        var command = new Command("completion", "Print a script by which a shell completes this command.") { shell };
        command.SetAction(call =>
        {
            context.Output.WriteLine(_scripts[call.GetRequiredValue(shell)].ReplaceLineEndings("\n"));
            return ExitCode.Clean;
        });
        return command.WithExamples(
            "decisions completion bash > ~/.local/share/bash-completion/completions/decisions",
            "decisions completion fish > ~/.config/fish/completions/decisions.fish",
            "source <(decisions completion zsh)                 # in ~/.zshrc",
            "decisions completion pwsh | Out-String | Invoke-Expression   # in $PROFILE");
    }
}
