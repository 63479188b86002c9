using System.Collections.Frozen;
using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration.Docker;
using DecisionPolicies.Tool.Configuration.Systemd;
using DecisionPolicies.Tool.Configuration.Terraform;
using DecisionPolicies.Tool.Configuration.Toml;
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

    /// <summary>The processes in it that are started with nothing, so that only files configure them.</summary>
    public IReadOnlyList<FilePart> Idle { get; init; } = [];

    /// <summary>The formats of its parts that are not read.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>The files that it refers to and that are not there, as in <c>env_file shop.env</c>.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The places of expressions, for which placeholders were read.</summary>
    public IReadOnlySet<Place> Expressions { get; init; } = FrozenSet<Place>.Empty;

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
    /// <param name="isForHost">Whether the user says that a host reads it, so that what .NET refuses is a fault, whatever its name.</param>
    /// <param name="files">The files that it refers to; null if they are not read.</param>
    public static ConfigurationFile Read(string path, ConfigurationFormat format, string text, bool isForHost = false, ReferredFiles? files = null) =>
        format != ConfigurationFormat.Json || isForHost ? Read(format, text, isForHost, files)
        : ConfigurationFormats.IsAppSettings(path) ? ReadPlain(format, text)
        : StartedSettings.IsIn(path) ? ReadStarted(path, SettingsReader.Read(text))
        : Read(format, text, isForHost, files);

    /// <summary>Reads a file, whatever its name.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="text">Its text, without a byte order mark. This never throws, whatever the text.</param>
    /// <param name="isForHost">Whether a host reads it.</param>
    /// <param name="files">The files that it refers to; null if they are not read.</param>
    public static ConfigurationFile Read(ConfigurationFormat format, string text, bool isForHost = false, ReferredFiles? files = null) => format switch
    {
        ConfigurationFormat.Json => ReadJson(text, isForHost, files),
        ConfigurationFormat.Yaml => YamlConfigurationReader.Read(text, isForHost, files),
        ConfigurationFormat.Xml => XmlConfigurationReader.Read(text, isForHost, files),
        ConfigurationFormat.Toml => WithProcesses(ReadPlain(format, text), text, files),
        ConfigurationFormat.Systemd => SystemdReader.Read(text, files),
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
    private static ConfigurationFile ReadJson(string text, bool isForHost, ReferredFiles? files)
    {
        var read = isForHost ? [SettingsReader.Read(text)] : SettingsReader.ReadForeign(text);
        if (read[0].Find("apiVersion") is { IsSet: true } && read[0].Find("kind") is { IsSet: true })
        {
            var manifest = YamlConfigurationReader.Read(text, isForHost, files);
            if (manifest.Trees.Count > 0) return manifest;
        }
        if (read[0].Fault is not null) return OfOne(read[0]);
        return WithProcesses(new([.. read.Select(settings => new ConfigurationTree(settings))], []), text, files);
    }

    private static ConfigurationFile WithProcesses(ConfigurationFile file, string text, ReferredFiles? files)
    {
        var content = new FileContent(isProvidersFormat: false, files);
        var lines = new LineIndex(text);
        foreach (var tree in file.Trees) new StartedProcesses(lines, content).Read(JsonNodes.Of(tree.Settings.Root), owner: null);
        var processes = content.ToFile();
        return processes.Trees.Count + processes.Idle.Count + processes.Unread.Count + processes.Missing.Count == 0 ? file : processes with
        {
            Trees = [.. processes.Trees, .. file.Trees],
            Faults = [.. file.Faults, .. processes.Faults],
        };
    }

    // What a development tool starts the program with, by the profile.
    private static ConfigurationFile ReadStarted(string path, SettingsFile settings)
    {
        if (settings.Fault is { } fault) return new([], [fault]);
        var all = StartedSettings.Of(path, settings).ToList();
        return new([.. all.Where(started => started.File.Fault is null).Select(started => new ConfigurationTree(started.File)
            {
                Part = started.Name is null ? null : FilePart.In($"profile {YamlNodeExtensions.NameOf(started.Name) ?? "…"}", null),
                Environment = started.Environment,
                IsOfProcess = true,
            }), new(settings)], [.. all.Select(started => started.File.Fault).OfType<SettingsFault>()]);
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

    /// <summary>
    /// The host environment that it declares with <c>ASPNETCORE_ENVIRONMENT</c> or <c>DOTNET_ENVIRONMENT</c>; null if none, or one that is
    /// filled in later.
    /// </summary>
    public string? Environment { get; init; }

    /// <summary>Whether the host environment that it declares is a placeholder, so that it is judged in every environment.</summary>
    public bool HasUnknownEnvironment { get; init; }

    /// <summary>Whether it is what a process is started with: environment variables and arguments. A host reads them after its files.</summary>
    public bool IsOfProcess { get; init; }

    /// <summary>Whether it is a manifest or a Compose file itself, whose own keys no process reads as its configuration.</summary>
    public bool IsManifest { get; init; }

    /// <summary>Of a process: what its variables set without the host's prefixes, which a host reads before its files; null for nothing.</summary>
    public SettingsFile? OfHost { get; init; }

    /// <summary>Of a process: what its arguments set, which wins over everything else; null for nothing.</summary>
    public SettingsFile? OfArguments { get; init; }

    /// <summary>The name of the file that it is, inside of this file; null if it is none.</summary>
    public string? FileName { get; init; }

    /// <summary>The files inside of this file beside which it lies, as a host would find them; null if it is none.</summary>
    public FilePart? Folder { get; init; }

    /// <summary>What comes from files that this one refers to; none of it is set in this file too.</summary>
    public IReadOnlyList<ReferredSettings> OfFiles { get; init; } = [];

    /// <summary>What a host reads before its files, with the files that it is in.</summary>
    /// <param name="path">The path of this file.</param>
    public IEnumerable<(string Path, SettingsFile Settings)> HostLayers(string path)
    {
        foreach (var file in OfFiles)
        {
            if (file.OfHost is not null) yield return (file.Path, file.OfHost);
        }
        if (OfHost is not null) yield return (path, OfHost);
    }

    /// <summary>The settings, or what the variables of a process set, with the files that they are in.</summary>
    /// <param name="path">The path of this file.</param>
    public IEnumerable<(string Path, SettingsFile Settings)> OwnLayers(string path) =>
        OfFiles.Select(file => (file.Path, file.Settings)).Append((path, Settings));
}
