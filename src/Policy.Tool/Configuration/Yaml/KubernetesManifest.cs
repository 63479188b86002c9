namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>Reads a Kubernetes manifest: its own keys, the variables of its containers, and the files in a ConfigMap or a Secret.</summary>
internal static class KubernetesManifest
{
    /// <summary>Whether a document is a manifest.</summary>
    /// <param name="document">The document.</param>
    public static bool Is(YamlNode document) => KindOf(document) is not null && document.Find("apiVersion") is YamlScalar;

    /// <summary>Adds the configurations of a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="lines">The lines of its file.</param>
    /// <param name="content">Receives the configurations.</param>
    public static void Read(YamlMapping manifest, LineIndex lines, FileContent content)
    {
        var kind = KindOf(manifest)!;
        if (kind.EndsWith("List", StringComparison.Ordinal) && manifest.Find("items") is YamlSequence items) ReadItems(items, lines, content);
        else Read(manifest, kind, lines, content);
    }

    private static void ReadItems(YamlSequence items, LineIndex lines, FileContent content)
    {
        for (var i = 0; i < items.Items.Count; i++)
        {
            var item = items.Items[i];
            if (item is YamlMapping manifest && Is(manifest)) Read(manifest, lines, content);
            else if (item is not YamlScalar)
            {
                var owner = FilePart.Item(i + 1);
                new StartedProcesses(lines, content).Read(item, owner);
                content.Add(YamlSettings.Of(item, owner, content));
            }
        }
    }

    private static void Read(YamlMapping manifest, string kind, LineIndex lines, FileContent content)
    {
        if (kind == "SealedSecret")
        {
            // Its values can be read only where they are unsealed.
            content.AddUnread(kind);
            return;
        }
        var metadata = manifest.Find("metadata");
        var owner = FilePart.Manifest(kind, metadata.FindName("namespace"), metadata.FindName("name") ?? metadata.FindName("generateName"));
        IReadOnlyList<string> data = kind switch
        {
            "ConfigMap" => ["data", "binaryData"],
            "Secret" => ["data", "stringData"],
            _ => [],
        };
        if (data.Count > 0) ManifestData.Read(manifest, kind == "Secret", owner, lines, content);
        new StartedProcesses(lines, content).Read(manifest, owner, data);
        // Neither the text of a whole file nor base64 is a setting.
        content.Add(YamlSettings.Of(manifest, owner, content, data) with { IsManifest = true });
    }

    private static string? KindOf(YamlNode document) => document.FindName("kind");
}
