namespace DecisionPolicies.Tool.Configuration;

/// <summary>The kinds of configuration files that are judged.</summary>
internal enum ConfigurationFormat
{
    /// <summary>JSON, in the dialect of .NET's provider.</summary>
    Json,

    /// <summary>YAML: Kubernetes manifests, Compose files, Helm values and anything else.</summary>
    Yaml,

    /// <summary>Environment variables, one in a line, as Docker and others read them.</summary>
    Env,

    /// <summary>INI, in the dialect of .NET's provider.</summary>
    Ini,

    /// <summary>TOML 1.0.</summary>
    Toml,

    /// <summary>XML: as .NET's provider reads it, and <c>web.config</c> and <c>app.config</c>.</summary>
    Xml,
}

/// <summary>Tells the format of a file by its name.</summary>
internal static class ConfigurationFormats
{
    /// <summary>The names of all formats, as the user writes them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<ConfigurationFormat>().Select(name => name.ToLowerInvariant())];

    /// <summary>The format of a name, or null.</summary>
    /// <param name="name">The name, or null.</param>
    public static ConfigurationFormat? Named(string? name) =>
        Enum.TryParse<ConfigurationFormat>(name, ignoreCase: true, out var format) ? format : null;

    /// <summary>The format that a file's name tells, or null where it tells of no configuration.</summary>
    /// <param name="path">The file's path.</param>
    public static ConfigurationFormat? Of(string path)
    {
        // Names, not paths: a dot at the start is no extension here.
        var name = NameOf(path).ToLowerInvariant();
        if (name.StartsWith(".env.", StringComparison.Ordinal)) return ConfigurationFormat.Env;
        return name[Math.Max(name.LastIndexOf('.'), 0)..] switch
        {
            ".json" or ".jsonc" => ConfigurationFormat.Json,
            ".yaml" or ".yml" => ConfigurationFormat.Yaml,
            ".env" => ConfigurationFormat.Env,
            // Not .cfg and .conf: most of those are in languages of their own, as nginx's is.
            ".ini" => ConfigurationFormat.Ini,
            ".toml" => ConfigurationFormat.Toml,
            ".xml" or ".config" => ConfigurationFormat.Xml,
            _ => null,
        };
    }

    /// <summary>Whether a file is named like the settings that a host loads by itself: <c>appsettings.json</c>, and those for its environments.</summary>
    /// <param name="path">The file's path.</param>
    public static bool IsAppSettings(string path) => NameOf(path) is var name
        && (name.Equals("appsettings.json", StringComparison.OrdinalIgnoreCase)
            || (name.StartsWith("appsettings.", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)));

    private static string NameOf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
