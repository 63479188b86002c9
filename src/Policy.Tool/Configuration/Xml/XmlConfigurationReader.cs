namespace DecisionPolicies.Tool.Configuration.Xml;

/// <summary>
/// Reads XML as <c>Microsoft.Extensions.Configuration.Xml</c> does, which does not report where a key is set, and also what
/// <c>web.config</c> and <c>app.config</c> say. Namespaces, which the provider rejects, are ignored.
/// </summary>
internal static class XmlConfigurationReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="isForHost">Whether a host reads it, so that a DTD is a fault. Otherwise it is passed over, and nothing that it declares is read.</param>
    /// <param name="files">The files that it refers to; null if they are not read.</param>
    public static ConfigurationFile Read(string text, bool isForHost = true, ReferredFiles? files = null)
    {
        var content = new FileContent(isProvidersFormat: true, files);
        if (XmlElementReader.Read(text, content, isForHost) is { } root)
        {
            WebConfig.Read(root, content);
            content.Add(XmlSettings.Of(root, content));
        }
        return content.ToFile();
    }
}
