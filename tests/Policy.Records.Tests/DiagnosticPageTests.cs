using System.Reflection;

namespace DecisionPolicies.Records.Tests;

/// <summary>The page that explains a diagnostic.</summary>
public sealed class DiagnosticPageTests
{
    private static readonly string _docs = Path.Combine(
        typeof(DiagnosticPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "docs");

    /// <summary>Every kind of fault, and a diagnostic of code and of settings.</summary>
    public static TheoryData<string> Ids => [.. FaultKind.All.Select(kind => kind.Id), "DP3001", "DP3101", "DP4001"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_has_a_section_with_the_id(string id) =>
        Assert.Contains($"\n## {id}\n", File.ReadAllText(Path.Combine(_docs, DiagnosticPage.FileOf(id))).ReplaceLineEndings("\n"));

    // What is built here is built without the URL of a project; the test of the package builds it with one.
    [Fact]
    public void Without_the_url_of_a_project_there_is_no_link() => Assert.Null(DiagnosticPage.UrlOf("DP1001"));
}
