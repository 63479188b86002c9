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
    /// <summary>The format that a file's name tells, or null where it tells of no configuration.</summary>
    /// <param name="path">The file's path.</param>
    public static ConfigurationFormat? Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => ConfigurationFormat.Json,
        _ => null,
    };
}
