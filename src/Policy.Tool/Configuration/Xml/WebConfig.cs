using DecisionPolicies.Settings;

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
        if (element.Is("aspNetCore") || element.Children.Exists(child => child.Is("environmentVariables"))) ReadProcess(element, content);
        if (element.Is("appSettings")) ReadSettings(element, settings, "", "key", "value");
        if (element.Is("connectionStrings"))
        {
            ReadSettings(element, settings, "ConnectionStrings:", "name", "connectionString");
        }
        foreach (var child in element.Children) Walk(child, settings, content);
    }

    // What the ASP.NET Core module starts the program with.
    private static void ReadProcess(XmlElement element, FileContent content)
    {
        var process = new EnvironmentVariables(content);
        foreach (var child in element.Children.Where(child => child.Is("environmentVariables")).SelectMany(list => list.Children))
        {
            if (!child.Is("environmentVariable")) continue;
            if (child.Find("name") is { } name && child.Find("value") is { } value) process.Add(name.Value, name.ValuePlace, value.Value, value.ValuePlace);
        }
        if (element.Find("arguments") is { } arguments)
        {
            process.AddArguments([.. CommandLineWords.Of(arguments.Value).Select(word => (word, arguments.ValuePlace))]);
        }
        content.Add(process.ToTree(FilePart.In("environmentVariables", null)));
    }

    // A later element with the same key replaces an earlier one, or removes it.
    private static void ReadSettings(XmlElement element, SettingTree settings, string prefix, string keyAttribute, string valueAttribute)
    {
        var set = new Dictionary<string, (XmlAttribute Key, XmlAttribute Value)>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in element.Children)
        {
            if (child.Is("clear")) set.Clear();
            if (child.Find(keyAttribute) is not { } key) continue;
            if (child.Is("remove")) set.Remove(key.Value);
            else if (child.Is("add") && child.Find(valueAttribute) is { } value) set[key.Value] = (key, value);
        }
        foreach (var (key, value) in set.Values) settings.Below(settings.Root, prefix + key.Value, key.ValuePlace)?.Set(value.Value, value.ValuePlace);
    }
}
