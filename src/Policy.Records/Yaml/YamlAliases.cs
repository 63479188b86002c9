using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DecisionPolicies.Records;

/// <summary>
/// The values of the aliases in one document. An alias is the node of its anchor itself, with the places of the anchor. In this way
/// a short text can expand without bound, so the amount that aliases add is limited.
/// </summary>
internal sealed class YamlAliases
{
    /// <summary>The most that aliases may add to a document: characters of text, plus <see cref="NodeWeight"/> for each value.</summary>
    public const long MostAdded = 4_000_000;

    private const int NodeWeight = 16;

    private readonly Dictionary<AnchorName, YamlAnchor> _anchors = [];
    private long _added;

    /// <summary>The weight of all nodes so far, with aliases expanded.</summary>
    public long Weight { get; private set; }

    /// <summary>Counts a node.</summary>
    /// <param name="textLength">The length of its text; 0 if it is not text.</param>
    public void Count(int textLength) => Weight += NodeWeight + textLength;

    /// <summary>Remembers the node of an anchor when the node is complete.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <param name="node">The node.</param>
    /// <param name="height">How many levels are below it.</param>
    /// <param name="weightBefore">What <see cref="Weight"/> was before it.</param>
    public void Define(AnchorName anchor, YamlNode node, int height, long weightBefore) => _anchors[anchor] = new(node, height, Weight - weightBefore);

    /// <summary>The node that an alias refers to.</summary>
    /// <param name="alias">The alias.</param>
    /// <exception cref="SemanticErrorException">The node does not exist, or aliases add too much.</exception>
    public YamlAnchor Resolve(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var anchor))
        {
            throw new SemanticErrorException(alias.Start, alias.End, "The anchor of this alias must be defined completely before the alias.");
        }
        Weight += anchor.Weight;
        _added += anchor.Weight;
        if (_added > MostAdded)
        {
            throw new SemanticErrorException(alias.Start, alias.End, $"With this alias, aliases expand to more than {MostAdded / 1_000_000} MB of values.");
        }
        return anchor;
    }

    /// <summary>Merges the mappings after <c>&lt;&lt;</c> into a mapping. The mapping's own keys win, then the first mapping that has the key.</summary>
    /// <param name="entries">The mapping's own entries, to which the others are added.</param>
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

/// <summary>A node that has an anchor.</summary>
/// <param name="Node">The node.</param>
/// <param name="Height">How many levels are below it.</param>
/// <param name="Weight">Its weight, with aliases expanded.</param>
internal sealed record YamlAnchor(YamlNode Node, int Height, long Weight);
