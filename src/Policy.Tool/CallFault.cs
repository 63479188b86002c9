using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace DecisionPolicies.Tool;

/// <summary>What is wrong with a call as a whole, whatever the command. Only one fault is reported at a time.</summary>
internal static class CallFault
{
    private static readonly char[] _beforeValue = ['=', ':'];

    /// <summary>What is wrong, in a sentence or two; null if the call is understood.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arguments">The words of the call.</param>
    public static string? Of(ParseResult call, IReadOnlyList<string> arguments) =>
        UnknownCommand(call) ?? (AsksForHelp(call) ? null : FaultOfWords(call, arguments));

    private static string? FaultOfWords(ParseResult call, IReadOnlyList<string> arguments) =>
        UnknownOption(call, arguments)
        ?? EmptyValue(call, arguments)
        ?? MissingValue(call)
        ?? MissingArgument(call)
        ?? UnexpectedArgument(call)
        ?? MissingCommand(call)
        ?? call.Errors.Select(error => error.Message).FirstOrDefault();

    private static bool AsksForHelp(ParseResult call) =>
        call.CommandResult.Command.AllOptions().OfType<HelpOption>().Any(help => call.GetResult(help) is not null);

    private static string? UnknownCommand(ParseResult call)
    {
        var command = call.CommandResult.Command;
        if (command is not RootCommand || call.UnmatchedTokens is not [var word, ..] || IsOptionLike(word)) return null;
        var known = command.Subcommands.Select(known => known.Name).ToList();
        return known.Contains(word)
            ? $"'{word}' follows '--', where it is not read as a command. Write it before '--'."
            : $"Unknown command '{word}'.{DidYouMean(word, known)}";
    }

    // A mistyped option would otherwise be taken for a path or a search term.
    private static string? UnknownOption(ParseResult call, IReadOnlyList<string> arguments)
    {
        var command = call.CommandResult.Command;
        var options = command.AllOptions().ToList();
        var words = BeforeDoubleDash(arguments).ToList();
        var at = words.FindIndex(word => IsOptionLike(word) && !IsKnown(word, options));
        if (at < 0) return null;
        var name = NameIn(words[at]);
        var suggestion = DidYouMean(
            name.StartsWith("--", StringComparison.Ordinal) || name.Length == 2 ? name : $"-{name}",
            options.Select(option => option.Name));
        return $"Unknown option '{name}'.{(suggestion.Length > 0 ? suggestion : HowToMean(words, at, command, options))}";
    }

    // For a word that looks like an option but is meant literally.
    private static string HowToMean(List<string> words, int at, Command command, List<Option> options)
    {
        if (at > 0 && options.Find(option => option.TakesValue() && option.IsWritten(words[at - 1])) is { } option)
        {
            return $" To use it as the value of {option.Name}, write it right after '{option.Name}='.";
        }
        return command.Arguments is [.., { HelpName: null } argument] ? $" To use it as {argument.Label()}, write it after '--'." : "";
    }

    private static string? EmptyValue(ParseResult call, IReadOnlyList<string> arguments)
    {
        var options = call.CommandResult.Command.AllOptions().Where(option => option.TakesValue()).ToList();
        var cut = BeforeDoubleDash(arguments).Where(word => word.Length > 0 && word.IndexOfAny(_beforeValue) == word.Length - 1)
            .Select(word => options.Find(option => option.IsWritten(word[..^1]))?.Name).FirstOrDefault(name => name is not null);
        var name = cut
            ?? options.Find(option => call.GetResult(option) is { } result && HasBlank(result))?.Name
            ?? call.CommandResult.Command.Arguments.FirstOrDefault(argument => call.GetResult(argument) is { } result && HasBlank(result))?.Label();
        return name is null ? null : $"{name} is empty. If you passed a variable, that variable is empty.";
    }

    private static string? MissingValue(ParseResult call) =>
        call.CommandResult.Command.AllOptions()
            .FirstOrDefault(option => option.TakesValue() && call.GetResult(option) is { Implicit: false, Tokens.Count: 0 }) is { } option
            ? $"{option.Name} needs a value: {option.Label()}" : null;

    private static string? MissingArgument(ParseResult call)
    {
        var command = call.CommandResult.Command;
        var missing = command.Arguments.Where(argument => (call.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues)
            .Select(argument => argument.Label())
            .ToList();
        return missing.Count == 0 ? null : $"Missing {string.Join(" and ", missing)}. Usage: decisions {command.Label()}";
    }

    private static string? UnexpectedArgument(ParseResult call)
    {
        if (call.UnmatchedTokens is not [var word, ..]) return null;
        var command = call.CommandResult.Command;
        return IsOptionLike(word) && command.AllOptions().Any(option => option.IsWritten(NameIn(word)))
            ? $"'{NameIn(word)}' is an option of '{command.Call()}'. Write it after the command."
            : $"Unexpected argument '{word}'. Usage: decisions {command.Label()}";
    }

    private static string? MissingCommand(ParseResult call) =>
        call.CommandResult.Command is RootCommand && call.Errors.Count > 0 ? "Missing command. Name one, as in 'decisions check'." : null;

    private static IEnumerable<string> BeforeDoubleDash(IReadOnlyList<string> arguments) => arguments.TakeWhile(word => word != "--");

    // '-' is standard input, '-1' a number, and '- a' a text.
    private static bool IsOptionLike(string word) =>
        word.StartsWith("--", StringComparison.Ordinal) ? word.Length > 2 : word.Length > 1 && word[0] == '-' && (char.IsLetter(word[1]) || word[1] == '?');

    private static bool IsKnown(string word, List<Option> options)
    {
        if (options.Exists(option => option.IsWritten(NameIn(word)))) return true;
        // '-fjson' is '-f json', but '-format' and '-exclude' are typing errors.
        return word[1] != '-' && !options.Exists(option => option.IsWritten($"-{NameIn(word)}"))
            && options.Exists(option => option.TakesValue() && option.IsWritten(word[..2]));
    }

    // The part after the name may be a secret.
    private static string NameIn(string word) => word.IndexOfAny(_beforeValue) is > 0 and var end ? word[..end] : word;

    private static bool HasBlank(SymbolResult result) => result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value));

    private static string DidYouMean(string word, IEnumerable<string> known)
    {
        var names = known.ToList();
        var begun = word.TrimStart('-').Length > 1 ? names.Where(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToList() : [];
        return begun.Count == 1 ? $" Did you mean '{begun[0]}'?" : word.Length == 2 ? "" : Spelling.DidYouMean(word, names);
    }
}
