namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>Reads YAML: every document of the stream, and the variables of the containers in it.</summary>
internal static class YamlConfigurationReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="isForHost">Whether a host reads it, so that what has no key, or a key of two spellings, is a fault.</param>
    /// <param name="files">The files that it refers to; null if they are not read.</param>
    public static ConfigurationFile Read(string text, bool isForHost, ReferredFiles? files = null) => Read(text, looksInside: true, isForHost, files);

    /// <summary>Reads only the file's own keys.</summary>
    /// <param name="text">Its text.</param>
    public static ConfigurationFile ReadPlain(string text) => Read(text, looksInside: false, isForHost: true, files: null);

    private static ConfigurationFile Read(string text, bool looksInside, bool isForHost, ReferredFiles? files)
    {
        var lines = new LineIndex(text);
        var content = new FileContent(isProvidersFormat: false, files);
        var documents = YamlDocuments.Of(lines).ToList();
        for (var i = 0; i < documents.Count && content.HasRoom(); i++)
        {
            Read(documents[i], documents.Count > 1 ? FilePart.Document(i + 1) : null, lines, looksInside, isForHost, content);
        }
        return content.ToFile();
    }

    private static void Read(YamlDocument document, FilePart? part, LineIndex lines, bool looksInside, bool isForHost, FileContent content)
    {
        var root = YamlReader.ReadDocument(document.Text, document.FirstLine, out var fault);
        if (fault is not null && HelmTemplate.Find(document) is { } template)
        {
            // What is left of it without its actions is not what the chart becomes.
            content.Fail(template, HelmTemplate.Message);
            return;
        }
        if (fault is not null) content.Fail(Inside(document, fault.Place, lines), $"The YAML cannot be read: {fault.Reason}");
        switch (root)
        {
            case null or YamlScalar { IsNull: true }:
                break;
            case YamlScalar when !isForHost:
                break;
            case YamlScalar:
                content.Fail(root.Place, "This document is only text. A configuration has keys, as in 'key: value'.");
                break;
            case YamlMapping manifest when looksInside && KubernetesManifest.Is(manifest):
                KubernetesManifest.Read(manifest, lines, content);
                break;
            default:
                if (looksInside)
                {
                    ComposeFile.Read(root, part, lines, content);
                    new StartedProcesses(lines, content).Read(root, part);
                }
                var isCompose = looksInside && root.Find("services") is YamlMapping;
                foreach (var tree in isForHost ? [YamlSettings.Of(root, part, content)] : YamlSettings.OfForeign(root, part, content))
                {
                    content.Add(tree with { IsManifest = isCompose });
                }
                break;
        }
    }

    // What is missing at the end of a document is reported in its last line, not in the next document; and after text that spans several
    // lines the library's columns can be beyond the line.
    private static Place Inside(YamlDocument document, Place place, LineIndex lines)
    {
        var line = Math.Min(place.Line, document.LastLine);
        var end = lines[line].Length + 1;
        if (line < place.Line) return new(line, end, line, end);
        return place.Column <= end ? place : new(line, end, line, end);
    }
}
