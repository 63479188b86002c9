namespace DecisionPolicies.Tool.Export;

/// <summary>Reads what exports have in common from this assembly.</summary>
internal static class ExportResource
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name.</param>
    public static string Read(string name)
    {
        using var resource = typeof(ExportResource).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
