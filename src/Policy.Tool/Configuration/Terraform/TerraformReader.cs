using System.Globalization;
using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration.Terraform;

/// <summary>
/// Reads what Terraform files set literally: the values of variables (<c>.tfvars</c>), and environment variables wherever resources have
/// them. An expression is known only when Terraform runs: it is read as a placeholder without a default.
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
        foreach (var attribute in body.Attributes) Put(tree, tree.Root, attribute, content);
        // Only a file of values has attributes outside of blocks.
        if (!tree.IsEmpty) content.Add(new(tree.Settings));
        return content.ToFile();
    }

    private static void Put(SettingTree tree, SettingNode node, HclEntry entry, FileContent content)
    {
        if (entry.Name is not null) Put(tree, tree.Below(node, entry.Name, entry.NamePlace), entry.Value, content);
    }

    private static void Put(SettingTree tree, SettingNode? node, HclValue value, FileContent content)
    {
        if (node is null) return;
        switch (value)
        {
            case HclLiteral literal:
                node.Set(literal.Text, literal.Place);
                break;
            case HclExpression expression:
                node.Set(HclExpression.Value, expression.Place);
                content.AddExpression(expression.Place);
                break;
            case HclObject map:
                if (map.Entries.Count == 0) node.Set(null, map.Place);
                foreach (var entry in map.Entries) Put(tree, node, entry, content);
                break;
            case HclList list:
                if (list.Items.Count == 0) node.Set("", list.Place);
                for (var i = 0; i < list.Items.Count; i++)
                {
                    Put(tree, tree.Below(node, i.ToString(CultureInfo.InvariantCulture), PlaceOf(list, i)), list.Items[i], content);
                }
                break;
        }
    }

    private static Place PlaceOf(HclList list, int index) => list.Items[index] switch
    {
        HclLiteral literal => literal.Place,
        HclExpression expression => expression.Place,
        HclObject map => map.Place,
        HclList inner => inner.Place,
        _ => list.Place,
    };
}
