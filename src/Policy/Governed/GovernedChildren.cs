using System.Globalization;

namespace DecisionPolicies.Governed;

/// <summary>
/// The nodes one segment below a node, in the order in which generated code writes them, which is the same each time. Most nodes hold a value and have
/// none.
/// </summary>
internal sealed class GovernedChildren
{
    private readonly List<GovernedNode> _nodes = [];
    private readonly List<string> _segments = [];
    private readonly Dictionary<string, GovernedNode> _bySegment = new(StringComparer.OrdinalIgnoreCase);
    private int _next;

    /// <summary>The nodes.</summary>
    public IReadOnlyList<GovernedNode> Nodes => _nodes;

    /// <summary>Their segments.</summary>
    public IReadOnlyList<string> Segments => _segments;

    /// <summary>Starts a new reading.</summary>
    public void Begin() => _next = 0;

    /// <summary>The node of a segment; null if there is none.</summary>
    public GovernedNode? Find(string segment) => _bySegment.GetValueOrDefault(segment);

    /// <summary>The node of a segment, which is usually the one after the last that was asked for; null if there is none.</summary>
    public GovernedNode? Next(string segment) =>
        _next < _nodes.Count && ReferenceEquals(_nodes[_next].Segment, segment) ? _nodes[_next++] : Find(segment);

    /// <summary>Adds a node.</summary>
    public void Add(GovernedNode node)
    {
        _nodes.Add(node);
        _segments.Add(node.Segment);
        _bySegment.Add(node.Segment, node);
        _next = _nodes.Count;
    }

    /// <summary>Removes what the current reading has not written: a list has become shorter, or a dictionary has lost an entry.</summary>
    public void RemoveLeftOver()
    {
        for (var i = _nodes.Count - 1; i >= 0; i--)
        {
            if (_nodes[i].IsCurrent) continue;
            _bySegment.Remove(_nodes[i].Segment);
            _nodes.RemoveAt(i);
            _segments.RemoveAt(i);
        }
    }

    /// <summary>The segment of an element of a list, as the same string each time.</summary>
    /// <param name="place">Its zero-based index.</param>
    public string SegmentOf(int place) => place < _nodes.Count ? _nodes[place].Segment : place.ToString(CultureInfo.InvariantCulture);
}
