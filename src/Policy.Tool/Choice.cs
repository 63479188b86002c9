using System.CommandLine;
using System.CommandLine.Parsing;
using DecisionPolicies.Tool.Completion;

namespace DecisionPolicies.Tool;

/// <summary>An option or an argument with a few valid values: help shows them, a shell completes them, and any other value is an error.</summary>
internal static class Choice
{
    /// <summary>Makes an option a choice.</summary>
    /// <param name="option">The option.</param>
    /// <param name="words">The valid values, in the order in which they are shown.</param>
    public static void AcceptOneOf(this Option option, params string[] words)
    {
        option.HelpName = string.Join('|', words);
        option.Validators.Add(result => Refuse(result, option.Name, words));
        option.WithCandidates((_, _, _) => words.Select(word => new Candidate(word)));
    }

    /// <summary>Makes an argument a choice.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="words">The valid values, in the order in which they are shown.</param>
    public static void AcceptOneOf(this Argument argument, params string[] words)
    {
        var name = argument.Label();
        argument.HelpName = string.Join('|', words);
        argument.Validators.Add(result => Refuse(result, name, words));
        argument.WithCandidates((_, _, _) => words.Select(word => new Candidate(word)));
    }

    private static void Refuse(SymbolResult result, string name, string[] words)
    {
        var odd = result.Tokens.Select(token => token.Value).FirstOrDefault(value => !words.Contains(value, StringComparer.Ordinal));
        if (odd is not null)
        {
            result.AddError($"'{odd}' is not a valid value for {name}. Use {string.Join(", ", words[..^1])} or {words[^1]}.{Spelling.DidYouMean(odd, words)}");
        }
    }
}
