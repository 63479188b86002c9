using System.CommandLine;
using DecisionPolicies.Tool.Completion;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool;

/// <summary>The command line as a whole: the commands it knows, and the answer to a call that it does not understand.</summary>
internal static class DecisionsCommand
{
    private const string AllRead = "Every record was read.";
    private const string NotAllRead = "A record cannot be read. The others are shown.";

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">What follows its name.</param>
    /// <param name="context">The surroundings.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, ToolContext context)
    {
        var exit = Failure.Guarded(() => Answer(arguments, context), context);
        // What is still in a buffer may not fit onto a full disk. A pipe that is closed, as by 'head', is not a fault: .NET discards the rest.
        return Failure.Guarded(
            () =>
            {
                context.Output.Flush();
                return exit;
            },
            context);
    }

    /// <summary>Parses words, which may still be incomplete while a shell completes them.</summary>
    /// <param name="root">The root command.</param>
    /// <param name="arguments">The words.</param>
    public static ParseResult Parse(RootCommand root, IReadOnlyList<string> arguments) =>
        root.Parse(OptionalValue.Filled(arguments, root), new ParserConfiguration { ResponseFileTokenReplacer = null });

    private static int Answer(IReadOnlyList<string> arguments, ToolContext context)
    {
        var root = Of(context);
        if (TypedWords.Of(arguments) is { } typed) return new Completer(root, context).Write(typed);
        // Other commands write it like this.
        if (arguments is ["help", ..]) arguments = [.. arguments.Skip(1), "--help"];
        if (arguments.Count == 0)
        {
            HelpText.Write(root, context.Error);
            return ExitCode.Error;
        }
        var call = Parse(root, arguments);
        if (CallFault.Of(call, arguments) is not { } fault)
        {
            return call.Invoke(new() { Output = context.Output, Error = context.Error, EnableDefaultExceptionHandler = false });
        }
        context.Error.WriteLine($"decisions: {DisplayText.Neutralise(fault)}");
        context.Error.WriteLine($"See '{call.CommandResult.Command.Call()} --help'.");
        return ExitCode.Error;
    }

    // First the commands that judge, then those that read, then those that write.
    private static RootCommand Of(ToolContext context)
    {
        var root = new RootCommand("Checks configuration against architecture decision records (ADRs), and manages the records.")
        {
            RecordsOption.Instance,
            Check.CheckCommand.Of(context)
                .WithExitCodes("No accepted decision is violated.", "An accepted decision is violated, or one of several files cannot be read."),
            Lint.LintCommand.Of(context).WithExitCodes("No record has an error or a warning.", "A record has an error or a warning."),
            Due.DueCommand.Of(context).WithExitCodes("Nothing is overdue.", "Something is overdue, or a date cannot be read."),
            Browse.ListCommand.Of(context).WithExitCodes(AllRead, NotAllRead),
            Browse.ShowCommand.Of(context),
            Browse.SearchCommand.Of(context).WithExitCodes("A record was found.", "No record was found."),
            Browse.GraphCommand.Of(context).WithExitCodes(AllRead, NotAllRead),
            Write.NewCommands.New(context),
            Write.StatusCommands.Accept(context),
            Write.NewCommands.Supersede(context),
            Write.StatusCommands.Amend(context),
            Write.StatusCommands.Deprecate(context),
            Browse.IndexCommand.Of(context).WithExitCodes("The table is up to date, or was written.", "With --check: the table is not up to date."),
            Browse.ReplyCommand.Of(context),
            Site.SiteCommand.Of(context).WithExitCodes(AllRead, NotAllRead),
            MakePack.PackCommand.Of(context),
            Export.FlattenCommand.Of(context).WithoutRecords(),
            Export.ExportCommand.Of(context)
                .WithExitCodes("The rules were exported, or the export is up to date.", "With --check: the export is not up to date, or a waiver has expired."),
            CompletionCommand.Of(context).WithoutRecords(),
        };
        var version = root.Options.OfType<VersionOption>().Single();
        version.Description = "Show the version.";
        version.Action = new VersionAction(context);
        // The completer answers what a shell asks.
        root.Directives.Clear();
        Help.AddTo(root);
        return root;
    }
}
