using System.CommandLine;
using DecisionPolicies.Tool.Browse;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary><c>decisions accept</c>, <c>decisions deprecate</c> and <c>decisions amend</c>: change an existing record.</summary>
internal static class StatusCommands
{
    public static Command Accept(ToolContext context)
    {
        var id = IdArgument.OfOwn();
        var command = new Command("accept", "Accept a record: its rules are enforced from now on. Marks the records that it supersedes as superseded.") { id };
        command.SetAction(call =>
        {
            var log = call.ReadOwnLog(context);
            var found = call.FindOwn(log, call.GetValue(id)!, context);
            if (found.Record.Decision.Status is DecisionStatus.Rejected or DecisionStatus.Deprecated or DecisionStatus.Superseded)
            {
                throw new ToolException($"{found.Record.Decision.Id} is {found.Record.Decision.Status.Word()}, "
                    + $"which is final. Write a new record: decisions new \"{found.Record.Decision.Title}\".");
            }
            var edits = new List<RecordEdit>();
            if (found.Record.Decision.Status != DecisionStatus.Accepted) edits.Add(StatusChange.Accept(found.File, context.Today));
            edits.AddRange(Succession.Of(log, found.File.Content.Record!));
            return Write(context, log, edits, $"{found.Record.Decision.Id} is already accepted.");
        });
        return command.WithExamples("decisions accept 7", "decisions accept docs/adr/0007-use-one-queue.md");
    }

    public static Command Deprecate(ToolContext context)
    {
        var id = IdArgument.OfOwn();
        var command = new Command("deprecate", "Deprecate a record: it is no longer enforced, and nothing replaces it.") { id };
        command.SetAction(call =>
        {
            var log = call.ReadOwnLog(context);
            var found = call.FindOwn(log, call.GetValue(id)!, context);
            if (found.Record.Decision.Status is DecisionStatus.Rejected or DecisionStatus.Superseded)
            {
                throw new ToolException($"{found.Record.Decision.Id} is {found.Record.Decision.Status.Word()}, "
                    + "so it is not in force, and there is nothing to deprecate.");
            }
            List<RecordEdit> edits = found.Record.Decision.Status == DecisionStatus.Deprecated ? [] : [StatusChange.Deprecate(found.File)];
            return Write(context, log, edits, $"{found.Record.Decision.Id} is already deprecated.");
        });
        return command.WithExamples("decisions deprecate NoDcr");
    }

    public static Command Amend(ToolContext context)
    {
        var id = IdArgument.OfOwn();
        var change = new Argument<string>("CHANGE") { Description = "What changed in the record, in a sentence." };
        var command = new Command("amend", "Add a change to a record's amendments, with today's date.") { id, change };
        command.SetAction(call =>
        {
            var log = call.ReadOwnLog(context);
            var found = call.FindOwn(log, call.GetValue(id)!, context);
            var text = DisplayText.WithoutInvisible(call.GetValue(change)!).Trim();
            var isThere = found.Record.Decision.Amendments.Any(amendment => amendment.Change == text && amendment.Date == context.Today);
            List<RecordEdit> edits = isThere ? [] : [StatusChange.Amend(found.File, context.Today, text)];
            return Write(context, log, edits, $"{found.Record.Decision.Id} already lists this amendment.");
        });
        return command.WithExamples("decisions amend 1 \"Cites the 2026-07-28 revision of the specification.\"");
    }

    private static int Write(ToolContext context, DecisionLog log, List<RecordEdit> edits, string nothing)
    {
        if (edits.Count == 0) context.Error.WriteLine(DisplayText.Neutralise(nothing + " Nothing was written."));
        else new Writing(context).Write(log, null, edits);
        return ExitCode.Clean;
    }
}
