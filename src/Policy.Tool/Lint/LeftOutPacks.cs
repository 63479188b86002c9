using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Lint;

/// <summary>
/// Finds lines of a project by which a decision pack does not reach its build: its items are removed, or the reference to it, or to DecisionPolicies,
/// leaves out the assets that bring the records.
/// </summary>
/// <param name="packs">The ids of the packs.</param>
internal sealed partial class LeftOutPacks(IReadOnlyList<string> packs)
{
    private const string Library = "DecisionPolicies";

    // What brings records into a build, and what judges by them.
    private static readonly string[] _needed = ["build", "buildtransitive", "analyzers"];

    /// <summary>What in a line leaves a pack out; null if nothing does.</summary>
    /// <param name="line">The line.</param>
    public Group? In(string line)
    {
        if (Removed().Match(line) is { Success: true } removed) return removed.Groups["what"];
        if (Assets().Match(line) is not { Success: true } match || !IsNeeded(match.Groups["id"].Value)) return null;
        var assets = match.Groups["assets"].Value.Split(';', StringSplitOptions.TrimEntries).Select(each => each.ToLowerInvariant()).ToList();
        var isLeftOut = match.Groups["what"].Value.StartsWith('E')
            ? assets.Contains("all") || assets.Exists(_needed.Contains)
            : !assets.Contains("all") && !_needed.All(assets.Contains);
        return isLeftOut ? match.Groups["what"] : null;
    }

    private bool IsNeeded(string id) =>
        string.Equals(id, Library, StringComparison.OrdinalIgnoreCase) || packs.Contains(id, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"<(?<what>DecisionPack(File)?)\s[^>]*Remove\s*=", RegexOptions.NonBacktracking)]
    private static partial Regex Removed();

    [GeneratedRegex(
        """<PackageReference\s[^>]*(Include|Update)\s*=\s*"(?<id>[^"]*)"[^>]*(?<what>ExcludeAssets|IncludeAssets)\s*=\s*"(?<assets>[^"]*)"[^>]*>""",
        RegexOptions.NonBacktracking)]
    private static partial Regex Assets();
}
