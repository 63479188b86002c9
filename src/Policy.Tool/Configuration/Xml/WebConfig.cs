using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration.Xml;

/// <summary>
/// Reads what <c>web.config</c> and <c>app.config</c> set in elements of their own: settings and connection strings, also those in files that
/// these elements name, and the environment variables that the ASP.NET Core module gives to the process that it starts.
/// </summary>
internal sealed class WebConfig
{
    // Each of many elements may name the same long file.
    private const int MostReferred = 100_000;

    private readonly FileContent _content;
    private readonly SettingTree _settings;
    private readonly Dictionary<string, (SettingTree Settings, XmlElement? Root)> _files = new(StringComparer.Ordinal);
    private int _referred;

    private WebConfig(FileContent content)
    {
        _content = content;
        _settings = new(content);
    }

    /// <summary>Adds the configurations.</summary>
    /// <param name="root">The root of any XML file.</param>
    /// <param name="content">Receives the configurations.</param>
    public static void Read(XmlElement root, FileContent content)
    {
        var reader = new WebConfig(content);
        reader.Walk(root);
        if (reader._settings.IsEmpty && reader._files.Count == 0) return;
        content.Add(new(reader._settings.Settings)
        {
            Part = FilePart.In("appSettings and connectionStrings", null),
            OfFiles = [.. reader._files.Select(file => new ReferredSettings(file.Key, file.Value.Settings.Settings, null))],
        });
    }

    // They may also be below <location>.
    private void Walk(XmlElement element)
    {
        if (element.Is("aspNetCore") || element.Children.Exists(child => child.Is("environmentVariables"))) ReadProcess(element, _content);
        if (element.Is("appSettings")) ReadSettings(element, "", "key", "value");
        if (element.Is("connectionStrings")) ReadSettings(element, "ConnectionStrings:", "name", "connectionString");
        foreach (var child in element.Children) Walk(child);
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

    // The file of 'configSource' is the element; that of 'file', which appSettings can have, comes after it.
    private void ReadSettings(XmlElement element, string prefix, string keyAttribute, string valueAttribute)
    {
        var set = new Dictionary<string, (XmlAttribute Key, XmlAttribute Value, SettingTree Settings)>(StringComparer.OrdinalIgnoreCase);
        Apply(element, _settings);
        if (element.Find("configSource") is { } source) ApplyFile("configSource", source);
        else if (element.Is("appSettings") && element.Find("file") is { } file) ApplyFile("appSettings file", file);
        foreach (var (key, value, settings) in set.Values)
        {
            settings.Below(settings.Root, prefix + key.Value, key.ValuePlace)?.Set(value.Value, value.ValuePlace);
        }

        void ApplyFile(string kind, XmlAttribute path)
        {
            if (FileOf(kind, path) is not { Root: { } root } found || !root.Is(element.Name)) return;
            _referred += root.Children.Count;
            if (_referred <= MostReferred) Apply(root, found.Settings);
            else _content.Fail(path.ValuePlace, "The elements of this file read more than 100000 settings from files, which is the limit.");
        }

        // A later element with the same key replaces an earlier one, or removes it.
        void Apply(XmlElement elements, SettingTree settings)
        {
            foreach (var child in elements.Children)
            {
                if (child.Is("clear")) set.Clear();
                if (child.Find(keyAttribute) is not { } key) continue;
                if (child.Is("remove")) set.Remove(key.Value);
                else if (child.Is("add") && child.Find(valueAttribute) is { } value) set[key.Value] = (key, value, settings);
            }
        }
    }

    private (SettingTree Settings, XmlElement? Root)? FileOf(string kind, XmlAttribute path)
    {
        if (_content.FindFile(kind, path.Value.Replace('\\', '/')) is not { } file) return null;
        if (_files.TryGetValue(file.Path, out var known)) return known;
        var content = new FileContent(isProvidersFormat: true);
        var root = XmlElementReader.Read(file.Text, content, isForHost: false);
        _content.Files!.AddFaults(file, content.ToFile().Faults);
        return _files[file.Path] = (new(_content), root);
    }
}
