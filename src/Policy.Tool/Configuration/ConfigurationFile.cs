using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration.Docker;
using DecisionPolicies.Tool.Configuration.Terraform;
using DecisionPolicies.Tool.Configuration.Xml;
using DecisionPolicies.Tool.Configuration.Yaml;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>The content of a configuration file: one or more configurations, and faults.</summary>
/// <param name="Trees">
/// The configurations. Each is judged separately. The same value may be in more than one, under different keys but with the same place;
/// the tree that says most about it comes first.
/// </param>
/// <param name="Faults">The faults in the order in which they were found; none if everything could be read.</param>
internal sealed record ConfigurationFile(IReadOnlyList<ConfigurationTree> Trees, IReadOnlyList<SettingsFault> Faults)
{
    /// <summary>The maximum size of a file in bytes. No configuration comes close, and a larger file costs time and memory.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    /// <summary>The first fault, or null.</summary>
    public SettingsFault? Fault => Faults.Count > 0 ? Faults[0] : null;

    /// <summary>The message for a file of more than <see cref="LargestFile"/> bytes, which is not read.</summary>
    public static string TooLarge { get; } = $"The file is larger than {LargestFile / 1024 / 1024} MB, which is the limit.";

    /// <summary>Whether the file can be judged: a file without faults may be empty, and one with faults may hold more.</summary>
    public bool IsRead => Trees.Count > 0 || Faults.Count == 0;

    /// <summary>A file that cannot be read, to be merged with others.</summary>
    /// <param name="fault">The reason.</param>
    public static ConfigurationFile Lost(SettingsFault fault) => new([new(new(new SettingNode("", Place.Start, -1), fault))], [fault]);

    /// <summary>Reads a file by its name: a file that a host loads as its settings is read only as that.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="format">Its format.</param>
    /// <param name="text">Its text, without a byte order mark. This never throws, whatever the text.</param>
    public static ConfigurationFile Read(string path, ConfigurationFormat format, string text) =>
        format == ConfigurationFormat.Json && ConfigurationFormats.IsAppSettings(path) ? ReadPlain(format, text) : Read(format, text);

    /// <summary>Reads a file, whatever its name.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="text">Its text, without a byte order mark. This never throws, whatever the text.</param>
    public static ConfigurationFile Read(ConfigurationFormat format, string text) => format switch
    {
        ConfigurationFormat.Json => ReadJson(text),
        ConfigurationFormat.Yaml => YamlConfigurationReader.Read(text),
        _ => ReadPlain(format, text),
    };

    /// <summary>Reads a file for its own keys, without looking for another file or a container's variables in it.</summary>
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
        ConfigurationFormat.Properties => PropertiesReader.Read(text),
        ConfigurationFormat.Dockerfile => DockerfileReader.Read(text),
        ConfigurationFormat.Systemd => SystemdReader.Read(text),
        ConfigurationFormat.Terraform => TerraformReader.Read(text),
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
/// <param name="Settings">The settings, each value with its place in the file.</param>
internal sealed record ConfigurationTree(SettingsFile Settings)
{
    /// <summary>Which part of the file it is, as in <c>container app of Deployment gateway</c>; null for the whole file.</summary>
    public FilePart? Part { get; init; }

    /// <summary>Whether all its values have the place of the text that they are in, so that their places do not differ.</summary>
    public bool IsOnePlace { get; init; }

    /// <summary>The host environment that it declares with <c>ASPNETCORE_ENVIRONMENT</c> or <c>DOTNET_ENVIRONMENT</c>, or null.</summary>
    public string? Environment { get; init; }
}
