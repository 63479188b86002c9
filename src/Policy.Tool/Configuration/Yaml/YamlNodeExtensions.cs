namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>Finds values in YAML.</summary>
internal static class YamlNodeExtensions
{
    // Messages show only names that Kubernetes and Docker accept; anything else may be a value in the wrong place.
    private const int LongestName = 253;

    /// <summary>The value of a key; null if the node is not a mapping or lacks the key.</summary>
    /// <param name="node">The node.</param>
    /// <param name="key">The key, with the same case.</param>
    public static YamlNode? Find(this YamlNode? node, string key)
    {
        if (node is not YamlMapping mapping) return null;
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Text == key) return entry.Value;
        }
        return null;
    }

    /// <summary>The value of a key, in upper or lower case; null if the mapping lacks it.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="key">The key.</param>
    public static YamlNode? FindAny(this YamlMapping mapping, string key)
    {
        foreach (var entry in mapping.Entries)
        {
            if (string.Equals(entry.Key.Text, key, StringComparison.OrdinalIgnoreCase)) return entry.Value;
        }
        return null;
    }

    /// <summary>The name that a key holds, or null.</summary>
    /// <param name="node">The node.</param>
    /// <param name="key">The key.</param>
    public static string? FindName(this YamlNode? node, string key) => node.Find(key) is YamlScalar { IsNull: false } name ? NameOf(name.Text) : null;

    /// <summary>A text as a name that may be shown, or null.</summary>
    /// <param name="text">The text.</param>
    public static string? NameOf(string text) =>
        text.Length is > 0 and <= LongestName && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? text : null;
}
