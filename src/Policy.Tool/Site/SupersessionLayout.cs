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
        var successors = graph.Edges.Where(edge => edge.Old != edge.New).ToLookup(edge => edge.Old, edge => edge.New);
        var columns = graph.Nodes.ToDictionary(node => node, _ => 0);
        var open = graph.Nodes.ToDictionary(node => node, _ => 0);
        foreach (var successor in successors.SelectMany(each => each)) open[successor]++;
        var order = graph.Nodes.Select((node, index) => (node, index)).ToDictionary();
        var ready = new PriorityQueue<SupersessionNode, int>(graph.Nodes.Where(node => open[node] == 0).Select(node => (node, order[node])));
        var placed = new HashSet<SupersessionNode>();
        // What is in a circle is never ready by itself.
        foreach (var node in graph.Nodes)
        {
            PlaceReady();
            if (placed.Contains(node)) continue;
            ready.Enqueue(node, order[node]);
        }
        PlaceReady();
        return columns;

        void PlaceReady()
        {
            while (ready.TryDequeue(out var next, out _))
            {
                if (!placed.Add(next)) continue;
                foreach (var successor in successors[next].Where(each => !placed.Contains(each)))
                {
                    columns[successor] = Math.Max(columns[successor], columns[next] + 1);
                    if (--open[successor] == 0) ready.Enqueue(successor, order[successor]);
                }
            }
        }
    }

    // Each with its records in the order of the graph.
    private static IEnumerable<IEnumerable<SupersessionNode>> PartsOf(SupersessionGraph graph)
    {
        var firsts = new Dictionary<SupersessionNode, SupersessionNode>();
        foreach (var first in graph.Nodes.Where(node => !firsts.ContainsKey(node)))
        {
            foreach (var node in graph.NearestTo(first)) firsts.Add(node, first);
        }
        return graph.Nodes.GroupBy(node => firsts[node]);
    }
}
