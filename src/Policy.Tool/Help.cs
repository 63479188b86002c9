using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace DecisionPolicies.Tool;

/// <summary>What the help of a command says besides its arguments and options.</summary>
/// <param name="Examples">Calls, with a comment after <c>#</c> where one is needed. Readers look at these first.</param>
internal sealed record HelpNotes(IReadOnlyList<string> Examples)
{
    /// <summary>What the exit code 0 means; null if it is obvious.</summary>
    public string? Clean { get; init; }

    /// <summary>What the exit code 1 means; null if the command never returns it.</summary>
    public string? Findings { get; init; }

    /// <summary>Lines to copy, under a title of their own; they are never wrapped.</summary>
    public (string Title, IReadOnlyList<string> Lines)? Copied { get; init; }

    /// <summary>Whether the command reads records, and so takes the option that names their folder.</summary>
    public bool ReadsRecords { get; init; } = true;
}

/// <summary>Gives commands their help.</summary>
internal static class Help
{
    private static readonly HelpNotes _none = new([]);
    private static readonly ConditionalWeakTable<Command, HelpNotes> _notes = new();

    /// <summary>The notes on a command.</summary>
    /// <param name="command">The command.</param>
    public static HelpNotes NotesOf(Command command) => _notes.TryGetValue(command, out var notes) ? notes : _none;

    /// <summary>Gives a command examples that its help shows.</summary>
    /// <param name="command">The command.</param>
    /// <param name="examples">Calls, with a comment after <c>#</c> where one is needed.</param>
    public static Command WithExamples(this Command command, params string[] examples) => command.With(NotesOf(command) with { Examples = examples });

    /// <summary>Gives a command lines that a user copies from its help.</summary>
    /// <param name="command">The command.</param>
    /// <param name="title">What the lines are.</param>
    /// <param name="lines">The lines.</param>
    public static Command WithLines(this Command command, string title, params string[] lines) =>
        command.With(NotesOf(command) with { Copied = (title, lines) });

    /// <summary>Says what the exit codes of a command mean.</summary>
    /// <param name="command">The command.</param>
    /// <param name="clean">The meaning of 0.</param>
    /// <param name="findings">The meaning of 1.</param>
    public static Command WithExitCodes(this Command command, string clean, string findings) =>
        command.With(NotesOf(command) with { Clean = clean, Findings = findings });

    /// <summary>Marks a command that reads no records and does not take their folder.</summary>
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
        // Help is also for a call with wrong usage.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult call)
        {
            HelpText.Write(call.CommandResult.Command, call.InvocationConfiguration.Output);
            return ExitCode.Clean;
        }
    }
}
