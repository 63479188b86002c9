using System.CommandLine;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary><c>decisions graph</c>: which records supersede which, as a Mermaid flowchart.</summary>
internal static class GraphCommand
{
    public static Command Of(ToolContext context)
    {
        var all = new Option<bool>("--all") { Description = "Also draw records that neither supersede another nor are superseded." };
        var command = new Command("graph", "Draw which records supersede which, as a Mermaid flowchart.") { all };
        command.SetAction(call =>
        {
            var log = call.ReadLog(context);
            List<AdrRecord> records = [.. log.EveryRecord];
            var graph = SupersessionGraph.Of(records);
            if (call.GetValue(all)) graph = graph with { Nodes = WithOthers(graph.Nodes, records) };
            context.Output.Write(Mermaid.Of(graph));
            if (graph.Nodes.Count == 0) context.Error.WriteLine("No record supersedes another. Use --all to draw every record.");
            return log.ReportUnreadable(context);
        });
        return command.WithExamples("decisions graph", "decisions graph --all > decisions.mmd");
    }

    private static IReadOnlyList<SupersessionNode> WithOthers(IReadOnlyList<SupersessionNode> nodes, IReadOnlyList<AdrRecord> records)
    {
        var drawn = nodes.Where(node => node.Record is not null).ToDictionary(node => node.Record!.Path, StringComparer.Ordinal);
        return [.. records.Select(record => drawn.GetValueOrDefault(record.Path) ?? new(record.Decision.Id, record)),
            .. nodes.Where(node => node.Record is null)];
    }
}
