namespace DecisionPolicies;

/// <summary>
/// Settings whose sections are searched once for each judgement: to list the keys of a section, every provider of a configuration
/// searches all of its keys, and many rules may need the same section.
/// </summary>
/// <param name="settings">The settings.</param>
internal sealed class RememberedSettings(ISettings settings) : ISettings
{
    private Dictionary<string, IReadOnlyList<string>>? _children;
    private IReadOnlyList<string>? _roots;

    public bool TryRead(string key, out string? value) => settings.TryRead(key, out value);

    public IReadOnlyList<string> Children(string? key)
    {
        // The root is different from the section whose key is empty.
        if (key is null) return _roots ??= settings.Children(null);
        _children ??= new(StringComparer.OrdinalIgnoreCase);
        if (!_children.TryGetValue(key, out var children)) _children.Add(key, children = settings.Children(key));
        return children;
    }

    public string Below(string? key, string segment) => settings.Below(key, segment);

    public string? SourceOf(string key) => settings.SourceOf(key);
}
