namespace DecisionPolicies.Tool.Configuration.Xml;

/// <summary>
/// Reads what <c>web.config</c> and <c>app.config</c> set in elements of their own: settings and connection strings, and the environment
/// variables that the ASP.NET Core module gives to the process that it starts.
/// </summary>
internal static class WebConfig
{
    /// <summary>Adds the configurations.</summary>
    /// <param name="root">The root of any XML file.</param>
    /// <param name="content">Receives the configurations.</param>
    public static void Read(XmlElement root, FileContent content)
    {
        var settings = new SettingTree(content);
        Walk(root, settings, content);
        if (!settings.IsEmpty) content.Add(new(settings.Settings) { Part = FilePart.In("appSettings and connectionStrings", null) });
    }

    // They may also be below <location>.
    private static void Walk(XmlElement element, SettingTree settings, FileContent content)
    {
        if (element.Is("environmentVariables")) ReadVariables(element, content);
        if (element.Is("appSettings")) ReadSettings(element, settings, "", "key", "value");
        if (element.Is("connectionStrings"))
        {
            ReadSettings(element, settings, "ConnectionStrings:", "name", "connectionString");
        }
        foreach (var child in element.Children) Walk(child, settings, content);
    }

    private static void ReadVariables(XmlElement element, FileContent content)
    {
        var variables = new EnvironmentVariables(content);
        foreach (var child in element.Children.Where(child => child.Is("environmentVariable")))
        {
            if (child.Find("name") is { } name && child.Find("value") is { } value) variables.Add(name.Value, name.ValuePlace, value.Value, value.ValuePlace);
        }
        content.Add(variables.ToTree(FilePart.In("environmentVariables", null)));
    }

    // A later element with the same key replaces an earlier one.
    private static void ReadSettings(XmlElement element, SettingTree settings, string prefix, string keyAttribute, string valueAttribute)
    {
        foreach (var child in element.Children.Where(child => child.Is("add")))
        {
            if (child.Find(keyAttribute) is not { } key || child.Find(valueAttribute) is not { } value) continue;
            settings.Below(settings.Root, prefix + key.Value, key.ValuePlace)?.Set(value.Value, value.ValuePlace);
        }
    }
}
