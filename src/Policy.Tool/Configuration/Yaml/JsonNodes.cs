using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>What other formats hold, as nodes of YAML: whatever a process is started with is found in one way.</summary>
internal static class JsonNodes
{
    /// <summary>The node for settings: those whose segments are indexes are a list.</summary>
    /// <param name="settings">The settings. Their depth is bounded by the length of a key.</param>
    public static YamlNode Of(SettingNode settings)
    {
        var children = settings.Children;
        if (children.Count == 0) return new YamlScalar(settings.Value ?? "", IsPlain: settings.Value is null, settings.ValuePlace);
        if (children[0].Segment == "0") return new YamlSequence([.. children.Select(Of)], settings.KeyPlace);
        return new YamlMapping([.. children.Select(child => new YamlEntry(new(child.Segment, IsPlain: false, child.KeyPlace), Of(child)))], settings.KeyPlace);
    }
}
