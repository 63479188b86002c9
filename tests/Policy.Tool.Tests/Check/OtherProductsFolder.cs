namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>A copy of samples/OtherProducts.</summary>
internal static class OtherProductsFolder
{
    public static ToolFolder Create() => CopyTo(new());

    public static ToolFolder CopyTo(ToolFolder folder)
    {
        var sample = Path.Combine(RepositoryFolder.Path, "samples", "OtherProducts");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            folder.With(Path.GetRelativePath(sample, file), File.ReadAllText(file));
        }
        return folder;
    }
}
