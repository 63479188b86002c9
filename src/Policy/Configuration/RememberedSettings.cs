namespace DecisionPolicies;

/// <summary>
/// Settings whose sections are searched once for each judgement: to list the keys of a section, every provider of a configuration
/// searches all of its keys, and many rules may need the same section.
/// </summary>
/// <param name="settings">The settings.</param>
internal sealed class RememberedSettings(IListedSettings settings) : ISettings
{
    // Most configurations have few sections that rules search. To index all keys would cost more.
    private const int FewSections = 8;

    private Dictionary<string, IReadOnlyList<string>>? _children;
    private SectionIndex? _index;
    private IReadOnlyList<string>? _roots;

    public bool TryRead(string key, out string? value) => settings.TryRead(key, out value);

    public IReadOnlyList<string> Children(string? key)
    {
        // The root is different from the section whose key is empty.
        if (key is null) return _roots ??= settings.Children(null);
        _children ??= new(StringComparer.OrdinalIgnoreCase);
        if (!_children.TryGetValue(key, out var children)) _children.Add(key, children = List(key, _children.Count));
        return children;
    }

    public string Below(string? key, string segment) => settings.Below(key, segment);

    public string? SourceOf(string key) => settings.SourceOf(key);

    private IReadOnlyList<string> List(string key, int known)
    {
        if (known == FewSections && settings.Keys is { } keys) _index = new(keys);
        return _index?.Children(key) ?? settings.Children(key);
    }
}
