using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>The part of a file that has been read so far.</summary>
/// <param name="isProvidersFormat">Whether .NET itself reads the format, so that a fault keeps a host from starting.</param>
internal sealed class FileContent(bool isProvidersFormat)
{
    // A file that is not in the format of its name has a fault in every line; the first ones are enough.
    private const int MostFaults = 20;

    private readonly List<ConfigurationTree> _trees = [];
    private readonly List<SettingsFault> _faults = [];
    private readonly List<FilePart> _idle = [];
    private readonly List<string> _unread = [];

    /// <summary>Adds a configuration.</summary>
    /// <param name="tree">The configuration, or null for none.</param>
    public void Add(ConfigurationTree? tree)
    {
        if (tree is not null) _trees.Add(tree);
    }

    /// <summary>Adds a process that is started with nothing.</summary>
    /// <param name="part">Which part of the file it is.</param>
    public void AddIdle(FilePart part) => _idle.Add(part);

    /// <summary>Adds a part in a format that is not read.</summary>
    /// <param name="format">What it is called, as in <c>SealedSecret</c>.</param>
    public void AddUnread(string format) => _unread.Add(format);

    /// <summary>Adds a fault.</summary>
    /// <param name="place">The place.</param>
    /// <param name="message">What is wrong, as a sentence, without any value.</param>
    /// <param name="stopsHost">False if only a limit of this command is exceeded.</param>
    public void Fail(Place place, string message, bool stopsHost = true)
    {
        if (_faults.Count < MostFaults) _faults.Add(new(place, message) { StopsHost = stopsHost && isProvidersFormat });
    }

    /// <summary>The file.</summary>
    public ConfigurationFile ToFile() => new(_trees, _faults) { Idle = _idle, Unread = _unread };
}
