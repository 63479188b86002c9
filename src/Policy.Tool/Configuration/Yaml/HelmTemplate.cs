namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>Recognises the template of a Helm chart, which becomes YAML only when it is rendered.</summary>
internal static class HelmTemplate
{
    /// <summary>The message for such a file.</summary>
    public const string Message = "This is a Helm template, which is not YAML until it is rendered. Check the output of 'helm template' instead.";

    private const string Opening = "{{";

    /// <summary>
    /// The place of the first template action in a document that cannot be read as YAML, or null. In quotes and in comments the braces are
    /// text, and other tools use them too.
    /// </summary>
    /// <param name="document">The document.</param>
    public static Place? Find(YamlDocument document)
    {
        var lines = new LineIndex(document.Text);
        for (var line = 1; line <= lines.Count; line++)
        {
            if (lines[line].TrimStart() is ['#', ..] || lines[line].IndexOf(Opening) is not (>= 0 and var at)) continue;
            var outer = line + document.FirstLine - 1;
            return new(outer, at + 1, outer, at + 1 + Opening.Length);
        }
        return null;
    }
}
