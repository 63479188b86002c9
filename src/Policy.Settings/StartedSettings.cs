namespace DecisionPolicies.Settings;

/// <summary>
/// What a development tool starts the program with, by a file that is made for it: the environment variables and arguments of each profile in
/// <c>Properties/launchSettings.json</c>, or the variables in <c>local.settings.json</c> of Azure Functions.
/// </summary>
/// <param name="Environment">The host environment that it sets, or the host's default.</param>
/// <param name="File">The keys that the variables and arguments set, at their places.</param>
internal sealed record StartedSettings(string Environment, SettingsFile File)
{
    private const string Profiles = "launchSettings.json";
    private const string Functions = "local.settings.json";

    private static readonly string[] _hostPrefixes = ["ASPNETCORE_", "DOTNET_"];

    /// <summary>Whether a file is one of these, by its name.</summary>
    /// <param name="path">The file's path.</param>
    public static bool IsIn(string path) => IsNamed(path, Profiles) || IsNamed(path, Functions);

    /// <summary>What a file starts the program with, once for each profile: profiles never share a process.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="file">What it sets.</param>
    public static IEnumerable<StartedSettings> Of(string path, SettingsFile file)
    {
        if (IsNamed(path, Functions))
        {
            yield return Of(file.Find("Values"), null, ["AZURE_FUNCTIONS_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT"], "Development");
            yield break;
        }
        foreach (var profile in file.Find("profiles")?.Children ?? [])
        {
            yield return Of(
                profile.Find("environmentVariables"), profile.Find("commandLineArgs"), ["DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT"], "Production");
        }
    }

    private static StartedSettings Of(SettingNode? variables, SettingNode? arguments, string[] environmentNames, string otherwise)
    {
        var root = new SettingNode("", Place.Start, -1);
        var all = variables is null ? [] : Values(variables, "").ToList();
        // The host reads what has its prefixes first, and an argument wins over every variable.
        foreach (var (name, value) in all) AddHostVariable(root, name, value);
        foreach (var (name, value) in all) Add(root, EnvironmentVariableKey.Of(name), value.Value, value);
        var ofArguments = new SettingNode("", Place.Start, -1);
        if (arguments is { Value: { } line })
        {
            AddArguments(root, WordsOf(line), arguments);
            AddArguments(ofArguments, WordsOf(line), arguments);
        }
        var environment = ofArguments.Find("environment")?.Value ?? environmentNames
            .Select(name => all.Find(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase)).Node?.Value?.Trim())
            .FirstOrDefault(value => value is { Length: > 0 });
        return new(environment ?? otherwise, new(root, null));
    }

    // The reader of the file has divided a name at its colons.
    private static IEnumerable<(string Name, SettingNode Node)> Values(SettingNode node, string above)
    {
        foreach (var child in node.Children)
        {
            var name = above.Length == 0 ? child.Segment : above + ":" + child.Segment;
            if (child.IsSet) yield return (name, child);
            foreach (var below in Values(child, name)) yield return below;
        }
    }

    private static void AddHostVariable(SettingNode root, string name, SettingNode value)
    {
        foreach (var prefix in _hostPrefixes)
        {
            if (!name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            Add(root, EnvironmentVariableKey.Of(name.Substring(prefix.Length)), value.Value, value);
        }
    }

    // As Microsoft.Extensions.Configuration.CommandLine reads them, without switch mappings.
    private static void AddArguments(SettingNode root, List<string> words, SettingNode line)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var start = word.StartsWith("--", StringComparison.Ordinal) ? 2 : word.StartsWith("/", StringComparison.Ordinal) ? 1 : 0;
            var equals = word.IndexOf('=');
            if (equals >= 0) Add(root, word.Substring(start, Math.Max(0, equals - start)), word.Substring(equals + 1), line);
            else if (start > 0 && i + 1 < words.Count) Add(root, word.Substring(start), words[++i], line);
        }
    }

    private static void Add(SettingNode root, string key, string? value, SettingNode at)
    {
        if (key.Length is 0 or > SettingsReader.LongestKey) return;
        var node = root;
        foreach (var segment in key.Split(':')) node = node.Below(segment, at.KeyPlace);
        node.Set(value, at.ValuePlace);
    }

    // Quotation marks hold a word together.
    private static List<string> WordsOf(string line)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        var (isQuoted, isWord) = (false, false);
        foreach (var c in line)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
                isWord = true;
            }
            else if (isQuoted || !char.IsWhiteSpace(c))
            {
                word.Append(c);
                isWord = true;
            }
            else if (isWord)
            {
                words.Add(word.ToString());
                word.Clear();
                isWord = false;
            }
        }
        if (isWord) words.Add(word.ToString());
        return words;
    }

    private static bool IsNamed(string path, string name) =>
        path.EndsWith(name, StringComparison.OrdinalIgnoreCase)
        && (path.Length == name.Length || path[path.Length - name.Length - 1] is '/' or '\\');
}
