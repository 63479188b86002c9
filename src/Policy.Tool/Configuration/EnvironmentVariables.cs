using System.Text;
using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>What one process is started with, environment variables and arguments, and the configuration that a host builds from them.</summary>
/// <param name="content">Receives the faults.</param>
/// <param name="reference">
/// How a value refers to another variable of the same process: <c>$(</c> as in Kubernetes, <c>${</c> as in an environment file; null if it cannot.
/// </param>
/// <param name="ofArguments">How an argument does.</param>
internal sealed class EnvironmentVariables(FileContent content, string? reference, string? ofArguments)
{
    private const string EnvironmentName = "ENVIRONMENT";

    // Each of many variables may repeat another.
    private const int MaximalLength = 4096;

    // A name that occurs twice is one variable, and the last value wins. Names are case-sensitive on Linux.
    private readonly Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);

    // Variables whose values are somewhere else.
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    // Variables may refer to each other, and in circles: while one is expanded, it is itself.
    private Dictionary<string, string>? _expanded;
    private SettingTree? _arguments;

    /// <summary>There is nothing yet.</summary>
    /// <param name="content">Receives the faults.</param>
    /// <param name="reference">How a value, or an argument, refers to another variable; null if it cannot.</param>
    public EnvironmentVariables(FileContent content, string? reference = null)
        : this(content, reference, reference)
    {
    }

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => _variables.Count == 0 && _arguments is null;

    /// <summary>Whether there is an argument that sets something.</summary>
    public bool HasArguments => _arguments is not null;

    /// <summary>Adds a variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="namePlace">The place of the name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="valuePlace">The place of the value.</param>
    /// <param name="file">The absolute path of the other file that it is in; null for this one.</param>
    public void Add(string name, Place namePlace, string value, Place valuePlace, string? file = null)
    {
        _unknown.Remove(name);
        _variables[name] = new(name, namePlace, value, valuePlace, file);
    }

    /// <summary>Adds a variable whose value is somewhere else, so that it is not judged.</summary>
    /// <param name="name">Its name.</param>
    public void AddUnknown(string name)
    {
        _variables.Remove(name);
        _unknown.Add(name);
    }

    /// <summary>Adds the arguments.</summary>
    /// <param name="words">The words after the program, each with its place.</param>
    public void AddArguments(IReadOnlyList<(string Word, Place Place)> words)
    {
        foreach (var (key, value, keyWord, valueWord) in CommandLineWords.Settings([.. words.Select(word => Expanded(word.Word, ofArguments))]))
        {
            if (key.Length == 0) continue;
            _arguments ??= new(content);
            // The last of several wins.
            _arguments.Below(_arguments.Root, key, words[keyWord].Place)?.Set(value, words[valueWord].Place);
        }
    }

    /// <summary>The value of a variable, or null.</summary>
    /// <param name="name">Its name.</param>
    public string? ValueOf(string name) => _variables.TryGetValue(name, out var variable) ? Expanded(variable) : null;

    /// <summary>All variables.</summary>
    public IReadOnlyList<(string Name, Place NamePlace, string Value, Place ValuePlace)> All() =>
        [.. _variables.Values.Select(variable => (variable.Name, variable.NamePlace, Expanded(variable), variable.ValuePlace))];

    /// <summary>The configuration, or null if there is nothing.</summary>
    /// <param name="part">Which part of the file this is.</param>
    public ConfigurationTree? ToTree(FilePart? part)
    {
        if (IsEmpty) return null;
        // What comes from another file has its places there.
        var files = new List<FileTrees> { new(null, content) };
        foreach (var variable in _variables.Values)
        {
            var tree = TreesOf(variable.File, files).Settings;
            Put(tree, variable, EnvironmentVariableKey.Of(variable.Name), Expanded(variable));
            if (EnvironmentVariableKey.ProviderNameOf(variable.Name) is { } provider) Put(tree, variable, provider.Key, provider.Value);
        }
        foreach (var (key, variable) in HostVariables.Of(_variables.Values, each => each.Name))
        {
            if (files.Exists(file => file.OfHost?.Settings.Find(key) is { IsSet: true })) continue;
            var file = TreesOf(variable.File, files);
            file.OfHost ??= new(content);
            file.OfHost.Below(file.OfHost.Root, key, variable.NamePlace)?.Set(Expanded(variable), variable.ValuePlace);
        }
        var environment = Environment(out var isUnknown);
        return new(files[0].Settings.Settings)
        {
            Part = part,
            IsOfProcess = true,
            Environment = environment,
            HasUnknownEnvironment = isUnknown,
            OfHost = files[0].OfHost?.Settings,
            OfArguments = _arguments?.Settings,
            OfFiles = files.Count == 1
                ? []
                : [.. files.Skip(1).Select(file => new ReferredSettings(file.Path!, file.Settings.Settings, file.OfHost?.Settings))],
        };
    }

    // An argument wins over every variable. Null if nothing names the environment, or if what does is filled in later.
    private string? Environment(out bool isUnknown)
    {
        isUnknown = false;
        var environment = _arguments?.Settings.Find(EnvironmentName)?.Value;
        foreach (var name in HostVariables.EnvironmentNames.TakeWhile(_ => environment is null))
        {
            isUnknown = _unknown.Any(unknown => string.Equals(unknown, name, StringComparison.OrdinalIgnoreCase));
            if (isUnknown) return null;
            environment = _variables.Values.Where(variable => string.Equals(variable.Name, name, StringComparison.OrdinalIgnoreCase))
                .Select(Expanded)
                .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
        }
        isUnknown = environment is not null && Placeholder.Is(environment);
        return isUnknown ? null : environment;
    }

    private void Put(SettingTree tree, Variable variable, string key, string value)
    {
        var node = tree.Below(tree.Root, key, variable.NamePlace);
        if (node is { IsSet: true })
        {
            content.Fail(variable.NamePlace, $"The variable in line {node.ValuePlace.Line} sets the same key, and it is unclear which one .NET uses.");
            return;
        }
        tree.Set(node, value, variable.ValuePlace);
    }

    private FileTrees TreesOf(string? path, List<FileTrees> files)
    {
        if (path is null) return files[0];
        var file = files.Find(file => file.Path == path);
        if (file is null) files.Add(file = new(path, content));
        return file;
    }

    private string Expanded(Variable variable)
    {
        if (reference is null) return variable.Value;
        _expanded ??= new(StringComparer.Ordinal);
        if (_expanded.TryGetValue(variable.Name, out var expanded)) return expanded;
        _expanded[variable.Name] = variable.Value;
        return _expanded[variable.Name] = Expanded(variable.Value, reference);
    }

    // With the values of the variables that a text refers to. What is not one of them stays as it is written.
    private string Expanded(string value, string? reference)
    {
        if (reference is null || !value.Contains(reference, StringComparison.Ordinal)) return value;
        var closing = reference[^1] == '(' ? ')' : '}';
        var text = new StringBuilder();
        for (var at = 0; at < value.Length && text.Length <= MaximalLength; at++)
        {
            var end = string.CompareOrdinal(value, at, reference, 0, reference.Length) == 0 ? value.IndexOf(closing, at) : -1;
            if (end > 0 && _variables.TryGetValue(value[(at + reference.Length)..end], out var other))
            {
                text.Append(Expanded(other));
                at = end;
            }
            // Two dollar signs are one, and begin nothing.
            else if (value[at] == '$' && at + 1 < value.Length && value[at + 1] == '$') text.Append(value[at++]).Append('$');
            else text.Append(value[at]);
        }
        return text.Length > MaximalLength ? value : text.ToString();
    }

    private sealed record Variable(string Name, Place NamePlace, string Value, Place ValuePlace, string? File);

    private sealed class FileTrees(string? path, FileContent content)
    {
        public string? Path => path;

        public SettingTree Settings { get; } = new(content);

        public SettingTree? OfHost { get; set; }
    }
}
