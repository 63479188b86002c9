using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration.Xml;
using DecisionPolicies.Tool.Configuration.Yaml;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>What a configuration file holds: one or more configurations, and what cannot be read.</summary>
/// <param name="Trees">
/// The configurations. Each is judged by itself. The same value may stand in more than one, under different keys but with the same
/// place; the tree that tells most about it comes first.
/// </param>
/// <param name="Faults">What is wrong, in the order in which it was found; none where everything could be read.</param>
internal sealed record ConfigurationFile(IReadOnlyList<ConfigurationTree> Trees, IReadOnlyList<SettingsFault> Faults)
{
    /// <summary>The most bytes that a file may have. No configuration is near it, and a file beyond it costs time and memory.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    /// <summary>What is wrong first, or null.</summary>
    public SettingsFault? Fault => Faults.Count > 0 ? Faults[0] : null;

    /// <summary>What is wrong with a file of more than <see cref="LargestFile"/> bytes, which is not read.</summary>
    public static string TooLarge { get; } = $"The file is larger than {LargestFile / 1024 / 1024} MB, and such a file is not judged.";

    /// <summary>Whether there is anything to judge: a file without faults may hold nothing, and one with faults the rest.</summary>
    public bool IsRead => Trees.Count > 0 || Faults.Count == 0;

    /// <summary>A file that cannot be read, for whoever judges what it is merged with.</summary>
    /// <param name="fault">Why.</param>
    public static ConfigurationFile Lost(SettingsFault fault) => new([new(new(new SettingNode("", Place.Start, -1), fault))], [fault]);

    /// <summary>Reads a file by its name: one that a host loads as its settings is read as nothing else.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="format">Its format.</param>
    /// <param name="text">Its text, without a byte order mark. No text makes this throw.</param>
    public static ConfigurationFile Read(string path, ConfigurationFormat format, string text) =>
        format == ConfigurationFormat.Json && ConfigurationFormats.IsAppSettings(path) ? ReadPlain(format, text) : Read(format, text);

    /// <summary>Reads a file, whatever its name.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="text">Its text, without a byte order mark. No text makes this throw.</param>
    public static ConfigurationFile Read(ConfigurationFormat format, string text) => format switch
    {
        ConfigurationFormat.Json => ReadJson(text),
        ConfigurationFormat.Yaml => YamlConfigurationReader.Read(text),
        _ => ReadPlain(format, text),
    };

    /// <summary>Reads a file for what it says itself, without looking for another file or a container's variables in it.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="text">Its text.</param>
    public static ConfigurationFile ReadPlain(ConfigurationFormat format, string text) => format switch
    {
        ConfigurationFormat.Json => OfOne(SettingsReader.Read(text)),
        ConfigurationFormat.Yaml => YamlConfigurationReader.ReadPlain(text),
        ConfigurationFormat.Env => EnvironmentFileReader.Read(text),
        ConfigurationFormat.Ini => IniReader.Read(text),
        ConfigurationFormat.Toml => TomlReader.Read(text),
        ConfigurationFormat.Xml => XmlConfigurationReader.Read(text),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    // A manifest may be written as JSON, which is YAML as well.
    private static ConfigurationFile ReadJson(string text)
    {
        var settings = SettingsReader.Read(text);
        if (settings.Find("apiVersion") is { IsSet: true } && settings.Find("kind") is { IsSet: true })
        {
            var manifest = YamlConfigurationReader.Read(text);
            if (manifest.Trees.Count > 0) return manifest;
        }
        return OfOne(settings);
    }

    private static ConfigurationFile OfOne(SettingsFile settings) => settings.Fault is { } fault ? new([], [fault]) : new([new(settings)], []);
}

/// <summary>One configuration inside a file.</summary>
/// <param name="Settings">What it sets, each value with its place in the file.</param>
internal sealed record ConfigurationTree(SettingsFile Settings)
{
    /// <summary>Which part of the file it is, as in <c>container app of Deployment gateway</c>; null for the whole of it.</summary>
    public FilePart? Part { get; init; }

    /// <summary>Whether its values all have the place of the text that they stand in, so that a place does not tell them apart.</summary>
    public bool IsOnePlace { get; init; }

    /// <summary>The host environment that it declares itself, by <c>ASPNETCORE_ENVIRONMENT</c> or <c>DOTNET_ENVIRONMENT</c>; null where it does not.</summary>
    public string? Environment { get; init; }
}
