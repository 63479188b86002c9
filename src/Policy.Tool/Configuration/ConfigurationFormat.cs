namespace DecisionPolicies.Tool.Configuration;

/// <summary>The kinds of configuration files that are judged.</summary>
internal enum ConfigurationFormat
{
    /// <summary>JSON, in the dialect of .NET's provider.</summary>
    Json,
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
    public static ConfigurationFormat? Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => ConfigurationFormat.Json,
        _ => null,
    };
}
