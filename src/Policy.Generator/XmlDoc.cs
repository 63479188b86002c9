namespace DecisionPolicies.Generator;

/// <summary>Writes text of a record into documentation comments, where it must stay on its line and must not become markup.</summary>
internal static class XmlDoc
{
    /// <summary>A link that an editor can follow, or the path of a file.</summary>
    public static string Link(string link) =>
        link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? $"<see href=\"{Text(link).Replace("\"", "&quot;")}\"/>" : Text(link);

    public static string Text(string text) =>
        DisplayText.Visible(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
