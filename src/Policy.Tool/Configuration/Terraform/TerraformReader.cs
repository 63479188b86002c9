using System.Globalization;
using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration.Terraform;

/// <summary>
/// Reads what Terraform files set literally: the values of variables (<c>.tfvars</c>), and environment variables wherever resources have
/// them. An expression is known only when Terraform runs, so it is passed over.
/// </summary>
internal static class TerraformReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    public static ConfigurationFile Read(string text)
    {
        var content = new FileContent(isProvidersFormat: false);
        var body = HclParser.Parse(new LineIndex(text), content);
        TerraformVariables.Read(body, content);
        var tree = new SettingTree(content);
        foreach (var attribute in body.Attributes) Put(tree, tree.Root, attribute);
        // Only a file of values has attributes outside of blocks.
        if (!tree.IsEmpty) content.Add(new(tree.Settings));
        return content.ToFile();
    }

    private static void Put(SettingTree tree, SettingNode node, HclEntry entry)
    {
        if (entry.Name is not null && IsKnown(entry.Value)) Put(tree, tree.Below(node, entry.Name, entry.NamePlace), entry.Value);
    }

    private static void Put(SettingTree tree, SettingNode? node, HclValue value)
    {
        if (node is null) return;
        switch (value)
        {
            case HclLiteral literal:
                node.Set(literal.Text, literal.Place);
                break;
            case HclObject map:
                if (map.Entries.Count == 0) node.Set(null, map.Place);
                foreach (var entry in map.Entries) Put(tree, node, entry);
                break;
            case HclList list:
                if (list.Items.Count == 0) node.Set("", list.Place);
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (IsKnown(list.Items[i])) Put(tree, tree.Below(node, i.ToString(CultureInfo.InvariantCulture), PlaceOf(list, i)), list.Items[i]);
                }
                break;
        }
    }

    private static bool IsKnown(HclValue value) => value is not HclExpression;

    private static Place PlaceOf(HclList list, int index) => list.Items[index] switch
    {
        HclLiteral literal => literal.Place,
        HclObject map => map.Place,
        HclList inner => inner.Place,
        _ => list.Place,
    };
}
