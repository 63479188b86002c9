using System.CommandLine;
using System.CommandLine.Help;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool;

/// <summary>How commands, arguments and options are shown to people, and which options a command takes.</summary>
internal static class CommandLabels
{
    // Accepted out of habit; '-h' is what help shows and shells complete.
    private const string OldHelp = "-?";

    /// <summary>The options that a command takes: its own, then those that it inherits from the commands above it.</summary>
    /// <param name="command">The command.</param>
    public static IEnumerable<Option> AllOptions(this Command command)
    {
        var inherited = command.Parents.OfType<Command>().SelectMany(AllOptions).Where(option => option.Recursive);
        return command.Options.Concat(inherited)
            .Where(option => option != RecordsOption.Instance || Help.NotesOf(command).ReadsRecords)
            .OrderBy(option => option is HelpOption or VersionOption);
    }

    /// <summary>The names of an option that help shows, the shortest first, as in <c>-f</c>, <c>--format</c>.</summary>
    /// <param name="option">The option.</param>
    public static IEnumerable<string> Names(this Option option) => option.Aliases.Where(alias => alias != OldHelp).Append(option.Name);

    /// <summary>Whether a text is one of the names of an option.</summary>
    /// <param name="option">The option.</param>
    /// <param name="text">The text.</param>
    public static bool IsWritten(this Option option, string text) => option.Name == text || option.Aliases.Contains(text);

    /// <summary>Whether an option takes a value. A switch does not.</summary>
    /// <param name="option">The option.</param>
    public static bool TakesValue(this Option option) => option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);

    /// <summary>An option as help shows it, as in <c>-o, --output &lt;FILE&gt;</c>.</summary>
    /// <param name="option">The option.</param>
    public static string Label(this Option option)
    {
        var names = string.Join(", ", option.Names());
        if (!option.TakesValue()) return names;
        if (option.NeedsNoValue()) return $"{names}[=<{option.HelpName}>]";
        return $"{names} <{option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant()}>{(option.AllowMultipleArgumentsPerToken ? "..." : "")}";
    }

    /// <summary>An argument as help shows it, as in <c>&lt;ID&gt;</c>.</summary>
    /// <param name="argument">The argument.</param>
    public static string Label(this Argument argument) => $"<{argument.HelpName ?? argument.Name}>";

    /// <summary>A command with its arguments, as in <c>check [&lt;PATH&gt;...]</c>.</summary>
    /// <param name="command">The command.</param>
    public static string Label(this Command command) => string.Join(' ', command.Arguments.Select(Place).Prepend(command.Name));

    /// <summary>A command as it is called.</summary>
    /// <param name="command">The command.</param>
    public static string Call(this Command command) => command is RootCommand ? "decisions" : $"decisions {command.Name}";

    private static string Place(Argument argument)
    {
        var label = argument.Label() + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{label}]" : label;
    }
}
