using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DecisionPolicies.Records;

/// <summary>
/// What the aliases of one document stand for. An alias is the node of its anchor itself, with the places that it has there. A short
/// text can stand for values without end in this way, so what aliases add has a limit.
/// </summary>
internal sealed class YamlAliases
{
    /// <summary>How much aliases may add to a document: characters of text, and <see cref="NodeWeight"/> for each value.</summary>
    public const long MostAdded = 4_000_000;

    private const int NodeWeight = 16;

    private readonly Dictionary<AnchorName, YamlAnchor> _anchors = [];
    private long _added;

    /// <summary>What all nodes so far weigh, with aliases written out.</summary>
    public long Weight { get; private set; }

    /// <summary>Counts a node.</summary>
    /// <param name="textLength">How long its text is; 0 where it is not text.</param>
    public void Count(int textLength) => Weight += NodeWeight + textLength;

    /// <summary>Remembers the node of an anchor, once it is complete.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <param name="node">The node.</param>
    /// <param name="height">How many levels are below it.</param>
    /// <param name="weightBefore">What <see cref="Weight"/> was before it.</param>
    public void Define(AnchorName anchor, YamlNode node, int height, long weightBefore) => _anchors[anchor] = new(node, height, Weight - weightBefore);

    /// <summary>What an alias stands for.</summary>
    /// <param name="alias">The alias.</param>
    /// <exception cref="SemanticErrorException">There is no such node, or too much of it.</exception>
    public YamlAnchor Resolve(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var anchor))
        {
            throw new SemanticErrorException(alias.Start, alias.End, "The anchor of this alias must stand, complete, before it.");
        }
        Weight += anchor.Weight;
        _added += anchor.Weight;
        if (_added > MostAdded)
        {
            throw new SemanticErrorException(alias.Start, alias.End, $"With this alias, aliases stand for more than {MostAdded / 1_000_000} MB of values.");
        }
        return anchor;
    }

    /// <summary>A mapping with what its <c>&lt;&lt;</c> merges: a key of its own wins, then the first mapping that has it.</summary>
    /// <param name="entries">The mapping's own entries, which get the others.</param>
    /// <param name="merged">The values of its <c>&lt;&lt;</c> keys.</param>
    /// <returns>The node that cannot be merged, or null.</returns>
    public static YamlNode? Merge(List<YamlEntry> entries, IReadOnlyList<YamlNode> merged)
    {
        var keys = new HashSet<string>(entries.Select(entry => entry.Key.Text), StringComparer.Ordinal);
        foreach (var node in merged.SelectMany(node => node is YamlSequence sequence ? sequence.Items : [node]))
        {
            if (node is YamlMapping mapping) entries.AddRange(mapping.Entries.Where(entry => keys.Add(entry.Key.Text)));
            else if (node is not YamlScalar { IsNull: true }) return node;
        }
        return null;
    }
}

/// <summary>What has an anchor.</summary>
/// <param name="Node">The node.</param>
/// <param name="Height">How many levels are below it.</param>
/// <param name="Weight">What it weighs, with aliases written out.</param>
internal sealed record YamlAnchor(YamlNode Node, int Height, long Weight);
