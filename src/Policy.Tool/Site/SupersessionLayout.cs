using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Site;

/// <summary>The cell of each record in a supersession graph: one column after all that it supersedes, below the records already there.</summary>
internal sealed class SupersessionLayout
{
    private readonly Dictionary<SupersessionNode, (int Column, int Row)> _cells = [];

    private SupersessionLayout()
    {
    }

    /// <summary>The number of columns.</summary>
    public int Columns { get; private set; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>The cell of a record.</summary>
    /// <param name="node">The record.</param>
    public (int Column, int Row) this[SupersessionNode node] => _cells[node];

    /// <summary>Lays out a graph. Records that are not connected have rows of their own.</summary>
    /// <param name="graph">The graph.</param>
    public static SupersessionLayout Of(SupersessionGraph graph)
    {
        var layout = new SupersessionLayout();
        var columns = ColumnsOf(graph);
        foreach (var part in PartsOf(graph))
        {
            var top = layout.Rows;
            foreach (var column in part.GroupBy(node => columns[node]))
            {
                var row = top;
                foreach (var node in column) layout._cells.Add(node, (column.Key, row++));
                layout.Rows = Math.Max(layout.Rows, row);
                layout.Columns = Math.Max(layout.Columns, column.Key + 1);
            }
        }
        return layout;
    }

    // In the order of supersession; records that supersede each other in a circle come in their own order.
    private static Dictionary<SupersessionNode, int> ColumnsOf(SupersessionGraph graph)
    {
        var columns = graph.Nodes.ToDictionary(node => node, _ => 0);
        var open = graph.Nodes.ToDictionary(node => node, node => graph.Edges.Count(edge => edge.New == node && edge.Old != node));
        var successors = graph.Edges.Where(edge => edge.Old != edge.New).ToLookup(edge => edge.Old, edge => edge.New);
        var left = new List<SupersessionNode>(graph.Nodes);
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(node => open[node] <= 0) ?? left[0];
            left.Remove(next);
            foreach (var successor in successors[next].Where(left.Contains))
            {
                open[successor]--;
                columns[successor] = Math.Max(columns[successor], columns[next] + 1);
            }
        }
        return columns;
    }

    private static IEnumerable<IReadOnlyList<SupersessionNode>> PartsOf(SupersessionGraph graph)
    {
        var neighbours = graph.Edges.SelectMany(edge => new[] { (From: edge.Old, To: edge.New), (From: edge.New, To: edge.Old) })
            .ToLookup(pair => pair.From, pair => pair.To);
        var seen = new HashSet<SupersessionNode>();
        foreach (var first in graph.Nodes)
        {
            if (!seen.Add(first)) continue;
            var part = new HashSet<SupersessionNode> { first };
            var ahead = new Queue<SupersessionNode>([first]);
            while (ahead.TryDequeue(out var node))
            {
                foreach (var other in neighbours[node].Where(seen.Add))
                {
                    part.Add(other);
                    ahead.Enqueue(other);
                }
            }
            yield return [.. graph.Nodes.Where(part.Contains)];
        }
    }
}
