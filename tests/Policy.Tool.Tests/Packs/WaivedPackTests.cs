namespace DecisionPolicies.Tool.Tests.Packs;

/// <summary>A record of the repository waives a rule of a pack, where the pack allows it, from a day until another.</summary>
public sealed class WaivedPackTests : IDisposable
{
    private const string Package = "Contoso.Decisions.1.2.0.nupkg";

    private readonly ToolFolder _folder = new ToolFolder()
        .With("deploy/shop.json", """{ "Shop": { "GuestCheckout": true } }""")
        .WithPackage(TestPack.Contoso());

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2026-10-31", 1, "waiver: does not apply until 2026-11-01")]
    [InlineData("2026-11-01", 0, "waived: until 2026-12-31: Old app.")]
    [InlineData("2026-12-31", 0, "waived: until 2026-12-31: Old app.")]
    [InlineData("2027-01-01", 1, "waiver: expired on 2026-12-31")]
    public void A_waiver_applies_from_its_first_day_to_its_last(string day, int exit, string term)
    {
        var run = Waived("from: 2026-11-01, until: 2026-12-31").On(day).Run("check", "deploy", "--records", Package);

        Assert.Equal((exit, ""), (run.Exit, run.Error));
        Assert.Contains($" = {term}\n", run.Output);
    }

    [Fact]
    public void A_waiver_that_lasts_too_long_is_refused_at_its_place()
    {
        var run = Waived("from: 2026-11-01, until: 2027-12-31").Run("check", "deploy", "--records", Package);

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("docs/adr/0001-own.md(4,", run.Error);
        Assert.Contains(": error DP1030: The waiver lasts 425 days, and ADR-0001 (Contoso.Decisions 1.2.0) allows at most 90.", run.Error);
        Assert.Contains("error[ADR-0001 (Contoso.Decisions 1.2.0)]", run.Output);
    }

    [Fact]
    public void A_waiver_that_one_version_allows_does_not_cover_another()
    {
        var strict = TestPack.Contoso("1.3.0").With("docs/adr/0001-no-guest-checkout.md",
            TestPack.NoGuestCheckout.Replace("for-at-most: 90d", "for-at-most: 9d", StringComparison.Ordinal));
        var run = Waived("from: 2026-11-01, until: 2026-12-31").WithProject("src/New/New.csproj", strict).WithProject("src/Old/Old.csproj", TestPack.Contoso())
            .With("src/Old/appsettings.json", """{ "Shop": { "GuestCheckout": true } }""").Run("check", "deploy", "src/Old", "--format", "github");

        Assert.Equal(2, run.Exit);
        Assert.Contains("::error file=deploy/shop.json", run.Output);
        Assert.Contains("::notice file=src/Old/appsettings.json", run.Output);
        Assert.Contains("ADR-0001 (Contoso.Decisions 1.3.0) allows at most 9.", run.Error);
    }

    [Fact]
    public void Another_project_without_the_pack_does_not_make_a_waiver_wrong()
    {
        var run = Waived("from: 2026-11-01, until: 2026-12-31").WithProject("src/Shop/Shop.csproj", TestPack.Contoso())
            .WithProject("src/None/None.csproj").Run("check", "deploy");
        Assert.Equal((0, ""), (run.Exit, run.Error));
    }

    [Fact]
    public void A_waiver_of_a_pack_that_no_restored_project_has_is_a_fault()
    {
        var run = Waived("from: 2026-11-01, until: 2026-12-31").WithProject("src/None/None.csproj").Run("check", "deploy");

        Assert.Equal(2, run.Exit);
        Assert.Contains("error DP1030: 'Contoso.Decisions/ADR-0001' does not name a decision of a pack that the project refers to.", run.Error);
    }

    [Fact]
    public void Before_a_restore_the_rules_are_missing_which_is_a_fault_of_the_run()
    {
        var run = Waived("from: 2026-11-01, until: 2026-12-31").Run("check", "deploy");

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("decisions: docs/adr/0001-own.md has a waiver of Contoso.Decisions/ADR-0001, and no project here is restored, so the rules of that "
            + "pack are not known. Run 'dotnet restore', or name the pack with --records.\n", run.Error);
    }

    [Fact]
    public void A_packed_decision_is_not_superseded_here()
    {
        var run = _folder.WithRecord("0001-own", "status: accepted\nsupersedes: [Contoso.Decisions/ADR-0001]").Run("check", "deploy", "--records", Package);

        Assert.Equal(2, run.Exit);
        Assert.Contains("docs/adr/0001-own.md(3,13): error DP1031: ADR-0001 (Contoso.Decisions 1.2.0) cannot be superseded here", run.Error);
    }

    private ToolFolder Waived(string days) => _folder.WithRecord(
        "0001-own",
        $"status: accepted\nwaivers:\n  - {{ decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, {days}, because: Old app. }}");
}
