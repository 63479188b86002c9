namespace DecisionPolicies.Generator.Tests.Packs;

/// <summary>A version of a pack beside an earlier one.</summary>
public sealed class PackBaselineTests
{
    private const string Accepted = "---\nstatus: accepted\nrules:\n  - { configuration: A, forbid: true, because: One. }\n---\n# A";

    [Theory]
    [InlineData(null, "/machine/checkout/Pack.csproj(1,1): warning DP1033: docs/adr/0001-a.md: ADR-0001 was accepted in 1.2.0, and 1.3.0 does not have it. ")]
    [InlineData("---\nstatus: accepted\nrules:\n  - { configuration: A, forbid: false }\n---\n# A",
        "/machine/checkout/docs/adr/0001-a.md(4,22): warning DP1033: The rules of ADR-0001 are not those that 1.2.0 had. ")]
    [InlineData("---\nstatus: accepted\n---\n# A",
        "/machine/checkout/docs/adr/0001-a.md(1,1): warning DP1033: The rules of ADR-0001 are not those that 1.2.0 had. ")]
    [InlineData("---\nstatus: rejected\n---\n# A",
        "/machine/checkout/docs/adr/0001-a.md(2,9): warning DP1033: ADR-0001 was accepted in 1.2.0, and is rejected now. ")]
    public async Task What_was_accepted_may_not_go_or_change_in_a_minor_version(string? now, string message) =>
        Assert.StartsWith(message, Assert.Single(await Project(now, "1.3.0").Messages()));

    [Theory]
    [InlineData(Accepted, "1.3.0")]
    [InlineData(null, "2.0.0")]
    [InlineData("---\nstatus: accepted\nrules:\n  - { configuration: A, forbid: true, because: Another., waivable: { for-at-most: 9d } }\n---\n# A", "1.2.1")]
    [InlineData("---\nstatus: deprecated\nrules:\n  - { configuration: A, forbid: true }\n---\n# A", "1.3.0")]
    [InlineData(
        "---\nstatus: accepted\namendments: [{ date: 2026-11-30, change: The other way. }]\nrules:\n  - { configuration: A, forbid: false }\n---\n# A",
        "1.3.0")]
    public async Task Anything_else_may(string? now, string version) => Assert.Empty(await Project(now, version).Messages());

    private static Project Project(string? now, string version)
    {
        var before = RecordText.OfPack("docs/adr/0001-a.md", Accepted).AsBaseline();
        List<RecordText> files = [before, RecordText.Manifest().AsBaseline()];
        if (now is not null) files.Add(new("docs/adr/0001-a.md", now));
        return new Project(files).With("MSBuildProjectFullPath", "/machine/checkout/Pack.csproj").With("PackageVersion", version);
    }
}
