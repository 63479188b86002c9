namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>Reads the files that a Compose file holds itself: <c>content</c> below <c>configs</c> (compose-spec).</summary>
internal static class ComposeFile
{
    /// <summary>Adds the files.</summary>
    /// <param name="root">Any document.</param>
    /// <param name="document">Which of several documents it is, or null.</param>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="content">Receives the configurations.</param>
    public static void Read(YamlNode root, FilePart? document, LineIndex lines, FileContent content)
    {
        if (root.Find("services") is not YamlMapping services || root.Find("configs") is not YamlMapping configs) return;
        foreach (var config in configs.Entries)
        {
            if (config.Value.Find("content") is not YamlScalar { IsNull: false } text) continue;
            foreach (var service in services.Entries)
            {
                if (TargetIn(service.Value, config.Key.Text) is not { } target) continue;
                var name = target[(target.LastIndexOf('/') + 1)..];
                if ((ConfigurationFormats.Of(name) ?? EmbeddedFile.FormatOf(text.Text)) is not { } format) continue;
                var owner = FilePart.In($"service {YamlNodeExtensions.NameOf(service.Key.Text) ?? "…"}", document);
                EmbeddedFile.Read(format, text.Text, YamlNodeExtensions.NameOf(name), owner, EmbeddedText.Of(text, isEncoded: false, lines), content);
            }
        }
    }

    // Where a service has a configuration; null if it does not use it.
    private static string? TargetIn(YamlNode service, string config)
    {
        if (service.Find("configs") is not YamlSequence used) return null;
        foreach (var use in used.Items)
        {
            if (use is YamlScalar name && name.Text == config) return config;
            if (use.Find("source") is not YamlScalar source || source.Text != config) continue;
            return use.Find("target") is YamlScalar { IsNull: false } target ? target.Text : config;
        }
        return null;
    }
}
