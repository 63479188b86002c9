namespace DecisionPolicies.Records;

/// <summary>Where the documentation explains a diagnostic.</summary>
internal static class DiagnosticPage
{
    /// <summary>
    /// The URL of the section about a diagnostic, in the documentation of the commit that was built; null where the build was not given the
    /// project's URL.
    /// </summary>
    /// <param name="id">The id, as in <c>DP1001</c>.</param>
    public static string? UrlOf(string id) =>
        DocumentationUrl.Value.Length == 0 ? null : $"{DocumentationUrl.Value}/docs/{FileOf(id)}#{id.ToLowerInvariant()}";

    /// <summary>The page about a diagnostic, as in <c>diagnostics-records.md</c>.</summary>
    /// <param name="id">The id.</param>
    public static string FileOf(string id) => id[2] switch
    {
        '1' when id[3] == '1' => "diagnostics-history.md",
        '1' when string.CompareOrdinal(id, "DP1030") >= 0 => "diagnostics-packs.md",
        '1' when string.CompareOrdinal(id, "DP1013") >= 0 => "diagnostics-folder.md",
        '1' => "diagnostics-records.md",
        '2' => "diagnostics-rules.md",
        '3' => "diagnostics-code.md",
        '4' => "diagnostics-settings.md",
        _ => "diagnostics.md",
    };
}
