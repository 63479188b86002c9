namespace DecisionPolicies.Tool.Packs;

/// <summary>What a call names with <c>--records</c>: folders of records, and decision packs.</summary>
/// <param name="Folders">The folders, as the user wrote them.</param>
/// <param name="Packs">The absolute paths of packages, and of folders with a pack.</param>
internal sealed record NamedRecords(IReadOnlyList<string> Folders, IReadOnlyList<string> Packs)
{
    /// <summary>Distinguishes folders from packs.</summary>
    /// <param name="given">What the user wrote.</param>
    /// <param name="context">The surroundings.</param>
    /// <exception cref="ToolException">A package does not exist.</exception>
    public static NamedRecords Of(IReadOnlyList<string>? given, ToolContext context)
    {
        var (folders, packs) = (new List<string>(), new List<string>());
        foreach (var name in given ?? [])
        {
            var path = context.Absolute(name);
            if (PackFolder.Find(path) is { } folder) packs.Add(folder);
            else if (Directory.Exists(path) || !name.EndsWith(PackageFile.Extension, StringComparison.OrdinalIgnoreCase)) folders.Add(name);
            else if (Path.Exists(path)) packs.Add(path);
            else throw new ToolException($"The package '{name}' does not exist. Name a decision pack with --records.");
        }
        return new(folders, packs.Distinct(StringComparer.Ordinal).ToList());
    }
}
