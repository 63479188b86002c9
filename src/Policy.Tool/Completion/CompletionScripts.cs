namespace DecisionPolicies.Tool.Completion;

/// <summary>
/// The scripts that let shells complete the command. Each passes the words on, reads a candidate and its meaning from each line, and lets
/// the shell offer files if there is none. Text from a record is quoted, so that it cannot become a command.
/// </summary>
internal static class CompletionScripts
{
    /// <summary>The scripts by the names of their shells.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new OrderedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = """
            _decisions() {
                local word
                COMPREPLY=()
                while IFS=$'\t' read -r word _; do
                    [[ $word == *[!a-zA-Z0-9_.,:=/+-]* ]] && printf -v word %q "$word"
                    COMPREPLY+=("$word")
                done < <(decisions "[complete:${COMP_WORDS[COMP_CWORD]}]" "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
            }
            complete -o default -o bashdefault -F _decisions decisions
            """,
        ["zsh"] = """
            _decisions() {
                local -a candidates
                candidates=("${(@f)$(decisions "[complete:$PREFIX]" "${(@Q)words[2,CURRENT-1]}" 2>/dev/null)}")
                if [[ -z $candidates ]]; then
                    [[ $PREFIX == -*=* ]] && compset -P '*='
                    _files
                else
                    candidates=("${(@)candidates//:/\\:}")
                    _describe decisions "(${(j: :)${(@q)${(@)candidates/$'\t'/:}}})"
                fi
            }
            compdef _decisions decisions
            """,
        ["fish"] = """
            function __decisions_candidates
                set --local before (commandline --current-process --tokenize --cut-at-cursor)
                decisions "[complete:"(commandline --current-token --cut-at-cursor)"]" $before[2..] 2>/dev/null
            end
            complete --command decisions --arguments '(__decisions_candidates)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName decisions -ScriptBlock {
                param($word, $call, $position)
                $before = @($call.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $position } |
                    ForEach-Object { if ($null -ne $_.Value) { $_.Value } else { $_.Extent.Text } })
                decisions "[complete:$word]" @before 2>$null | ForEach-Object {
                    $candidate, $meaning = $_ -split "`t", 2
                    $text = if ($candidate -notmatch '[^\w.,:=/+-]') { $candidate } else {
                        "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($candidate) + "'"
                    }
                    [System.Management.Automation.CompletionResult]::new($text, $candidate, 'ParameterValue', $(if ($meaning) { $meaning } else { $candidate }))
                }
            }
            """,
    };
}
