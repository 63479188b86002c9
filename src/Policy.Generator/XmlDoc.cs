namespace DecisionPolicies.Generator;

/// <summary>Writes text of a record into documentation comments, where it must stay on its line and be no markup.</summary>
internal static class XmlDoc
{
    public static string Text(string text) =>
        DisplayText.Neutralise(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
