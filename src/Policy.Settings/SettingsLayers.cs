namespace DecisionPolicies.Settings;

/// <summary>Settings files layered as a host loads them: a later file overrides an earlier one.</summary>
/// <param name="layers">The files, the lowest first.</param>
/// <param name="unknown">Receives the values that are read and are nothing but placeholders; null if values are what is written.</param>
internal sealed class SettingsLayers(IReadOnlyList<SettingsLayer> layers, ISet<SettingPlace>? unknown = null) : ISettings
{
    /// <inheritdoc/>
    public bool TryRead(string key, out string? value)
    {
        var (layer, node) = Winner(key);
        value = node?.Value;
        if (unknown is not null && value is not null && Placeholder.Known(value) is var known)
        {
            if (known is null) unknown.Add(new(layer!.Path, node!.ValuePlace, node.KeyPlace));
            value = known ?? value;
        }
        return node is not null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Children(string? key)
    {
        var children = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var layer in layers)
        {
            if (layer.File.Find(key) is not { } node) continue;
            foreach (var child in node.Children)
            {
                if (seen.Add(child.Segment)) children.Add(child.Segment);
            }
        }
        return children;
    }

    /// <inheritdoc/>
    public string Below(string? key, string segment) => key is null ? segment : key + ":" + segment;

    /// <inheritdoc/>
    public string? SourceOf(string key) => (Winner(key).Layer ?? LayerBelow(key, _ => true))?.Path;

    /// <summary>The place of the value that a finding is about.</summary>
    /// <param name="finding">A finding in these settings.</param>
    /// <returns>The file and the place; for a key that only has settings below it, the place of the key. Null if no file sets it.</returns>
    public SettingPlace? PlaceOf(Finding finding)
    {
        if (finding.State != SettingState.Section)
        {
            return Winner(finding.Key) is { Layer: { } layer, Node: { } node } ? new(layer.Path, node.ValuePlace, node.KeyPlace) : null;
        }
        return LayerBelow(finding.Key, value => !string.IsNullOrWhiteSpace(value)) is { } section && section.File.Find(finding.Key) is { } key
            ? new(section.Path, key.KeyPlace, key.KeyPlace)
            : null;
    }

    /// <summary>Whether the value that a finding is about was read in the place of a placeholder.</summary>
    /// <param name="finding">A finding in these settings.</param>
    public bool IsFilledIn(Finding finding) => unknown is not null && Winner(finding.Key).Node?.Value is { } value && Placeholder.Is(value);

    /// <summary>Where to report a key that no file sets: the start of the last file, which could set it.</summary>
    internal SettingPlace End => new(layers[layers.Count - 1].Path, Place.Start, Place.Start);

    private (SettingsLayer? Layer, SettingNode? Node) Winner(string key)
    {
        for (var i = layers.Count - 1; i >= 0; i--)
        {
            if (layers[i].File.Find(key) is { IsSet: true } node) return (layers[i], node);
        }
        return default;
    }

    // The file that sets the first key below the given one. The depth of keys is bounded by their length.
    private SettingsLayer? LayerBelow(string key, Func<string?, bool> isMeant)
    {
        foreach (var child in Children(key))
        {
            var below = Below(key, child);
            if (Winner(below) is { Layer: { } layer, Node: { } node } && isMeant(node.Value)) return layer;
            if (LayerBelow(below, isMeant) is { } found) return found;
        }
        return null;
    }
}

/// <summary>One of several settings files.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="File">The keys that it sets.</param>
internal sealed record SettingsLayer(string Path, SettingsFile File);

/// <summary>A place in one of several settings files.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Place">The place of the value, or of the key if it only has settings below it.</param>
/// <param name="KeyPlace">The place of the key.</param>
internal sealed record SettingPlace(string Path, Place Place, Place KeyPlace);
