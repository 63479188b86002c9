using System.Globalization;

namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>
/// Finds the environment variables of containers in YAML: the <c>env</c> list of a Kubernetes container, wherever its pod is, and the
/// corresponding keys in the values of Helm charts.
/// </summary>
internal static class ContainerVariables
{
    private static readonly string[] _containers = ["containers", "initContainers", "ephemeralContainers"];
    private static readonly string[] _variables = ["env", "extraEnv", "extraEnvVars"];

    /// <summary>Adds a configuration for each place with environment variables.</summary>
    /// <param name="root">The node to search.</param>
    /// <param name="owner">The part of the file, as in <c>Deployment gateway</c>; null for the whole file.</param>
    /// <param name="content">Receives the configurations.</param>
    public static void Read(YamlNode root, FilePart? owner, FileContent content) => Walk(root, new(null, ""), owner, content);

    private static void Walk(YamlNode node, Step at, FilePart? owner, FileContent content)
    {
        if (node is YamlSequence sequence)
        {
            for (var i = 0; i < sequence.Items.Count; i++)
            {
                if (sequence.Items[i] is not YamlScalar) Walk(sequence.Items[i], at.Below(i.ToString(CultureInfo.InvariantCulture)), owner, content);
            }
        }
        else if (node is YamlMapping mapping)
        {
            foreach (var entry in mapping.Entries)
            {
                if (entry.Value is YamlScalar) continue;
                if (_variables.Contains(entry.Key.Text)) ReadVariables(entry, mapping, at, owner, content);
                Walk(entry.Value, at.Below(entry.Key.Text), owner, content);
            }
        }
    }

    private static void ReadVariables(YamlEntry entry, YamlMapping holder, Step at, FilePart? owner, FileContent content)
    {
        var variables = new EnvironmentVariables(content);
        if (entry.Value is YamlSequence list) AddList(list, variables);
        else if (entry.Value is YamlMapping mapping) AddMapping(mapping, variables);
        if (!variables.IsEmpty) content.Add(variables.ToTree(PartOf(entry.Key.Text, holder, at, owner)));
    }

    /// <summary>Adds the scalars of a mapping as variables. Null does not set one.</summary>
    /// <param name="mapping">Names and values.</param>
    /// <param name="variables">Receives the variables.</param>
    public static void AddMapping(YamlMapping mapping, EnvironmentVariables variables)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value is YamlScalar { IsNull: false } value) variables.Add(entry.Key.Text, entry.Key.Place, value.Text, value.Place);
        }
    }

    // The value of a variable with 'valueFrom' is not in this file.
    private static void AddList(YamlSequence list, EnvironmentVariables variables)
    {
        foreach (var item in list.Items)
        {
            if (item.Find("name") is not YamlScalar { IsNull: false } name || item.Find("valueFrom") is not null) continue;
            if (item.Find("value") is YamlScalar value) variables.Add(name.Text, name.Place, value.IsNull ? "" : value.Text, value.Place);
        }
    }

    private static FilePart PartOf(string key, YamlMapping holder, Step at, FilePart? owner)
    {
        var isContainer = at.Above is { } above && _containers.Contains(above.Segment);
        var name = isContainer ? $"container {holder.FindName("name") ?? at.Segment}" : at.Path(key);
        return FilePart.In(name, owner);
    }

    // The position in the walk. The path is composed only for what is found.
    private sealed record Step(Step? Above, string Segment)
    {
        public Step Below(string segment) => new(this, segment);

        public string Path(string key)
        {
            var path = key;
            for (var step = this; step.Above is not null; step = step.Above) path = $"{YamlNodeExtensions.NameOf(step.Segment) ?? "…"}:{path}";
            return path;
        }
    }
}
