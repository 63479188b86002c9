namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>Recognises the template of a Helm chart, which becomes YAML only when it is rendered.</summary>
internal static class HelmTemplate
{
    /// <summary>The message for such a file.</summary>
    public const string Message = "This is a Helm template, which is not YAML until it is rendered. Check the output of 'helm template' instead.";

    private const string Opening = "{{";

    // Expressions that only Helm has. Other tools use the same braces inside text, such as Prometheus in its alerts.
    private static readonly string[] _helm = [".Values", ".Release.", ".Chart.", ".Capabilities.", "include \""];

    /// <summary>The place of the first Helm expression, or null.</summary>
    /// <param name="document">The document.</param>
    /// <param name="isYaml">Whether the document could be read. If not, any such brace is the likely reason.</param>
    public static Place? Find(YamlDocument document, bool isYaml)
    {
        var text = document.Text;
        for (var at = text.IndexOf(Opening, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Opening, at + Opening.Length, StringComparison.Ordinal))
        {
            if (isYaml && !IsHelm(text, at + Opening.Length)) continue;
            var place = new LineIndex(text).PlaceAt(at, at + Opening.Length);
            return place with { Line = place.Line + document.FirstLine - 1, EndLine = place.EndLine + document.FirstLine - 1 };
        }
        return null;
    }

    private static bool IsHelm(string text, int at)
    {
        if (at < text.Length && text[at] == '-') at++;
        while (at < text.Length && text[at] == ' ') at++;
        return _helm.Any(sign => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0);
    }
}
