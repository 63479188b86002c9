using System.CommandLine;
using DecisionPolicies.Tool.Records;

namespace DecisionPolicies.Tool;

/// <summary>The command line as a whole: what it understands, and what it does where it does not.</summary>
internal static class DecisionsCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="arguments">What follows its name.</param>
    /// <param name="context">The surroundings.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, ToolContext context)
    {
        try
        {
            var call = Of(context).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (call.Errors.Count > 0) return Misunderstood(call, context);
            return call.Invoke(new() { Output = context.Output, Error = context.Error, EnableDefaultExceptionHandler = false });
        }
        catch (ToolException exception)
        {
            context.Error.WriteLine($"decisions: {DisplayText.Neutralise(exception.Message)}");
            return ExitCode.Error;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine($"decisions: {DisplayText.Neutralise(exception.Message)}");
            return ExitCode.Error;
        }
    }

    private static RootCommand Of(ToolContext context)
    {
        var root = new RootCommand("Keeps architecture decision records (ADRs): judges configuration by them, and keeps the records in order.")
        {
            RecordsOption.Instance,
            Check.CheckCommand.Of(context),
            Log.ListCommand.Of(context),
            Log.ShowCommand.Of(context),
            Log.SearchCommand.Of(context),
            Log.GraphCommand.Of(context),
            Log.IndexCommand.Of(context),
            Log.ReplyCommand.Of(context),
            Site.SiteCommand.Of(context),
            Lint.LintCommand.Of(context),
            CompletionCommand.Of(context),
            Due.DueCommand.Of(context),
            Write.NewCommands.New(context),
            Write.StatusCommands.Accept(context),
            Write.NewCommands.Supersede(context),
            Write.StatusCommands.Amend(context),
            Write.StatusCommands.Deprecate(context),
        };
        Help.AddExamples(root);
        return root;
    }

    private static int Misunderstood(ParseResult call, ToolContext context)
    {
        foreach (var error in call.Errors) context.Error.WriteLine($"decisions: {DisplayText.Neutralise(error.Message)}");
        context.Error.WriteLine($"See '{string.Join(' ', NamesOf(call.CommandResult))} --help'.");
        return ExitCode.Error;
    }

    private static IEnumerable<string> NamesOf(System.CommandLine.Parsing.CommandResult command) =>
        command.Parent is System.CommandLine.Parsing.CommandResult parent ? NamesOf(parent).Append(command.Command.Name) : ["decisions"];
}
