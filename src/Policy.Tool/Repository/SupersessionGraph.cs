namespace DecisionPolicies.Tool.Repository;

/// <summary>Which records supersede which.</summary>
/// <param name="Nodes">The records in the graph, in the order of their paths, then references to records that do not exist.</param>
/// <param name="Edges">The supersessions, from the old record to the new one.</param>
internal sealed record SupersessionGraph(IReadOnlyList<SupersessionNode> Nodes, IReadOnlyList<SupersessionEdge> Edges)
{
    private readonly Lazy<ILookup<SupersessionNode, SupersessionEdge>> _edges = new(() => Edges.ToLookup(edge => edge.Old));

    private readonly Lazy<Dictionary<SupersessionNode, int>> _order = new(() => Nodes.Select((node, index) => (node, index)).ToDictionary());

    private readonly Lazy<ILookup<SupersessionNode, SupersessionNode>> _neighbours = new(() => Edges
        .SelectMany(edge => new[] { (From: edge.Old, To: edge.New), (From: edge.New, To: edge.Old) })
        .ToLookup(pair => pair.From, pair => pair.To));

    private readonly Lazy<Dictionary<object, SupersessionNode>> _byRecord = new(() => Nodes
        .Where(node => node.Record is not null)
        .ToDictionary(node => (object)node.Record!, ReferenceEqualityComparer.Instance));

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
    /// <param name="most">How many records the part holds at most: those nearest to it.</param>
    public SupersessionGraph Around(AdrRecord record, int most)
    {
        if (!_byRecord.Value.TryGetValue(record, out var first)) return new([], []);
        var reached = NearestTo(first).Take(most).ToHashSet();
        SupersessionNode[] nodes = [.. reached.OrderBy(node => _order.Value[node])];
        return new(nodes, [.. nodes.SelectMany(node => _edges.Value[node]).Where(edge => reached.Contains(edge.New))]);
    }

    /// <summary>A record and all that it is connected to, the nearest first.</summary>
    /// <param name="first">The record.</param>
    public IEnumerable<SupersessionNode> NearestTo(SupersessionNode first)
    {
        var seen = new HashSet<SupersessionNode> { first };
        var ahead = new Queue<SupersessionNode>(seen);
        while (ahead.TryDequeue(out var node))
        {
            yield return node;
            foreach (var other in _neighbours.Value[node].Where(seen.Add)) ahead.Enqueue(other);
        }
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
