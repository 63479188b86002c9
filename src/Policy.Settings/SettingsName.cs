namespace DecisionPolicies.Settings;

/// <summary>What the name of a settings file says about when it is loaded.</summary>
/// <param name="Base">The path without extension and environment: files that share it are merged.</param>
/// <param name="Environment">The host environment, as in <c>appsettings.Production.json</c>; null for a base file.</param>
internal sealed record SettingsName(string Base, string? Environment)
{
    // The host looks for its environment's file even if there is no base file.
    private const string UsualBase = "appsettings";

    /// <summary>Reads the names of files, by their paths.</summary>
    /// <param name="paths">The paths of all settings files: the text before a dot is a base only if that file exists.</param>
    public static IReadOnlyDictionary<string, SettingsName> All(IEnumerable<string> paths)
    {
        var all = paths.ToList();
        var stems = new HashSet<string>(all.Select(Stem), StringComparer.OrdinalIgnoreCase);
        return all.ToDictionary(path => path, path => Of(Stem(path), stems), StringComparer.Ordinal);
    }

    private static SettingsName Of(string stem, HashSet<string> stems)
    {
        var name = stem.LastIndexOf('/') + 1;
        // The first such dot: the name of an environment may contain dots as well.
        for (var dot = stem.IndexOf('.', name); dot >= 0; dot = stem.IndexOf('.', dot + 1))
        {
            var before = stem.Substring(0, dot);
            var isBase = stems.Contains(before) || string.Equals(before.Substring(name), UsualBase, StringComparison.OrdinalIgnoreCase);
            if (isBase && dot + 1 < stem.Length) return new(before, stem.Substring(dot + 1));
        }
        return new(stem, null);
    }

    private static string Stem(string path)
    {
        var slashed = path.Replace('\\', '/');
        var dot = slashed.LastIndexOf('.');
        return dot > slashed.LastIndexOf('/') ? slashed.Substring(0, dot) : slashed;
    }
}
