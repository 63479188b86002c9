namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>Reads YAML: every document of the stream, and what it says to the containers that it is about.</summary>
internal static class YamlConfigurationReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    public static ConfigurationFile Read(string text) => Read(text, looksInside: true);

    /// <summary>Reads a file for its own keys alone.</summary>
    /// <param name="text">Its text.</param>
    public static ConfigurationFile ReadPlain(string text) => Read(text, looksInside: false);

    private static ConfigurationFile Read(string text, bool looksInside)
    {
        var lines = new LineIndex(text);
        var content = new FileContent(isProvidersFormat: false);
        var documents = YamlDocuments.Of(lines).ToList();
        for (var i = 0; i < documents.Count; i++) Read(documents[i], documents.Count > 1 ? $"document {i + 1}" : null, looksInside ? lines : null, content);
        return content.ToFile();
    }

    private static void Read(YamlDocument document, string? name, LineIndex? inside, FileContent content)
    {
        var root = YamlReader.ReadDocument(document.Text, document.FirstLine, out var fault);
        if (HelmTemplate.Find(document, isYaml: fault is null) is { } template) content.Fail(template, HelmTemplate.Message);
        else if (fault is not null) content.Fail(fault.Place, $"The YAML cannot be read: {fault.Reason}");
        switch (root)
        {
            case null or YamlScalar { IsNull: true }:
                break;
            case YamlScalar:
                content.Fail(root.Place, "This document holds text alone. A configuration has keys, as in 'key: value'.");
                break;
            case YamlMapping manifest when inside is not null && KubernetesManifest.Is(manifest):
                KubernetesManifest.Read(manifest, inside, content);
                break;
            default:
                if (inside is not null)
                {
                    ComposeFile.Read(root, name, content);
                    ContainerVariables.Read(root, name, content);
                }
                content.Add(YamlSettings.Of(root, name, content));
                break;
        }
    }
}
