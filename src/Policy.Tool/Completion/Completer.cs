using System.CommandLine;

namespace DecisionPolicies.Tool.Completion;

/// <summary>
/// Answers what can complete the word that a user is typing. For a path or free text the answer is empty, and the shell offers its files.
/// </summary>
/// <param name="root">The root command.</param>
/// <param name="context">The surroundings.</param>
internal sealed class Completer(RootCommand root, ToolContext context)
{
    /// <summary>Writes each candidate in a line: the text to insert, a tab, and the meaning.</summary>
    /// <param name="typed">What has been typed.</param>
    /// <returns>Always <see cref="ExitCode.Clean"/>: the user has not run the command yet.</returns>
    public int Write(TypedWords typed)
    {
        foreach (var (word, meaning) in Of(typed).Where(candidate => IsSafe(candidate.Word)).DistinctBy(candidate => candidate.Word))
        {
            if (word.StartsWith(typed.Word, StringComparison.OrdinalIgnoreCase))
            {
                context.Output.WriteLine($"{word[typed.Kept..]}\t{DisplayText.Neutralise(meaning)}");
            }
        }
        return ExitCode.Clean;
    }

    private IEnumerable<Candidate> Of(TypedWords typed)
    {
        var before = typed.Before is ["help", ..] ? [.. typed.Before.Skip(1)] : typed.Before;
        var call = DecisionsCommand.Parse(root, before);
        var command = call.CommandResult.Command;
        var mayBeOption = !before.Contains("--");
        if (mayBeOption)
        {
            if (before.Count > 0 && OptionOf(command, before[^1]) is { } waiting && !waiting.NeedsNoValue())
            {
                return Candidates.Of(waiting)(typed.Word, call, context);
            }
            if (typed.Word.StartsWith('-'))
            {
                return typed.Word.IndexOf('=') is > 0 and var end ? Values(command, typed.Word, end + 1, call) : Options(command, call);
            }
        }
        if (command is RootCommand)
        {
            return call.UnmatchedTokens.Count > 0 ? [] : command.Subcommands.Select(known => new Candidate(known.Name, known.Description!));
        }
        var next = command.Arguments.FirstOrDefault(argument => (call.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MaximumNumberOfValues);
        return next is null ? [] : Candidates.Of(next)(typed.Word, call, context);
    }

    private IEnumerable<Candidate> Values(Command command, string word, int start, ParseResult call) =>
        OptionOf(command, word[..(start - 1)]) is not { } option ? []
        : Candidates.Of(option)(word[start..], call, context).Select(candidate => candidate with { Word = word[..start] + candidate.Word });

    private static IEnumerable<Candidate> Options(Command command, ParseResult call) =>
        from option in command.AllOptions()
        where call.GetResult(option) is null or { Implicit: true } || option.Arity.MaximumNumberOfValues > 1
        from name in option.Names()
        select new Candidate(name, option.Description!);

    private static Option? OptionOf(Command command, string word) =>
        command.AllOptions().FirstOrDefault(option => option.TakesValue() && option.IsWritten(word));

    // Some characters cannot be typed, and would affect the terminal.
    private static bool IsSafe(string word) => word.Length > 0 && DisplayText.Neutralise(word) == word;
}
