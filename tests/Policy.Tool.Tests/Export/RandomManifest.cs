using System.Text;
using System.Text.Json.Nodes;
using DecisionPolicies.Rules;
using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration.Yaml;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>Makes rules that an admission policy can keep, and Kubernetes objects that are close to breaking them.</summary>
/// <param name="random">The source of all choices.</param>
internal sealed class RandomManifest(Random random)
{
    private static readonly string[] _kinds =
    [
        "Pod", "PodTemplate", "ReplicationController", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job", "CronJob", "ConfigMap", "ConfigMap",
    ];

    private static readonly string[] _containers = ["containers", "initContainers", "ephemeralContainers"];

    private static readonly string[] _environments = ["Production", "STAGING", "development", "", " "];

    private readonly RandomCase _made = new(random);

    /// <summary>A rule.</summary>
    public ConfigurationRule Rule() => _made.Rule();

    /// <summary>An object, with what the engine finds in it; null if there is none that the engine reads.</summary>
    /// <param name="rule">The rule that it may break.</param>
    public JudgedManifest? Case(ConfigurationRule rule)
    {
        var kind = Of(_kinds);
        var manifest = new JsonObject { ["apiVersion"] = "v1", ["kind"] = kind, ["metadata"] = new JsonObject { ["name"] = "any" } };
        var processes = new Dictionary<string, List<JudgedVariable>>(StringComparer.Ordinal);
        if (kind == "ConfigMap")
        {
            var variables = processes[""] = Variables(rule, isData: true);
            manifest["data"] = new JsonObject(variables.Select(variable => KeyValuePair.Create(variable.Name, (JsonNode?)variable.Value)));
        }
        else
        {
            var pod = new JsonObject();
            for (var i = random.Next(1, 3); i > 0; i--)
            {
                var variables = processes[$"c{i}"] = Variables(rule, isData: false);
                var container = new JsonObject { ["name"] = $"c{i}", ["image"] = "gateway" };
                if (variables.Count > 0) container["env"] = new JsonArray([.. Written(variables)]);
                var key = Of(_containers);
                pod[key] ??= new JsonArray();
                ((JsonArray)pod[key]!).Add((JsonNode)container);
            }
            Put(manifest, kind, pod);
        }
        return JudgedManifest.Of(rule, manifest, processes);
    }

    private static void Put(JsonObject manifest, string kind, JsonObject pod)
    {
        JsonObject template = new() { ["metadata"] = new JsonObject(), ["spec"] = pod };
        switch (kind)
        {
            case "Pod":
                manifest["spec"] = template["spec"]!.DeepClone();
                break;
            case "PodTemplate":
                manifest["template"] = template;
                break;
            case "CronJob":
                manifest["spec"] = new JsonObject { ["jobTemplate"] = new JsonObject { ["spec"] = new JsonObject { ["template"] = template } } };
                break;
            default:
                manifest["spec"] = new JsonObject { ["replicas"] = 2, ["template"] = template };
                break;
        }
    }

    // Of several with one name, the last counts. One with 'valueFrom' has no value here.
    private IEnumerable<JsonNode> Written(IEnumerable<JudgedVariable> variables)
    {
        foreach (var variable in variables)
        {
            if (random.Next(10) == 0) yield return new JsonObject { ["name"] = variable.Name, ["value"] = "true" };
            if (random.Next(10) == 0)
            {
                yield return new JsonObject { ["name"] = $"Other__{Guid.Empty:N}", ["valueFrom"] = new JsonObject { ["fieldRef"] = new JsonObject() } };
            }
            var written = new JsonObject { ["name"] = variable.Name };
            if (variable.Value.Length > 0 || random.Next(2) == 0) written["value"] = variable.Value;
            yield return written;
        }
    }

    private List<JudgedVariable> Variables(ConfigurationRule rule, bool isData)
    {
        var variables = new List<JudgedVariable>();
        foreach (var (key, value) in Leaves(SettingsReader.Read(_made.Settings(rule)).Root, ""))
        {
            if (!Ascii.IsValid(key) || value.Contains('\0') || (isData && EmbeddedFile.FormatOf(value) is not null)) continue;
            Add(variables, Prefix() + key.Replace(":", isData || random.Next(8) > 0 ? "__" : ":"), value);
        }
        if (random.Next(3) == 0) Add(variables, "ASPNETCORE_ENVIRONMENT", Of(_environments));
        if (random.Next(6) == 0) Add(variables, "DOTNET_ENVIRONMENT", Of(_environments));
        return variables;
    }

    // Which of two names for one key .NET uses is unclear.
    private static void Add(List<JudgedVariable> variables, string name, string value)
    {
        var variable = JudgedVariable.Of(name, value);
        if (!variables.Exists(other => other.IsAt(variable.Key))) variables.Add(variable);
    }

    private string Prefix() => random.Next(16) switch
    {
        0 => "DOTNET_",
        1 => "ASPNETCORE_",
        _ => "",
    };

    private static IEnumerable<(string Key, string Value)> Leaves(SettingNode node, string above)
    {
        foreach (var child in node.Children)
        {
            var key = above.Length == 0 ? child.Segment : $"{above}:{child.Segment}";
            if (child is { IsSet: true, Value: { } value }) yield return (key, value);
            foreach (var leaf in Leaves(child, key)) yield return leaf;
        }
    }

    private T Of<T>(T[] choices) => choices[random.Next(choices.Length)];
}
