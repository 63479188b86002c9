using System.Globalization;
using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration.Xml;

/// <summary>
/// Turns XML into configuration keys, as .NET's provider does: elements and attributes are segments, the root is not, an attribute
/// <c>Name</c> adds its value, and elements with the same name get indexes.
/// </summary>
internal static class XmlSettings
{
    /// <summary>The configuration in the file.</summary>
    /// <param name="root">Its root.</param>
    /// <param name="content">Receives the faults.</param>
    public static ConfigurationTree Of(XmlElement root, FileContent content)
    {
        var tree = new SettingTree(content);
        Put(root, tree, WithName(root, tree, tree.Root));
        return new(tree.Settings);
    }

    private static void Put(XmlElement element, SettingTree tree, SettingNode? at)
    {
        if (at is null) return;
        foreach (var attribute in element.Attributes) tree.Set(tree.Below(at, attribute.Name, attribute.Place), attribute.Value, attribute.ValuePlace);
        // The text of the root has the empty key.
        if (element.Text is not null) tree.Set(at == tree.Root ? tree.Below(at, "", element.Place) : at, element.Text, element.TextPlace);
        foreach (var siblings in element.Children.GroupBy(SiblingName, StringComparer.OrdinalIgnoreCase))
        {
            var all = siblings.ToList();
            for (var i = 0; i < all.Count; i++)
            {
                var node = WithName(all[i], tree, tree.Below(at, all[i].Name, all[i].Place));
                if (all.Count > 1) node = tree.Below(node, i.ToString(CultureInfo.InvariantCulture), all[i].Place);
                Put(all[i], tree, node);
            }
        }
    }

    private static SettingNode? WithName(XmlElement element, SettingTree tree, SettingNode? node) =>
        string.IsNullOrEmpty(element.NameAttribute) ? node : tree.Below(node, element.NameAttribute, element.Place);

    private static string SiblingName(XmlElement element) =>
        string.IsNullOrEmpty(element.NameAttribute) ? element.Name : element.Name + ":" + element.NameAttribute;
}
