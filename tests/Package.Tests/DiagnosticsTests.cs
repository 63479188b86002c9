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
        Assert.NotEqual(0, builds.Broken.Code);
        Assert.Contains(Error, builds.Broken.Output);
    }

    [Fact]
    public void No_setting_silences_an_error()
    {
        Assert.NotEqual(0, builds.BrokenAndSilenced.Code);
        Assert.Contains(Error, builds.BrokenAndSilenced.Output);
    }

    [Fact]
    public void A_warning_is_at_its_line_and_column_and_lets_the_build_pass()
    {
        Assert.Equal(0, builds.Warned.Code);
        Assert.Contains(Warning, builds.Warned.Output);
    }

    [Fact]
    public void Without_analyzers_the_warning_goes() => Assert.DoesNotContain("DP1004", builds.WithoutAnalyzers.Output);

    [Fact]
    public void A_global_configuration_makes_the_warning_an_error() => Assert.Contains(WarningAsError, builds.WithGlobalConfiguration.Output);
}

/// <summary>One project with faulty records, built in several ways.</summary>
public sealed class FaultyRecords(PackedPackage package) : IAsyncLifetime
{
    private const string MisspelledRule = "docs/adr/0001-misspelled-rule.md";

    private readonly Consumers _folder = new(package, "faulty");

    public Outcome Broken { get; private set; } = null!;

    public Outcome BrokenAndSilenced { get; private set; } = null!;

    public Outcome Warned { get; private set; } = null!;

    public Outcome WithoutAnalyzers { get; private set; } = null!;

    public Outcome WithGlobalConfiguration { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        const string rule = "---\nstatus: accepted\nrules:\n  - configuration: Checkout:Guests\n    {0}: true\n---\n# Misspelled rule\n";
        _folder.Write(MisspelledRule, rule.Replace("{0}", "forbids"));
        _folder.Write("docs/adr/0002-unknown-status.md", """
            ---
            status: acepted
            ---
            # Unknown status
            """);
        _folder.WriteProgram("Faulty.csproj", "<PropertyGroup><TreatWarningsAsErrors>false</TreatWarningsAsErrors></PropertyGroup>");

        Broken = await _folder.Dotnet("build");
        BrokenAndSilenced = await _folder.Dotnet("build", "-p:RunAnalyzers=false", "-p:NoWarn=DP2001");
        // As with any error of the compiler's own, analyzers have their say once it is gone.
        _folder.Write(MisspelledRule, rule.Replace("{0}", "forbid"));
        Warned = await _folder.Dotnet("build");
        WithoutAnalyzers = await _folder.Dotnet("build", "-p:RunAnalyzers=false");
        _folder.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.DP1004.severity = error\n");
        WithGlobalConfiguration = await _folder.Dotnet("build");
    }

    public ValueTask DisposeAsync() => default;
}
