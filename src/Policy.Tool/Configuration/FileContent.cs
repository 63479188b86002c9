using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>What has been read of a file so far.</summary>
/// <param name="isProvidersFormat">Whether .NET itself reads the format, so that a fault keeps a host from starting.</param>
internal sealed class FileContent(bool isProvidersFormat)
{
    // A file that is not what its name says has a fault in every line, and the first tell enough.
    private const int MostFaults = 20;

    private readonly List<ConfigurationTree> _trees = [];
    private readonly List<SettingsFault> _faults = [];

    /// <summary>Adds a configuration.</summary>
    /// <param name="tree">The configuration, or null for none.</param>
    public void Add(ConfigurationTree? tree)
    {
        if (tree is not null) _trees.Add(tree);
    }

    /// <summary>Adds a fault.</summary>
    /// <param name="place">Where.</param>
    /// <param name="message">What is wrong, as a sentence, without any value.</param>
    /// <param name="stopsHost">False where only our own limit is broken.</param>
    public void Fail(Place place, string message, bool stopsHost = true)
    {
        if (_faults.Count < MostFaults) _faults.Add(new(place, message) { StopsHost = stopsHost && isProvidersFormat });
    }

    /// <summary>The whole.</summary>
    public ConfigurationFile ToFile() => new(_trees, _faults);
}
