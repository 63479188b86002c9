using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>
/// The files that a configuration file refers to and that are read with it, such as the <c>env_file</c> of a service. They are looked for only
/// below one folder: what lies elsewhere on this machine is not part of the deployment.
/// </summary>
/// <param name="folder">The absolute path of the folder of the configuration file.</param>
/// <param name="root">The absolute path of the folder below which files are looked for; it is the same folder, or above it.</param>
/// <param name="read">Reads a file by its absolute path; null if it is not there.</param>
internal sealed class ReferredFiles(string folder, Lazy<string> root, Func<string, string?> read)
{
    /// <summary>A file that refers to another has one of these words in it.</summary>
    public static IReadOnlyList<string> Words { get; } = ["env_file", "EnvironmentFile", "configSource", "appSettings"];

    // Each of many services may have the same long file.
    private const int MostVariables = 100_000;

    private readonly Dictionary<string, ReferredFile?> _files = new(StringComparer.Ordinal);
    private readonly List<(string Path, SettingsFault Fault)> _faults = [];
    private int _variables;

    /// <summary>The absolute paths of the files, also of those that are not there.</summary>
    public IReadOnlyCollection<string> Paths => _files.Keys;

    /// <summary>The files that are there.</summary>
    public IEnumerable<ReferredFile> Found => _files.Values.OfType<ReferredFile>();

    /// <summary>The faults in them, each with the absolute path of its file.</summary>
    public IReadOnlyList<(string Path, SettingsFault Fault)> Faults => _faults;

    /// <summary>Finds a file.</summary>
    /// <param name="written">
    /// Its path as it is written, relative to the folder. An absolute path is one on the machine of the deployment: it is looked for below the
    /// folder and those around it, as in a folder that is copied to <c>/</c>.
    /// </param>
    /// <returns>Null if it is not there.</returns>
    public ReferredFile? Find(string written)
    {
        if (written.Length == 0 || written.Contains('\0', StringComparison.Ordinal)) return null;
        var relative = written.TrimStart('/');
        for (var from = folder; from is not null && IsBelowRoot(from); from = Path.GetDirectoryName(from))
        {
            var path = Path.GetFullPath(relative, from);
            // A link may lead anywhere.
            if (IsBelowRoot(path) && RealPath.IsWithin(path, root.Value) && FileAt(path) is { } file) return file;
            if (relative.Length == written.Length) break;
        }
        return null;
    }

    /// <summary>Adds the variables of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="variables">Receives the variables.</param>
    /// <returns>Whether they were few enough to be added.</returns>
    public bool AddVariables(ReferredFile file, EnvironmentVariables variables)
    {
        if (file.Variables is null)
        {
            file.Variables = EnvironmentFileReader.VariablesIn(file.Text, out var faults);
            AddFaults(file, faults);
        }
        _variables += file.Variables.Count;
        if (_variables > MostVariables) return false;
        foreach (var (name, namePlace, value, valuePlace) in file.Variables) variables.Add(name, namePlace, value, valuePlace, file.Path);
        return true;
    }

    /// <summary>Adds the faults of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="faults">Its faults.</param>
    public void AddFaults(ReferredFile file, IEnumerable<SettingsFault> faults) => _faults.AddRange(faults.Select(fault => (file.Path, fault)));

    private ReferredFile? FileAt(string path)
    {
        if (_files.TryGetValue(path, out var known)) return known;
        return _files[path] = read(path) is { } text ? new(path, text) : null;
    }

    private bool IsBelowRoot(string path) => path == root.Value
        || path.StartsWith(Path.TrimEndingDirectorySeparator(root.Value) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

/// <summary>A file that another refers to.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Text">Its text.</param>
internal sealed record ReferredFile(string Path, string Text)
{
    /// <summary>The variables in it, each with the place of its name and of its value; null before they were read.</summary>
    public IReadOnlyList<(string Name, Place NamePlace, string Value, Place ValuePlace)>? Variables { get; set; }
}

/// <summary>What comes from another file than the one that refers to it.</summary>
/// <param name="Path">The absolute path of the other file.</param>
/// <param name="Settings">What it sets.</param>
/// <param name="OfHost">Of variables: what they set without the host's prefixes; null for nothing.</param>
internal sealed record ReferredSettings(string Path, SettingsFile Settings, SettingsFile? OfHost);
