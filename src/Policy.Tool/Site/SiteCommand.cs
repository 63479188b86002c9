using System.CommandLine;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Site;

/// <summary><c>decisions site</c>: writes the decision log as static pages.</summary>
internal static class SiteCommand
{
    public static Command Of(ToolContext context)
    {
        var folder = new Argument<string>("OUT") { Description = "The folder for the pages. It is created if necessary; other files in it stay." };
        var title = new Option<string>("--title") { Description = "The title of the site.", HelpName = "TEXT", DefaultValueFactory = _ => "Decision log" };
        var command = new Command("site", "Write the decision log as static pages: an index to filter and search, and a page for each record.")
        {
            folder, title, RecordLink.Option,
        };
        command.SetAction(call =>
        {
            var given = call.GetValue(folder)!;
            var log = call.ReadLog(context);
            var output = new SiteFolder(Path.TrimEndingDirectorySeparator(context.Absolute(given)), given);
            output.KeepOutOf(log.Folder);
            var pages = new SitePages(call.GetValue(title)!, log, RecordLink.Of(call.GetValue(RecordLink.Option), log));
            IReadOnlyList<SiteFile> files = [.. pages.Write()];
            var removed = output.Write(files);
            var old = removed == 0 ? "" : $", {Plural.Of(removed, "page")} of old records removed";
            context.Output.WriteLine(DisplayText.Neutralise($"{given}: {Plural.Of(files.Count, "page")} written{old}"));
            return log.ReportUnreadable(context);
        });
        return command.WithExamples(
            "decisions site artifacts/decisions",
            "decisions site artifacts/decisions --title \"Our decisions\"");
    }
}
