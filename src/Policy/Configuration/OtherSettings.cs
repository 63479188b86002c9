namespace DecisionPolicies;

/// <summary>A second configuration of a container, whose values say so.</summary>
/// <param name="settings">Its settings.</param>
internal sealed class OtherSettings(IListedSettings settings) : IListedSettings
{
    public bool TryRead(string key, out string? value) => settings.TryRead(key, out value);

    public IReadOnlyList<string> Children(string? key) => settings.Children(key);

    public IEnumerable<string>? Keys => settings.Keys;

    public string Below(string? key, string segment) => settings.Below(key, segment);

    public string? SourceOf(string key) => settings.SourceOf(key) is { } source ? $"{source}, in another registered IConfiguration" : null;
}
