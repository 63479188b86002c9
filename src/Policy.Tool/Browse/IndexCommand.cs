using System.CommandLine;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary><c>decisions index</c>: the table of decisions in a Markdown file, written or compared.</summary>
internal static class IndexCommand
{
    public static Command Of(ToolContext context)
    {
        var file = new Argument<string>("FILE") { Description = $"A Markdown file with the lines {MarkedTable.Start} and {MarkedTable.End}." };
        var check = new Option<bool>("--check") { Description = "Write nothing; fail where the table is not up to date." };
        var command = new Command("index", "Write the table of decisions between two markers of a file.") { file, check };
        command.SetAction(call =>
        {
            var path = context.Absolute(call.GetValue(file)!);
            if (!File.Exists(path)) throw new ToolException($"There is no file '{call.GetValue(file)}'.");
            var table = MarkedTable.Find(File.ReadAllBytes(path), context.Shown(path));
            var log = call.ReadLog(context);
            // A table without them would look as if they were not there.
            if (log.TellUnreadable(context) != ExitCode.Clean) throw new ToolException("The table is not written, because a record cannot be read.");
            var lines = IndexTable.Lines(log, Path.GetDirectoryName(path)!).ToList();
            var name = context.Shown(path);
            if (lines.SequenceEqual(table.Lines)) context.Output.WriteLine(DisplayText.Neutralise($"{name}: up to date"));
            else if (call.GetValue(check)) return Differ(table, lines, name, context);
            else
            {
                WholeFile.Write(path, table.With(lines), name);
                context.Output.WriteLine(DisplayText.Neutralise($"{name}: written, {lines.Count - IndexTable.HeadLines} records"));
            }
            return ExitCode.Clean;
        });
        return command.WithExamples(
            "decisions index docs/adr/README.md",
            "decisions index docs/adr/README.md --check   # for continuous integration");
    }

    private static int Differ(MarkedTable table, List<string> lines, string name, ToolContext context)
    {
        var (expected, present) = (lines.ToHashSet(StringComparer.Ordinal), table.Lines.ToHashSet(StringComparer.Ordinal));
        for (var i = 0; i < table.Lines.Count; i++)
        {
            if (!expected.Contains(table.Lines[i])) Tell($"{name}({table.FirstLine + i}): should not be there: {table.Lines[i]}");
        }
        foreach (var line in lines.Where(line => !present.Contains(line))) Tell($"{name}: is missing: {line}");
        if (expected.SetEquals(present)) Tell($"{name}({table.FirstLine}): The rows are in another order than the files, or one of them stands there twice.");
        Tell($"Run 'decisions index {name}' to bring the table up to date.");
        return ExitCode.Findings;

        void Tell(string text) => context.Output.WriteLine(DisplayText.Neutralise(text));
    }
}
