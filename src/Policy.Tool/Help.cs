using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace DecisionPolicies.Tool;

/// <summary>What the help of a command tells besides its arguments and options.</summary>
/// <param name="Examples">Calls, each with what it does after a <c>#</c> where that needs saying. They are what is read first.</param>
internal sealed record HelpNotes(IReadOnlyList<string> Examples)
{
    /// <summary>What the exit code 0 means; null where it goes without saying.</summary>
    public string? Clean { get; init; }

    /// <summary>What the exit code 1 means; null where the command never ends with it.</summary>
    public string? Findings { get; init; }

    /// <summary>Whether the command reads records, so that it can be told where they are.</summary>
    public bool ReadsRecords { get; init; } = true;
}

/// <summary>Gives commands their help.</summary>
internal static class Help
{
    private static readonly HelpNotes _none = new([]);
    private static readonly ConditionalWeakTable<Command, HelpNotes> _notes = new();

    /// <summary>What is known of a command.</summary>
    /// <param name="command">The command.</param>
    public static HelpNotes NotesOf(Command command) => _notes.TryGetValue(command, out var notes) ? notes : _none;

    /// <summary>Gives a command examples that its help shows.</summary>
    /// <param name="command">The command.</param>
    /// <param name="examples">Calls, each with what it does after a <c>#</c> where that needs saying.</param>
    public static Command WithExamples(this Command command, params string[] examples) => command.With(NotesOf(command) with { Examples = examples });

    /// <summary>Says what the exit codes of a command mean.</summary>
    /// <param name="command">The command.</param>
    /// <param name="clean">The meaning of 0.</param>
    /// <param name="findings">The meaning of 1.</param>
    public static Command WithExitCodes(this Command command, string clean, string findings) =>
        command.With(NotesOf(command) with { Clean = clean, Findings = findings });

    /// <summary>Says that a command reads no records, and does not take their folder.</summary>
    /// <param name="command">The command.</param>
    public static Command WithoutRecords(this Command command) => command.With(NotesOf(command) with { ReadsRecords = false });

    /// <summary>Lets a command, and all below it, show their help.</summary>
    /// <param name="root">The root command.</param>
    public static void AddTo(RootCommand root)
    {
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        // Without '/h' and '/?', which are paths.
        root.Options.Add(new HelpOption("--help", "-h", "-?") { Description = "Show this help.", Action = new ShowHelp() });
    }

    private static Command With(this Command command, HelpNotes notes)
    {
        _notes.AddOrUpdate(command, notes);
        return command;
    }

    private sealed class ShowHelp : SynchronousCommandLineAction
    {
        // Help is there for whoever called in a wrong way.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult call)
        {
            HelpText.Write(call.CommandResult.Command, call.InvocationConfiguration.Output);
            return ExitCode.Clean;
        }
    }
}
