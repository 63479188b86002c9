using System.Text.Json.Nodes;
using DecisionPolicies.Rules;
using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>A Kubernetes object, and what the engine finds in it.</summary>
/// <param name="Json">The object.</param>
/// <param name="Names">The variables that break the rule, as a policy names them.</param>
internal sealed record JudgedManifest(string Json, IReadOnlySet<string> Names)
{
    /// <summary>Judges an object by a rule; null if the command cannot read it, because two variables set the same key.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="manifest">The object.</param>
    /// <param name="processes">The variables of each container, by its name; of a ConfigMap, those of an empty name.</param>
    public static JudgedManifest? Of(ConfigurationRule rule, JsonObject manifest, IReadOnlyDictionary<string, List<JudgedVariable>> processes)
    {
        var json = manifest.ToJsonString();
        var file = ConfigurationFile.Read(ConfigurationFormat.Yaml, json);
        if (file.Faults.Count > 0) return null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (container, variables) in processes)
        {
            var start = container.Length == 0 ? "data of " : $"container {container} of ";
            var trees = file.Trees.Where(tree => tree.IsOfProcess && tree.Part!.Text.StartsWith(start, StringComparison.Ordinal)).ToList();
            if (trees.Count == 0)
            {
                Assert.Empty(variables);
                continue;
            }
            var findings = Findings(rule, Assert.Single(trees));
            var of = container.Length == 0 ? "" : $" of container {container}";
            names.UnionWith(findings.SelectMany(finding => NamesOf(finding, [.. JudgedVariable.Visible(variables)])).Select(name => name + of));
        }
        return new(json, names);
    }

    private static List<Finding> Findings(ConfigurationRule rule, ConfigurationTree tree)
    {
        var layers = tree.HostLayers("m").Concat(tree.OwnLayers("m")).Select(layer => new SettingsLayer(layer.Path, layer.Settings));
        var findings = new List<Finding>();
        foreach (var environment in EnvironmentsOf(rule, tree)) rule.Judge(new SettingsLayers([.. layers]), environment, findings);
        return [.. findings.Where(finding => finding.State != SettingState.Absent)];
    }

    // The entries of a ConfigMap are variables of a process that has others.
    private static IEnumerable<string> EnvironmentsOf(ConfigurationRule rule, ConfigurationTree tree) =>
        tree.Environment is { } environment ? [environment]
        : tree.Part!.Text.StartsWith("data of ", StringComparison.Ordinal) ? ["Production", .. rule.Environments]
        : ["Production"];

    // A policy names the variable that holds what is found, or those below the key.
    private static IEnumerable<string> NamesOf(Finding finding, IReadOnlyList<JudgedVariable> variables)
    {
        var below = variables.Where(variable => variable.Value.Trim().Length > 0
            && (variable.IsAt(finding.Key) || variable.Key.StartsWith(finding.Key + ":", StringComparison.OrdinalIgnoreCase)));
        var own = variables.Where(variable => variable.IsAt(finding.Key));
        return (finding.Rule.Condition is PresentCondition || !own.Any() ? below : own).Select(variable => variable.Name);
    }
}

/// <summary>An environment variable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Key">The key that it sets.</param>
internal sealed record JudgedVariable(string Name, string Value, string Key)
{
    private static readonly string[] _prefixes = ["DOTNET_", "ASPNETCORE_"];

    /// <summary>A variable with the key of its name.</summary>
    public static JudgedVariable Of(string name, string value) => new(name, value, name.Replace("__", ":"));

    /// <summary>Whether it sets a key.</summary>
    /// <param name="key">The key.</param>
    public bool IsAt(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

    /// <summary>The variables, with those that a host reads without its prefixes, unless another sets the same key.</summary>
    /// <param name="variables">The variables.</param>
    public static IEnumerable<JudgedVariable> Visible(IReadOnlyList<JudgedVariable> variables)
    {
        var all = variables.ToList();
        foreach (var prefix in _prefixes)
        {
            all.AddRange(variables.Where(variable => variable.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && variable.Key.Length > prefix.Length)
                .Select(variable => variable with { Key = variable.Key[prefix.Length..] })
                .Where(hosted => !all.Exists(other => other.IsAt(hosted.Key))).ToList());
        }
        return all;
    }
}
