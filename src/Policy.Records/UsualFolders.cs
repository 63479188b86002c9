namespace DecisionPolicies.Records;

/// <summary>
/// The folders in which records are found when no folder is named. The command reads this list, and the build's files have a section
/// that is written from it.
/// </summary>
/// <remarks>
/// Each spelling is written out, because file systems may mind case. The list holds what public repositories use. A folder
/// <c>decisions</c> beside <c>docs</c> is left out, although some repositories have one: it can as well hold code.
/// </remarks>
internal static class UsualFolders
{
    /// <summary>How many levels above the first folder are searched, unless the repository ends before.</summary>
    public const int LevelsAbove = 8;

    /// <summary>The folders, relative to the first folder or to one above it. Of several that exist, the first takes a new record.</summary>
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
    /// For a name that repeats an earlier one in another case: a spelling that nobody uses. Where it exists, the file system ignores case,
    /// so that both names are one folder, whose records count once.
    /// </summary>
    /// <param name="name">One of the names.</param>
    /// <returns>The spelling, or null where no earlier name differs in case alone.</returns>
    public static string? OddSpelling(string name) =>
        Names.First(earlier => string.Equals(earlier, name, StringComparison.OrdinalIgnoreCase)) == name
            ? null
            : string.Concat(name.Select((letter, index) => index % 2 == 0 ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));
}
