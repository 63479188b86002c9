using System.Globalization;
using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>
/// Turns YAML into configuration keys, as .NET does with JSON: keys of mappings and indexes of sequences are segments. The node that an
/// alias refers to has the place where it is written, which is where it can be changed.
/// </summary>
internal static class YamlSettings
{
    /// <summary>The configuration in a node.</summary>
    /// <param name="root">A mapping or a sequence.</param>
    /// <param name="part">Which part of the file it is.</param>
    /// <param name="content">Receives the faults.</param>
    /// <param name="leftOut">Keys of the root that are read elsewhere.</param>
    public static ConfigurationTree Of(YamlNode root, FilePart? part, FileContent content, IReadOnlyCollection<string>? leftOut = null)
    {
        var tree = new SettingTree(content);
        if (root is YamlMapping mapping && leftOut is not null)
        {
            root = mapping with { Entries = [.. mapping.Entries.Where(entry => !leftOut.Contains(entry.Key.Text))] };
        }
        PutChildren(root, tree, tree.Root);
        return new(tree.Settings) { Part = part };
    }

    /// <summary>
    /// The configurations in a node that another program than a host of .NET reads: with the first and with the last value of keys that differ
    /// only in case, since only its reader knows which one counts.
    /// </summary>
    /// <param name="root">A mapping or a sequence.</param>
    /// <param name="part">Which part of the file it is.</param>
    /// <param name="content">Receives the faults.</param>
    public static IEnumerable<ConfigurationTree> OfForeign(YamlNode root, FilePart? part, FileContent content)
    {
        foreach (var takesLast in new[] { false, true })
        {
            var tree = new SettingTree(content, isForeign: true, takesLast);
            PutChildren(root, tree, tree.Root);
            yield return new(tree.Settings) { Part = part };
            if (!tree.HasTwo) break;
        }
        if (!HasDots(root)) yield break;
        // As Spring Boot and others do, a dot in a key is what ':' is to .NET.
        var dotted = new SettingTree(content, isForeign: true, takesLast: true) { TakesDots = true };
        PutChildren(root, dotted, dotted.Root);
        yield return new(dotted.Settings) { Part = part };
    }

    // The depth of a document is bounded by its reader.
    private static bool HasDots(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.Any(entry => SettingTree.IsDotted(entry.Key.Text) || HasDots(entry.Value)),
        YamlSequence sequence => sequence.Items.Any(HasDots),
        _ => false,
    };

    private static void Put(YamlNode node, SettingTree tree, SettingNode? at)
    {
        if (at is null) return;
        switch (node)
        {
            case YamlScalar scalar:
                tree.Set(at, scalar.IsNull ? null : scalar.Text, scalar.Place);
                break;
            case YamlMapping { Entries.Count: 0 } when !at.IsSet:
                tree.Set(at, null, node.Place);
                break;
            case YamlSequence { Items.Count: 0 } when !at.IsSet:
                tree.Set(at, "", node.Place);
                break;
            default:
                PutChildren(node, tree, at);
                break;
        }
    }

    private static void PutChildren(YamlNode node, SettingTree tree, SettingNode at)
    {
        if (node is YamlMapping mapping)
        {
            foreach (var entry in mapping.Entries) Put(entry.Value, tree, tree.Below(at, entry.Key.Text, entry.Key.Place));
        }
        else if (node is YamlSequence sequence)
        {
            for (var i = 0; i < sequence.Items.Count; i++)
            {
                Put(sequence.Items[i], tree, tree.Below(at, i.ToString(CultureInfo.InvariantCulture), sequence.Items[i].Place));
            }
        }
    }
}
