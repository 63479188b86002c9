using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests.Code;

/// <summary>Rules about packages.</summary>
public sealed class PackageTests
{
    private const string Library =
        "namespace Acme { public class Thing { public static void Do() { } } public static class More { public static void Extend(this int i) { } } }";

    [Theory]
    [InlineData("Acme.[|Thing|] _a;")]
    [InlineData("void M() { Acme.Thing.[|Do|](); 1.[|Extend|](); new Acme.[|Thing|](); }")]
    [InlineData("void M() { }")]
    public Task A_use_of_its_assembly_breaks_a_rule_about_a_package(string member) =>
        MarkedCode.Judge("package: lib", "using Acme; class C { " + member + " }", Library);

    [Theory]
    [InlineData("package: Li")]
    [InlineData("package: Lib.More")]
    [InlineData("package: Lib, projects: [Other]")]
    public Task Another_package_is_not_meant(string rule) => MarkedCode.Judge(rule, "class C { Acme.Thing _a; }", Library);

    [Fact]
    public async Task A_direct_reference_is_reported_once_at_the_project()
    {
        var (_, told) = await MarkedCode.Of("package: Lib").WithLibrary("Lib", Library)
            .With("_DecisionsPackageReferences", "Other,LIB,Third").WithCode("class C { Acme.Thing _a; }").Analyze();

        var one = Assert.Single(told);
        Assert.Equal(Location.None, one.Location);
        Assert.StartsWith("ADR-0001 rejects the package Lib. ", one.GetMessage());
    }

    // It does not have a place in the code, so only a setting of the project affects it.
    [Theory]
    [InlineData(ReportDiagnostic.Suppress, 0)]
    [InlineData(ReportDiagnostic.Warn, 1)]
    public async Task The_severity_of_a_direct_reference_can_be_set(ReportDiagnostic severity, int warnings)
    {
        var told = await MarkedCode.Of("package: Lib").With("_DecisionsPackageReferences", "Lib").WithCode("class C { }").Analyzed(("DP3103", severity));

        Assert.Equal(warnings, told.Count);
        Assert.All(told, one => Assert.Equal(DiagnosticSeverity.Warning, one.Severity));
    }

    [Fact]
    public async Task A_waiver_allows_a_direct_reference()
    {
        var record = Records.WithFrontMatter(
            "status: accepted\nrules:\n  - package: Lib\nwaivers:\n  - { rule: Lib, until: 2027-01-31, because: One migrates }");

        var told = await new Project(record).With("_DecisionsPackageReferences", "Lib").WithCode("class C { }").Analyzed();

        Assert.Equal("DP3105", Assert.Single(told).Id);
    }

    [Theory]
    [InlineData("Other,Libs")]
    [InlineData("")]
    public async Task Another_direct_reference_is_not_meant(string references)
    {
        var (_, told) = await MarkedCode.Of("package: Lib").With("_DecisionsPackageReferences", references).WithCode("class C { }").Analyze();

        Assert.Empty(told);
    }

    [Fact]
    public async Task The_message_names_what_is_used_and_the_package()
    {
        var (_, told) = await MarkedCode.Of("package: Lib").WithLibrary("Lib", Library).WithCode("class C { void M() => Acme.Thing.Do(); }").Analyze();

        Assert.StartsWith("ADR-0001 rejects Acme.Thing.Do of the package Lib. Some decision.", Assert.Single(told).GetMessage());
    }
}
