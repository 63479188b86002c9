namespace DecisionPolicies.Tool.Configuration;

/// <summary>The formats of configuration files.</summary>
internal enum ConfigurationFormat
{
    /// <summary>JSON, in the dialect of .NET's provider.</summary>
    Json,

    /// <summary>YAML: Kubernetes manifests, Compose files, Helm values and any other.</summary>
    Yaml,

    /// <summary>Environment variables, one in each line, as Docker and others read them.</summary>
    Env,

    /// <summary>INI, in the dialect of .NET's provider.</summary>
    Ini,

    /// <summary>TOML 1.0.</summary>
    Toml,

    /// <summary>XML: as .NET's provider reads it, and <c>web.config</c> and <c>app.config</c>.</summary>
    Xml,

    /// <summary>Java properties.</summary>
    Properties,

    /// <summary>A Dockerfile: the environment variables that it sets.</summary>
    Dockerfile,

    /// <summary>The unit of a systemd service, or a drop-in: the environment variables that it sets.</summary>
    Systemd,

    /// <summary>Terraform: values of variables, and what resources set literally as environment variables.</summary>
    Terraform,
}

/// <summary>Derives the format of a file from its name.</summary>
internal static class ConfigurationFormats
{
    private static readonly string[] _kindsOfEnv =
    [
        "ci", "default", "defaults", "dev", "development", "dist", "example", "local", "prod", "production", "sample", "staging", "template", "test",
    ];

    /// <summary>The names of all formats, as the user writes them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<ConfigurationFormat>().Select(name => name.ToLowerInvariant())];

    /// <summary>The format with a name, or null.</summary>
    /// <param name="name">The name, or null.</param>
    public static ConfigurationFormat? Named(string? name) =>
        Enum.TryParse<ConfigurationFormat>(name, ignoreCase: true, out var format) ? format : null;

    /// <summary>The format that a file's name implies, or null if it is not the name of a configuration.</summary>
    /// <param name="path">The file's path.</param>
    public static ConfigurationFormat? Of(string path)
    {
        // Not Path.GetExtension: a dot at the start of a name does not begin an extension here.
        var name = NameOf(path).ToLowerInvariant();
        if (name.StartsWith(".env.", StringComparison.Ordinal) || IsTemplateOfVariables(name)) return ConfigurationFormat.Env;
        if (IsDockerfile(name)) return ConfigurationFormat.Dockerfile;
        return name[Math.Max(name.LastIndexOf('.'), 0)..] switch
        {
            ".json" or ".jsonc" => ConfigurationFormat.Json,
            ".yaml" or ".yml" => ConfigurationFormat.Yaml,
            ".env" => ConfigurationFormat.Env,
            // Not .cfg, and not any other .conf: most of those have a syntax of their own, such as nginx's.
            ".conf" when IsDropIn(path) => ConfigurationFormat.Systemd,
            ".ini" => ConfigurationFormat.Ini,
            ".toml" => ConfigurationFormat.Toml,
            ".xml" or ".config" => ConfigurationFormat.Xml,
            ".properties" => ConfigurationFormat.Properties,
            ".service" => ConfigurationFormat.Systemd,
            ".tf" or ".tfvars" or ".tofu" => ConfigurationFormat.Terraform,
            _ => null,
        };
    }

    /// <summary>Whether a file has the name of settings that a host loads by default: <c>appsettings.json</c>, and those for its environments.</summary>
    /// <param name="path">The file's path.</param>
    public static bool IsAppSettings(string path) => NameOf(path) is var name
        && (name.Equals("appsettings.json", StringComparison.OrdinalIgnoreCase)
            || (name.StartsWith("appsettings.", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)));

    // gateway.env.example and the like; the name of a program may contain .env. as well.
    private static bool IsTemplateOfVariables(string name) =>
        name.LastIndexOf('.') is > 0 and var dot && name[..dot].EndsWith(".env", StringComparison.Ordinal) && _kindsOfEnv.Contains(name[(dot + 1)..]);

    private static bool IsDockerfile(string name) => name is "dockerfile" or "containerfile" || name.EndsWith(".dockerfile", StringComparison.Ordinal)
        || (name.StartsWith("dockerfile.", StringComparison.Ordinal) && !name.EndsWith(".dockerignore", StringComparison.Ordinal));

    // A file below gateway.service.d adds to gateway.service.
    private static bool IsDropIn(string path)
    {
        var folders = path.Split('/', '\\');
        return folders.Length > 1 && folders[^2].EndsWith(".service.d", StringComparison.OrdinalIgnoreCase);
    }

    private static string NameOf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
