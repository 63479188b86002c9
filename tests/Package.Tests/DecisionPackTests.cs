using System.IO.Compression;

namespace Package.Tests;

/// <summary>A decision pack, from 'dotnet pack' to a service that does not start.</summary>
public sealed class DecisionPackTests(DecisionPacks packs) : IClassFixture<DecisionPacks>
{
    private const string Link = "https://github.com/contoso/decisions/blob/HEAD/docs/adr/0001-no-guest-checkout.md";
    private const string Rejects = "ADR-0001 (Contoso.Decisions 1.1.0) rejects Checkout:Guests = true, which must not be true";

    [Fact]
    public void The_package_has_the_records_with_their_pictures_and_what_hands_them_to_the_compiler() => Assert.Equal(
        [
            "Contoso.Decisions.nuspec", "README.md", "build/Contoso.Decisions.props", "build/Contoso.Decisions.targets", "decisions/decision-pack.yml",
            "decisions/docs/adr/0001-no-guest-checkout.md", "decisions/docs/adr/code/0002-no-queue.md", "decisions/docs/adr/code/img/queue.png",
        ],
        Names("Contoso.Decisions.1.1.0").Where(name => name[0] is not ('_' or '[') && !name.StartsWith("package/", StringComparison.Ordinal)));

    [Fact]
    public void It_brings_DecisionPolicies_with_all_of_its_assets() =>
        Assert.Contains("<dependency id=\"DecisionPolicies\" version=\"9999.0.0-test.", Text("Contoso.Decisions.1.1.0", "Contoso.Decisions.nuspec"));

    [Theory]
    [InlineData("Contoso.Decisions.1.1.0", "Contoso.Decisions.nuspec")]
    [InlineData("Fabrikam.Web.Adr.2.0.0", "Fabrikam.Web.Adr.nuspec")]
    public void No_asset_of_a_dependency_is_left_out(string file, string nuspec)
    {
        var text = Text(file, nuspec);

        Assert.Contains("include=\"All\"", text);
        Assert.DoesNotContain("exclude=", text);
    }

    [Fact]
    public void Its_readme_is_the_index_of_its_decisions() => Assert.EndsWith(
        $"""
        | id | decision | status |
        |---|---|---|
        | [ADR-0001]({Link}) | No guest checkout | accepted 2026-11-23 |
        | [ADR-0002](https://github.com/contoso/decisions/blob/HEAD/docs/adr/code/0002-no-queue.md) | No queue &#124; and no list | accepted |

        """.ReplaceLineEndings("\n"),
        Text("Contoso.Decisions.1.1.0", "README.md"));

    [Fact]
    public void One_reference_is_all_that_a_service_needs()
    {
        Assert.Empty(packs.Built.FaultsOf("PackKept"));
        Assert.True(packs.Built.HasBuilt("PackKept"));
    }

    [Fact]
    public void A_service_that_breaks_a_packed_decision_is_not_built()
    {
        var faults = packs.Built.FaultsOf("PackBroken");

        Assert.Equal(2, faults.Length);
        Assert.Contains($"/appsettings.json(1,27): error DP4001: {Rejects}. Orders without an account cannot be returned. Read {Link}", faults[0] + faults[1]);
        Assert.Contains("/Code.cs(1,72): error DP3101: ADR-0002 (Contoso.Decisions 1.1.0) rejects System.Collections.Queue. ", faults[0] + faults[1]);
    }

    [Fact]
    public async Task It_does_not_start_with_a_configuration_that_breaks_one()
    {
        var start = await packs.Built.Run("PackKept", "--Checkout:Guests=true");

        Assert.Equal(78, start.Code);
        Assert.StartsWith("ADR-0001 (Contoso.Decisions 1.1.0) rejects this configuration: No guest checkout (accepted 2026-11-23)", start.Error);
        Assert.Contains($"  Read      {Link}\n", start.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task It_starts_with_any_other() => Assert.Contains("Started.", (await packs.Built.Run("PackKept")).Succeeded().Output);

    [Fact]
    public void A_version_in_which_the_decision_is_proposed_warns()
    {
        var fault = Assert.Single(packs.Built.FaultsOf("PackProposed"));

        Assert.Contains("DP4002: ADR-0001 (Contoso.Decisions 1.0.0) is proposed and would reject Checkout:Guests = true", fault);
    }

    [Fact]
    public async Task A_waiver_that_the_pack_allows_applies_from_its_first_day_to_its_last()
    {
        Assert.Contains($"warning DP4003: {Rejects}; waived until ", Assert.Single(packs.Built.FaultsOf("PackWaived")));
        Assert.Contains("Started.", (await packs.Built.Run("PackWaived", "--Checkout:Guests=true")).Succeeded().Output);
    }

    [Theory]
    [InlineData("PackWasWaived", "the waiver expired on ")]
    [InlineData("PackToBeWaived", "the waiver does not apply until ")]
    public async Task Before_and_after_it_the_service_does_not_start(string project, string reason)
    {
        Assert.Empty(packs.Built.FaultsOf(project));

        var start = await packs.Built.Run(project, "--Checkout:Guests=true");

        Assert.Equal(78, start.Code);
        Assert.Contains($"    {reason}", start.Error);
    }

    [Theory]
    [InlineData("PackWaivedTooLong", "error DP1030: The waiver lasts 91 days, and ADR-0001 (Contoso.Decisions 1.1.0) allows at most 90. ", "DP4001")]
    [InlineData("PackNotWaivable", "error DP1030: ADR-0002 (Contoso.Decisions 1.1.0) does not allow waivers of 'T:System.Collections.Queue'. ", "DP3101")]
    public void A_waiver_that_the_pack_does_not_allow_is_an_error_and_does_not_apply(string project, string refused, string broken)
    {
        var faults = packs.Built.FaultsOf(project);

        Assert.Equal(2, faults.Length);
        Assert.Contains(faults, fault => fault.Contains(refused));
        Assert.Contains(faults, fault => fault.Contains($"error {broken}: "));
    }

    [Fact]
    public void A_project_that_refers_to_a_service_is_not_judged()
    {
        Assert.Empty(packs.Built.FaultsOf("PackBelow"));
        Assert.True(packs.Built.HasBuilt("PackBelow"));
    }

    [Theory]
    [InlineData("PackByPack")]
    [InlineData("PackCentral")]
    [InlineData("PackByProject")]
    public void A_pack_governs_however_it_is_referred_to(string project) =>
        Assert.Contains($"error DP4001: {Rejects}", Assert.Single(packs.Built.FaultsOf(project)));

    [Theory]
    [InlineData("PackTooNew", "The decisions of Modern.Decisions are not enforced, because the package DecisionPolicies does not reach this project. ")]
    [InlineData("PackByProjectAlone", "The decisions of Contoso.Decisions are not enforced, because ")]
    public void Where_nothing_would_judge_the_build_says_so(string project, string message) =>
        Assert.Contains($"error DP0008: {message}", Assert.Single(packs.Built.FaultsOf(project)));

    private IEnumerable<string> Names(string package)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(packs.Source, package + ".nupkg"));
        return [.. zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    private string Text(string package, string name)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(packs.Source, package + ".nupkg"));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
