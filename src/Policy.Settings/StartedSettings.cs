namespace DecisionPolicies.Settings;

/// <summary>
/// What a development tool starts the program with, by a file that is made for it: the environment variables and arguments of each profile in
/// <c>Properties/launchSettings.json</c>, or the variables in <c>local.settings.json</c> of Azure Functions.
/// </summary>
/// <param name="Name">The name of the profile; null where there are none.</param>
/// <param name="Environment">The host environment that it sets, or the host's default.</param>
/// <param name="File">The keys that the variables and arguments set, at their places; or the fault of a key that exceeds a limit.</param>
internal sealed record StartedSettings(string? Name, string Environment, SettingsFile File)
{
    private const string Profiles = "launchSettings.json";
    private const string Functions = "local.settings.json";

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
            yield return Of(null, file.Find("Values"), null, ["AZURE_FUNCTIONS_ENVIRONMENT", .. HostVariables.EnvironmentNames], "Development");
            yield break;
        }
        foreach (var profile in file.Find("profiles")?.Children ?? [])
        {
            yield return Of(
                profile.Segment, profile.Find("environmentVariables"), profile.Find("commandLineArgs"), HostVariables.EnvironmentNames, "Production");
        }
    }

    private static StartedSettings Of(string? name, SettingNode? variables, SettingNode? arguments, IReadOnlyList<string> environmentNames, string otherwise)
    {
        var root = new SettingNode("", Place.Start, -1);
        SettingsFault? fault = null;
        var all = variables is null ? [] : Values(variables, "").ToList();
        // The host reads what has its prefixes first, and an argument wins over every variable.
        var host = new SettingsFile(root, null);
        foreach (var (key, variable) in HostVariables.Of(all, each => each.Name))
        {
            if (host.Find(key) is not { IsSet: true }) Add(root, key, variable.Node.Value, variable.Node, ref fault);
        }
        foreach (var (variable, value) in all) Add(root, EnvironmentVariableKey.Of(variable), value.Value, value, ref fault);
        var ofArguments = new SettingNode("", Place.Start, -1);
        if (arguments is { Value: { } line })
        {
            AddArguments(root, CommandLineWords.Of(line), arguments, ref fault);
            AddArguments(ofArguments, CommandLineWords.Of(line), arguments, ref fault);
        }
        var environment = ofArguments.Find("environment")?.Value ?? environmentNames
            .Select(variable => all.Find(each => string.Equals(each.Name, variable, StringComparison.OrdinalIgnoreCase)).Node?.Value?.Trim())
            .FirstOrDefault(value => value is { Length: > 0 });
        return new(name, environment ?? otherwise, fault is null ? new(root, null) : new(new("", Place.Start, -1), fault));
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

    private static void AddArguments(SettingNode root, IReadOnlyList<string> words, SettingNode line, ref SettingsFault? fault)
    {
        foreach (var setting in CommandLineWords.Settings(words)) Add(root, setting.Key, setting.Value, line, ref fault);
    }

    private static void Add(SettingNode root, string key, string? value, SettingNode at, ref SettingsFault? fault)
    {
        if (key.Length == 0) return;
        var node = root;
        foreach (var segment in key.Split(':'))
        {
            if (!node.HasRoomFor(segment.Length))
            {
                fault ??= new(at.KeyPlace, SettingsFault.KeyBeyondLimit(node)) { StopsHost = false };
                return;
            }
            node = node.Below(segment, at.KeyPlace);
        }
        node.Set(value, at.ValuePlace);
    }

    private static bool IsNamed(string path, string name) =>
        path.EndsWith(name, StringComparison.OrdinalIgnoreCase)
        && (path.Length == name.Length || path[path.Length - name.Length - 1] is '/' or '\\');
}
