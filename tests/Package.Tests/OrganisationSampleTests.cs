namespace Package.Tests;

/// <summary>samples/Organisation, outside of the repository: a pack, and two services that are governed by it.</summary>
public sealed class OrganisationSampleTests(OrganisationSample sample) : IClassFixture<OrganisationSample>
{
    [Fact]
    public void A_service_that_complies_is_built_without_a_warning()
    {
        Assert.Empty(sample.Built.FaultsOf("Orders"));
        Assert.True(sample.Built.HasBuilt("Orders"));
    }

    [Fact]
    public async Task It_does_not_start_with_what_the_pack_forbids()
    {
        var start = await sample.Built.Run("Orders", "--Storage:Encryption=false");

        Assert.Equal(78, start.Code);
        Assert.StartsWith(OrganisationSample.Rejection, start.Error);
    }

    [Fact]
    public void A_service_with_a_waiver_is_built_with_a_warning_that_names_its_last_day() => Assert.Contains(
        "warning DP4003: ADR-0002 (Contoso.Decisions 1.2.0) rejects Http:TimeoutSeconds, which is set (value withheld) and must be at least 1 and at most 30",
        Assert.Single(sample.Built.FaultsOf("Catalogue")));

    [Fact]
    public void The_page_shows_what_is_printed() => Assert.Contains(
        OrganisationSample.Rejection, File.ReadAllText(Path.Combine(Machine.RepositoryRoot, "samples", "Organisation", "README.md")));
}

/// <summary>The sample, built once.</summary>
public sealed class OrganisationSample(PackedPackage package) : IAsyncLifetime
{
    public const string Rejection =
        "ADR-0001 (Contoso.Decisions 1.2.0) rejects this configuration: Data at rest is encrypted (accepted 2026-10-05)";

    public BuiltConsumers Built { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Built = await package.Built;

    public ValueTask DisposeAsync() => default;

    internal static async Task Write(Consumers folder, PackedPackage package)
    {
        SourceCopy.CopyAll(Path.Combine(Machine.RepositoryRoot, "samples", "Organisation"), folder.Folder);
        var versions = File.ReadAllText(folder.PathOf("Directory.Packages.props"));
        folder.Write("Directory.Packages.props", versions.Replace("*-*", package.Version, StringComparison.Ordinal));
        (await folder.Dotnet("pack", "decisions", "-o", "packages")).Succeeded();
        // Only the services are built with the other projects.
        Directory.Delete(folder.PathOf("decisions"), recursive: true);
    }
}
