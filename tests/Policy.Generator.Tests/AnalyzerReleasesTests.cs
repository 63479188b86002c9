using DecisionPolicies.Generator.Settings;
using DecisionPolicies.Records;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests;

/// <summary>
/// AnalyzerReleases.*.md, in the form of Roslyn's release tracking. Its analyzer cannot check them, since most descriptors are made of the
/// kinds of faults while it runs. Set ACCEPT_SNAPSHOTS=1 to write what is new.
/// </summary>
public sealed class AnalyzerReleasesTests
{
    private const string Head = "### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|------\n";

    private static readonly string _folder = Path.Combine(Snapshot.Folder, "../../src/Policy.Generator");

    [Fact]
    public void Every_diagnostic_is_in_them_with_its_severity_once()
    {
        // What was released stays as it was released; only a release moves rows from one file to the other.
        var shipped = Text("AnalyzerReleases.Shipped.md").Split('\n').Select(IdOf).ToHashSet(StringComparer.Ordinal);
        var file = Path.Combine(_folder, "AnalyzerReleases.Unshipped.md");
        var expected = Head + string.Concat(Rows().Where(row => !shipped.Contains(IdOf(row))));
        if (Snapshot.Accepts) File.WriteAllText(file, expected);
        Assert.Equal(expected, Text("AnalyzerReleases.Unshipped.md"));
    }

    private static IEnumerable<string> Rows() => FaultKind.All.Select(Diagnostics.DescriptorOf)
        .Concat(CodeDiagnostics.All).Concat(SettingsDiagnostics.All)
        .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)
        .Select(descriptor => $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n");

    private static string IdOf(string row) => row.Split(' ')[0];

    private static string Text(string name) => File.ReadAllText(Path.Combine(_folder, name)).ReplaceLineEndings("\n");
}
