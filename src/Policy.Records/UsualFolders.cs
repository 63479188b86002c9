namespace DecisionPolicies.Records;

/// <summary>
/// The folders in which records are found when no folder is configured. The command reads this list, and a section of the build's files
/// is written from it.
/// </summary>
/// <remarks>
/// Every spelling is listed, because file systems can be case-sensitive. The list holds the names that public repositories use. A folder
/// <c>decisions</c> beside <c>docs</c> is not included, although some repositories have one: it may just as well hold code.
/// </remarks>
internal static class UsualFolders
{
    /// <summary>The extensions of files that can be records. AsciiDoc is only named as not read.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".md", ".markdown", ".mdx", AsciiDoc];

    /// <summary>The extension of AsciiDoc.</summary>
    public const string AsciiDoc = ".adoc";

    /// <summary>How many levels above the first folder are searched, unless the repository ends earlier.</summary>
    public const int LevelsAbove = 8;

    /// <summary>The folders, relative to the first folder or to one above it. If several exist, a new record goes into the first.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "docs/adr", "docs/ADR", "docs/adrs", "docs/ADRs", "docs/decisions",
        "docs/architecture/adr", "docs/architecture/ADR", "docs/architecture/adrs", "docs/architecture/decisions",
        "docs/architecture-decisions", "docs/architecture-decision-records", "docs/arch/adr",
        "doc/adr", "doc/ADR", "doc/adrs", "doc/decisions", "doc/architecture/adr", "doc/architecture/decisions", "documentation/adr",
        "architecture/adr", "architecture/decisions", "architecture-decision-records",
        "adr", "ADR", "adrs", "ADRs", ".adr", ".decisions",
    ];

    /// <summary>
    /// For a name that differs from an earlier one only in case: a spelling that is never used. If it exists, the file system ignores case,
    /// so both names are one folder, whose records count once.
    /// </summary>
    /// <param name="name">One of the names.</param>
    /// <returns>The spelling, or null if no earlier name differs only in case.</returns>
    public static string? OddSpelling(string name) =>
        Names.First(earlier => string.Equals(earlier, name, StringComparison.OrdinalIgnoreCase)) == name
            ? null
            : string.Concat(name.Select((letter, index) => index % 2 == 0 ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));
}
