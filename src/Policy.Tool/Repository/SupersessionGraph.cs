namespace DecisionPolicies.Tool.Repository;

/// <summary>Which records supersede which.</summary>
/// <param name="Nodes">The records in the graph, in the order of their paths, then references to records that do not exist.</param>
/// <param name="Edges">The supersessions, from the old record to the new one.</param>
internal sealed record SupersessionGraph(IReadOnlyList<SupersessionNode> Nodes, IReadOnlyList<SupersessionEdge> Edges)
{
    /// <summary>Draws the connections of all records.</summary>
    /// <param name="records">The records, with their references as ids.</param>
    public static SupersessionGraph Of(IReadOnlyList<AdrRecord> records)
    {
        var byId = new Dictionary<string, SupersessionNode>(StringComparer.OrdinalIgnoreCase);
        // If two share an id, a reference means the first, as everywhere.
        var nodes = records.Select(record => new SupersessionNode(record.Decision.Id, record)).ToList();
        foreach (var node in nodes) byId.TryAdd(node.Id, node);
        var edges = nodes.SelectMany(node => EdgesOf(node, byId)).Distinct().ToList();
        var inUse = edges.SelectMany(edge => new[] { edge.Old, edge.New }).ToHashSet();
        return new([.. nodes.Where(inUse.Contains), .. inUse.Where(node => node.Record is null)], edges);
    }

    /// <summary>The part of the graph that a record is connected to; empty if it is not in the graph.</summary>
    /// <param name="record">The record.</param>
    public SupersessionGraph Around(AdrRecord record)
    {
        var reached = Nodes.Where(node => ReferenceEquals(node.Record, record)).ToHashSet();
        for (var before = -1; before != reached.Count;)
        {
            before = reached.Count;
            foreach (var edge in Edges.Where(edge => reached.Contains(edge.Old) || reached.Contains(edge.New)))
            {
                reached.Add(edge.Old);
                reached.Add(edge.New);
            }
        }
        return new([.. Nodes.Where(reached.Contains)], [.. Edges.Where(edge => reached.Contains(edge.Old))]);
    }

    private static IEnumerable<SupersessionEdge> EdgesOf(SupersessionNode node, Dictionary<string, SupersessionNode> byId) =>
        node.Record!.Decision.Supersedes.Select(id => new SupersessionEdge(Meant(id, byId), node))
            .Concat(node.Record.Decision.SupersededBy.Select(id => new SupersessionEdge(node, Meant(id, byId))));

    private static SupersessionNode Meant(string id, Dictionary<string, SupersessionNode> byId)
    {
        if (!byId.TryGetValue(id, out var node)) byId.Add(id, node = new(id, null));
        return node;
    }
}

/// <summary>A record in the graph.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Record">The record; null if there is none with that id.</param>
internal sealed record SupersessionNode(string Id, AdrRecord? Record)
{
    /// <summary>The id and the title in one line.</summary>
    public string Label => Record is null ? $"{Id} (no such record)" : $"{Id}: {Record.Decision.Title}";

    // Records can be equal and still be different nodes.
    public bool Equals(SupersessionNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>One supersession.</summary>
/// <param name="Old">The superseded record.</param>
/// <param name="New">The record that supersedes it.</param>
internal sealed record SupersessionEdge(SupersessionNode Old, SupersessionNode New);
