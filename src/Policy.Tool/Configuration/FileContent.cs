using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration.Yaml;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>The part of a file that has been read so far.</summary>
/// <param name="isProvidersFormat">Whether .NET itself reads the format, so that a fault keeps a host from starting.</param>
/// <param name="files">The files that it refers to; null if they are not read.</param>
internal sealed class FileContent(bool isProvidersFormat, ReferredFiles? files = null)
{
    // A file that is not in the format of its name has a fault in every line; the first ones are enough.
    private const int MostFaults = 20;

    // Each takes many times the memory of what is written, and nobody starts so many with one file.
    private const int MostParts = 100_000;

    private readonly List<ConfigurationTree> _trees = [];
    private readonly List<SettingsFault> _faults = [];
    private int _parts;
    private readonly List<FilePart> _idle = [];
    private readonly List<string> _unread = [];
    private readonly HashSet<Place> _expressions = [];
    private readonly HashSet<string> _lookedFor = new(StringComparer.Ordinal);
    private readonly List<string> _missing = [];

    /// <summary>The files that it refers to; null if they are not read.</summary>
    public ReferredFiles? Files => files;

    /// <summary>Whether there are so many documents and processes that no other is read.</summary>
    public bool IsFull => _parts > MostParts;

    /// <summary>Counts a document or a process.</summary>
    /// <returns>False if there are so many already that it is left out, which is a fault.</returns>
    public bool HasRoom()
    {
        if (++_parts == MostParts + 1)
        {
            const string Message = "The file has more than 100000 documents and processes, which is the limit. Divide it: the rest is not checked.";
            Fail(Place.Start, Message, stopsHost: false);
        }
        return !IsFull;
    }

    /// <summary>Adds a configuration.</summary>
    /// <param name="tree">The configuration, or null for none.</param>
    public void Add(ConfigurationTree? tree)
    {
        if (tree is not null && (!tree.IsOfProcess || HasRoom())) _trees.Add(tree);
    }

    /// <summary>Adds processes that have been counted.</summary>
    /// <param name="processes">Their configurations.</param>
    public void AddCounted(IEnumerable<ConfigurationTree> processes) => _trees.AddRange(processes);

    /// <summary>Adds a process that is started with nothing.</summary>
    /// <param name="part">Which part of the file it is.</param>
    public void AddIdle(FilePart part) => _idle.Add(part);

    /// <summary>Adds a part in a format that is not read.</summary>
    /// <param name="format">What it is called, as in <c>SealedSecret</c>.</param>
    public void AddUnread(string format) => _unread.Add(format);

    /// <summary>Adds an expression, for which a placeholder was read.</summary>
    /// <param name="place">Its place.</param>
    public void AddExpression(Place place) => _expressions.Add(place);

    /// <summary>Adds the variables of a file that it refers to. One that is not there is named, unless it would be found by its name here.</summary>
    /// <param name="kind">What it is called, as in <c>env_file</c>.</param>
    /// <param name="written">Its path, as it is written.</param>
    /// <param name="place">The place of the path.</param>
    /// <param name="variables">Receives the variables.</param>
    public void AddVariables(string kind, string written, Place place, EnvironmentVariables variables)
    {
        // What has the name of a format is found by itself if it is here.
        var isFoundByName = ConfigurationFormats.Of(written) is not null && !written.StartsWith('/');
        if ((isFoundByName ? files?.Find(written) : FindFile(kind, written)) is { } file && !files!.AddVariables(file, variables))
        {
            Fail(place, "Processes read more than 100000 variables from files, which is the limit.");
        }
    }

    /// <summary>Finds a file that it refers to. One that is not there is named.</summary>
    /// <param name="kind">What it is called, as in <c>configSource</c>.</param>
    /// <param name="written">Its path, as it is written.</param>
    /// <returns>Null if it is not there.</returns>
    public ReferredFile? FindFile(string kind, string written)
    {
        var file = files?.Find(written);
        if (file is null && _lookedFor.Add(written)) _missing.Add($"{kind} {YamlNodeExtensions.NameOf(written[(written.LastIndexOf('/') + 1)..]) ?? "…"}");
        return file;
    }

    /// <summary>Adds a fault.</summary>
    /// <param name="place">The place.</param>
    /// <param name="message">What is wrong, as a sentence, without any value.</param>
    /// <param name="stopsHost">False if only a limit of this command is exceeded.</param>
    public void Fail(Place place, string message, bool stopsHost = true)
    {
        if (_faults.Count < MostFaults) _faults.Add(new(place, message) { StopsHost = stopsHost && isProvidersFormat });
    }

    /// <summary>The file.</summary>
    public ConfigurationFile ToFile() => new(_trees, _faults) { Idle = _idle, Unread = _unread, Missing = _missing, Expressions = _expressions };
}
