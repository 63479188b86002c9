namespace DecisionPolicies.Tool.Configuration;

/// <summary>The environment variables of one process, and the configuration that a host builds from them.</summary>
/// <param name="content">Receives the faults.</param>
internal sealed class EnvironmentVariables(FileContent content)
{
    private const string EnvironmentName = "ENVIRONMENT";

    // A host also reads the variables with these prefixes, without the prefix. The first wins with WebApplication.CreateBuilder and
    // Host.CreateApplicationBuilder; the second with the older ConfigureWebHostDefaults.
    private static readonly string[] _hostPrefixes = ["DOTNET_", "ASPNETCORE_"];

    // A name that occurs twice is one variable, and the last value wins. Names are case-sensitive on Linux.
    private readonly Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);

    /// <summary>Whether there are no variables.</summary>
    public bool IsEmpty => _variables.Count == 0;

    /// <summary>Adds a variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="namePlace">The place of the name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="valuePlace">The place of the value.</param>
    public void Add(string name, Place namePlace, string value, Place valuePlace) => _variables[name] = new(name, namePlace, value, valuePlace);

    /// <summary>The configuration, or null if there are no variables.</summary>
    /// <param name="part">Which part of the file this is.</param>
    public ConfigurationTree? ToTree(FilePart? part)
    {
        if (IsEmpty) return null;
        var tree = new SettingTree(content);
        foreach (var variable in _variables.Values)
        {
            Put(tree, variable, EnvironmentVariableKey.Of(variable.Name), variable.Value);
            if (EnvironmentVariableKey.ProviderNameOf(variable.Name) is { } provider) Put(tree, variable, provider.Key, provider.Value);
        }
        // After all others: a variable without a prefix wins.
        foreach (var prefix in _hostPrefixes)
        {
            foreach (var variable in _variables.Values) PutWithout(prefix, tree, variable);
        }
        return new(tree.Settings) { Part = part, Environment = Environment };
    }

    private string? Environment => _hostPrefixes
        .SelectMany(prefix => _variables.Values.Where(variable => string.Equals(variable.Name, prefix + EnvironmentName, StringComparison.OrdinalIgnoreCase)))
        .Select(variable => variable.Value)
        .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

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

    private static void PutWithout(string prefix, SettingTree tree, Variable variable)
    {
        var key = EnvironmentVariableKey.Of(variable.Name);
        if (key.Length <= prefix.Length || !key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return;
        var node = tree.Below(tree.Root, key[prefix.Length..], variable.NamePlace);
        if (node is { IsSet: false }) tree.Set(node, variable.Value, variable.ValuePlace);
    }

    private sealed record Variable(string Name, Place NamePlace, string Value, Place ValuePlace);
}
