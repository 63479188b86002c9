using System.Globalization;
using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>What a comparison of an export with the engine has counted.</summary>
internal sealed partial class ExportCounts
{
    private const string Page = "docs/export.md";

    public int Rules { get; set; }

    public int Inputs { get; set; }

    public int Findings { get; set; }

    /// <summary>Those of the findings that the export says it cannot judge.</summary>
    public int Unclear { get; set; }

    /// <summary>Holds the page to the run that is the same each time: without a new seed.</summary>
    /// <param name="engine">The engine, as its row begins.</param>
    public void WriteOnto(string engine)
    {
        if (PropertySeed.IsNew) return;
        var file = Path.Combine(RepositoryFolder.Path, Page);
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        var row = Rows().Matches(page).Single(row => row.Groups["engine"].Value.StartsWith(engine, StringComparison.Ordinal));
        var numbers = string.Create(CultureInfo.InvariantCulture, $"| {Rules:N0} | {Inputs:N0} | {Findings:N0} | {Unclear:N0} | 0 |");
        var written = page.Replace(row.Value, $"| {row.Groups["engine"].Value} {numbers}", StringComparison.Ordinal);
        if (RepositoryFolder.Accepts) File.WriteAllText(file, written);
        else Assert.Equal(written, page);
    }

    [GeneratedRegex(@"^\| (?<engine>(?:Rego|CEL), [^|]*) \|[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
