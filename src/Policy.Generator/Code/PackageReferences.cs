using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator.Code;

/// <summary>The packages that a project references directly, as the build passes them.</summary>
internal static class PackageReferences
{
    private const string Property = "build_property._DecisionsPackageReferences";

    /// <summary>The ids; empty if the build does not pass them.</summary>
    /// <param name="options">The project's properties.</param>
    public static IReadOnlyList<string> Of(AnalyzerConfigOptions options) =>
        options.TryGetValue(Property, out var ids) ? [.. ids.Split(',').Select(id => id.Trim()).Where(id => id.Length > 0)] : [];
}
