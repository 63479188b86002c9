using System.Collections;
using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>
/// What other formats hold, as nodes of YAML: whatever a process is started with is found in one way. A node is made when somebody looks at it,
/// and is not kept: those of a whole file would be several times as large as its settings.
/// </summary>
internal static class JsonNodes
{
    /// <summary>The node for settings: those whose segments are indexes are a list.</summary>
    /// <param name="settings">The settings. Their depth is bounded by the length of a key.</param>
    public static YamlNode Of(SettingNode settings)
    {
        var children = settings.Children;
        if (children.Count == 0) return new YamlScalar(settings.Value ?? "", IsPlain: settings.Value is null, settings.ValuePlace);
        if (children[0].Segment == "0") return new YamlSequence(new Made<YamlNode>(children, Of), settings.KeyPlace);
        return new YamlMapping(new Made<YamlEntry>(children, EntryOf), settings.KeyPlace);
    }

    private static YamlEntry EntryOf(SettingNode child) => new(new(child.Segment, IsPlain: false, child.KeyPlace), Of(child));

    private sealed class Made<T>(IReadOnlyList<SettingNode> settings, Func<SettingNode, T> make) : IReadOnlyList<T>
    {
        public int Count => settings.Count;

        public T this[int index] => make(settings[index]);

        public IEnumerator<T> GetEnumerator() => settings.Select(make).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
