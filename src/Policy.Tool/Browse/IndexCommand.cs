using System.CommandLine;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary><c>decisions index</c>: writes or checks the table of decisions in a Markdown file.</summary>
internal static class IndexCommand
{
    public static Command Of(ToolContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A Markdown file with the two markers below." };
        var check = new Option<bool>("--check") { Description = "Write nothing; fail if the table is not up to date." };
        var command = new Command("index", "Write the table of decisions between two markers in a file.") { file, check };
        command.SetAction(call =>
        {
            var path = context.Absolute(call.GetValue(file)!);
            if (!File.Exists(path)) throw new ToolException($"The file '{call.GetValue(file)}' does not exist.");
            var table = MarkedTable.Find(File.ReadAllBytes(path), context.Shown(path));
            var log = call.ReadOwnLog(context);
            // Without the unreadable records, the table would look as if they did not exist.
            if (log.ReportUnreadable(context) != ExitCode.Clean) throw new ToolException("The table was not written: a record cannot be read.");
            log.RequireRecords(context);
            var lines = IndexTable.Lines(log, Path.GetDirectoryName(path)!).ToList();
            var name = context.Shown(path);
            if (lines.SequenceEqual(table.Lines)) context.Output.WriteLine(DisplayText.Neutralise($"{name}: up to date"));
            else if (call.GetValue(check)) return Differ(table, lines, name, context);
            else
            {
                WholeFile.Write(path, table.With(lines), name);
                context.Output.WriteLine(DisplayText.Neutralise($"{name}: written, {Plural.Of(lines.Count - IndexTable.HeadLines, "record")}"));
            }
            return ExitCode.Clean;
        });
        return command.WithLines("Markers, for a page without a table", MarkedTable.Start, MarkedTable.End).WithExamples(
            "decisions index docs/adr/README.md",
            "decisions index docs/adr/README.md --check   # for continuous integration");
    }

    private static int Differ(MarkedTable table, List<string> lines, string name, ToolContext context)
    {
        var (expected, present) = (lines.ToHashSet(StringComparer.Ordinal), table.Lines.ToHashSet(StringComparer.Ordinal));
        for (var i = 0; i < table.Lines.Count; i++)
        {
            if (!expected.Contains(table.Lines[i])) Say($"{name}({table.FirstLine + i}): not expected: {table.Lines[i]}");
        }
        foreach (var line in lines.Where(line => !present.Contains(line))) Say($"{name}: missing: {line}");
        if (expected.SetEquals(present)) Say($"{name}({table.FirstLine}): The rows are not in the order of the files, or a row occurs twice.");
        Say($"Run 'decisions index {name}' to update the table.");
        return ExitCode.Findings;

        void Say(string text) => context.Output.WriteLine(DisplayText.Neutralise(text));
    }
}
