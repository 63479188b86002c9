using DecisionPolicies.Records.Settings;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>What a configuration file holds: one or more configurations, or why it cannot be read.</summary>
/// <param name="Trees">The configurations, in the order of the file. Each is judged by itself.</param>
/// <param name="Fault">What is wrong, or null. What could be read before it is still in <paramref name="Trees"/>.</param>
internal sealed record ConfigurationFile(IReadOnlyList<ConfigurationTree> Trees, SettingsFault? Fault)
{
    /// <summary>Reads a file.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="text">Its text, without a byte order mark. No text makes this throw.</param>
    public static ConfigurationFile Read(ConfigurationFormat format, string text) => format switch
    {
        _ => OfOne(SettingsReader.Read(text)),
    };

    private static ConfigurationFile OfOne(SettingsFile settings) => settings.Fault is { } fault ? new([], fault) : new([new(settings)], null);
}

/// <summary>One configuration inside a file.</summary>
/// <param name="Settings">What it sets, each value with its place in the file.</param>
internal sealed record ConfigurationTree(SettingsFile Settings)
{
    /// <summary>Which part of the file it is, as in <c>container app of Deployment gateway</c>; null for the whole of it.</summary>
    public string? Part { get; init; }

    /// <summary>The host environment that it declares itself, by <c>ASPNETCORE_ENVIRONMENT</c> or <c>DOTNET_ENVIRONMENT</c>; null where it does not.</summary>
    public string? Environment { get; init; }
}
