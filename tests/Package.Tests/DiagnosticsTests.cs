namespace Package.Tests;

/// <summary>How the build tells of faults in records, and who decides how grave they are.</summary>
public sealed class DiagnosticsTests(FaultyRecords builds) : IClassFixture<FaultyRecords>
{
    private const string Error = "/docs/adr/0001-misspelled-rule.md(5,5): error DP2001: ";
    private const string Warning = "/docs/adr/0002-unknown-status.md(2,9): warning DP1004: ";
    private const string WarningAsError = "/docs/adr/0002-unknown-status.md(2,9): error DP1004: ";

    [Fact]
    public void An_error_is_at_its_line_and_column_and_fails_the_build()
    {
        Assert.NotEqual(0, builds.Plain.Code);
        Assert.Contains(Error, builds.Plain.Output);
    }

    [Fact]
    public void A_warning_is_at_its_line_and_column() => Assert.Contains(Warning, builds.Plain.Output);

    [Fact]
    public void Without_analyzers_the_error_stays()
    {
        Assert.NotEqual(0, builds.WithoutAnalyzers.Code);
        Assert.Contains(Error, builds.WithoutAnalyzers.Output);
    }

    [Fact]
    public void Without_analyzers_the_warning_goes() => Assert.DoesNotContain("DP1004", builds.WithoutAnalyzers.Output);

    [Fact]
    public void A_global_configuration_makes_the_warning_an_error() => Assert.Contains(WarningAsError, builds.WithGlobalConfiguration.Output);
}

/// <summary>One project with two faulty records, built in three ways.</summary>
public sealed class FaultyRecords(PackedPackage package) : IAsyncLifetime
{
    private readonly Consumers _folder = new(package, "faulty");

    public Outcome Plain { get; private set; } = null!;

    public Outcome WithoutAnalyzers { get; private set; } = null!;

    public Outcome WithGlobalConfiguration { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _folder.Write("docs/adr/0001-misspelled-rule.md", """
            ---
            status: accepted
            rules:
              - configuration: Checkout:Guests
                forbids: true
            ---
            # Misspelled rule
            """);
        _folder.Write("docs/adr/0002-unknown-status.md", """
            ---
            status: acepted
            ---
            # Unknown status
            """);
        _folder.WriteProgram("Faulty.csproj", "<PropertyGroup><TreatWarningsAsErrors>false</TreatWarningsAsErrors></PropertyGroup>");

        Plain = await _folder.Dotnet("build");
        WithoutAnalyzers = await _folder.Dotnet("build", "-p:RunAnalyzers=false");
        _folder.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.DP1004.severity = error\n");
        WithGlobalConfiguration = await _folder.Dotnet("build");
    }

    public ValueTask DisposeAsync() => default;
}
