using System.CommandLine;
using DecisionPolicies.Tool.Browse;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary><c>decisions new</c> and <c>decisions supersede</c>: write a new record.</summary>
internal static class NewCommands
{
    private static Argument<string> Title => new("TITLE") { Description = "The title: the decision in a few words." };

    private static Option<string?> TemplateOption =>
        new("--template")
        {
            Description = "The template to fill in. Default: template.md or adr-template.md among the records, else a built-in one.",
            HelpName = "FILE"
        };

    private static Option<string?> FileOption =>
        new("--file")
        {
            Description = "The file of the new record, in the folder of the records. Default: named like the others.",
            HelpName = "FILE"
        };

    public static Command New(ToolContext context)
    {
        var title = Title;
        var file = FileOption;
        var template = TemplateOption;
        var status = new Option<string>("--status") { Description = "The status of the new record.", DefaultValueFactory = _ => "proposed" };
        status.AcceptOneOf("proposed", "accepted");
        var command = new Command("new", "Write a new record, with the next free number and a file named like the others.") { title, status, file, template };
        command.SetAction(call =>
        {
            var log = DecisionLog.Read(RecordsFolder.FindOrFirst(call.OwnFolders(context), context));
            var named = new NamedFiles(call.GetValue(file), call.GetValue(template));
            var created = NewRecord.Plan(log, call.GetValue(title)!, call.GetValue(status) == "accepted", null, named, context);
            new Writing(context).Write(log, created, []);
            return ExitCode.Clean;
        });
        return command.WithExamples("decisions new \"Use one queue\"", "decisions new \"Use one queue\" --status accepted");
    }

    public static Command Supersede(ToolContext context)
    {
        var old = IdArgument.OfOwn();
        var title = Title;
        var file = FileOption;
        var template = TemplateOption;
        var accepted = new Option<bool>("--accepted")
        {
            Description = "Accept the new record at once. Otherwise the old one stays in force until 'decisions accept'.",
        };
        var command = new Command("supersede", "Write a new record that supersedes another.") { old, title, accepted, file, template };
        command.SetAction(call =>
        {
            var log = call.ReadOwnLog(context);
            var found = call.FindOwn(log, call.GetValue(old)!, context);
            var isAccepted = call.GetValue(accepted);
            var created = NewRecord.Plan(log, call.GetValue(title)!, isAccepted, found.Record, new(call.GetValue(file), call.GetValue(template)), context);
            var draft = created.File.Content.Record!;
            List<RecordEdit> edits = isAccepted ? [StatusChange.Supersede(found.File, draft.Decision.Id, draft.Path)] : [];
            new Writing(context).Write(log, created, edits);
            if (!isAccepted)
            {
                context.Error.WriteLine(DisplayText.Neutralise($"{found.Record.Decision.Id} stays as it is until the new record is accepted: decisions accept "
                    + $"{draft.Decision.Id}"));
            }
            return ExitCode.Clean;
        });
        return command.WithExamples("decisions supersede 7 \"Use two queues\"", "decisions supersede 7 \"Use two queues\" --accepted");
    }
}
