namespace Package.Tests;

/// <summary>How the build reports faults in records, and which settings change their severity.</summary>
public sealed class DiagnosticsTests(FaultyRecords records) : IClassFixture<FaultyRecords>
{
    private const string Error = "/docs/adr/0001-misspelled-rule.md(5,5): error DP2001: ";
    private const string Warning = "/docs/adr/0002-unknown-status.md(2,9): warning DP1024: ";
    private const string WarningAsError = "/docs/adr/0002-unknown-status.md(2,9): error DP1024: ";

    [Fact]
    public void An_error_is_at_its_line_and_column_and_fails_the_build()
    {
        Assert.Contains(records.Built.FaultsOf("Broken"), line => line.Contains(Error));
        Assert.False(records.Built.HasBuilt("Broken"));
    }

    [Fact]
    public void No_setting_silences_an_error()
    {
        Assert.Contains(records.Built.FaultsOf("BrokenAndSilenced"), line => line.Contains(Error));
        Assert.False(records.Built.HasBuilt("BrokenAndSilenced"));
    }

    [Fact]
    public void A_warning_is_at_its_line_and_column_and_lets_the_build_pass()
    {
        Assert.Contains(records.Built.FaultsOf("Warned"), line => line.Contains(Warning));
        Assert.True(records.Built.HasBuilt("Warned"));
    }

    [Fact]
    public void Without_analyzers_the_warning_goes()
    {
        Assert.Empty(records.Built.FaultsOf("WithoutAnalyzers"));
        Assert.True(records.Built.HasBuilt("WithoutAnalyzers"));
    }

    [Fact]
    public void A_global_configuration_makes_the_warning_an_error()
    {
        Assert.Contains(records.Built.FaultsOf("WithGlobalConfiguration"), line => line.Contains(WarningAsError));
        Assert.False(records.Built.HasBuilt("WithGlobalConfiguration"));
    }

    [Fact]
    public void A_project_makes_one_warning_an_error_by_its_id()
    {
        Assert.Contains(records.Built.FaultsOf("WithWarningsAsErrors"), line => line.Contains(WarningAsError));
        Assert.False(records.Built.HasBuilt("WithWarningsAsErrors"));
    }
}

/// <summary>Projects with the same faulty records, built with several settings.</summary>
public sealed class FaultyRecords(PackedPackage package) : IAsyncLifetime
{
    public BuiltConsumers Built { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Built = await package.Built;

    public ValueTask DisposeAsync() => default;

    internal static void Write(Consumers folder)
    {
        // As with any error of the compiler's own, analyzers have their say only without it. So the warning has projects of its own.
        Project("Broken", "forbids", "");
        // The two ways to silence a diagnostic, of which the test says that neither works on an error of a record.
        Project("BrokenAndSilenced", "forbids", "<RunAnalyzers>false</RunAnalyzers><NoWarn>DP2001</NoWarn>");
        Project("Warned", "forbid", "");
        Project("WithoutAnalyzers", "forbid", "<RunAnalyzers>false</RunAnalyzers>");
        Project("WithGlobalConfiguration", "forbid", "<DecisionRecordWarningsAsErrors>true</DecisionRecordWarningsAsErrors>");
        Project("WithWarningsAsErrors", "forbid", "<WarningsAsErrors>$(WarningsAsErrors);DP3105,DP1024</WarningsAsErrors>");
        folder.Write("WithGlobalConfiguration/.globalconfig", "is_global = true\ndotnet_diagnostic.DP1024.severity = error\n");

        void Project(string name, string verb, string properties)
        {
            folder.Write($"{name}/docs/adr/0001-misspelled-rule.md",
                $"---\nstatus: accepted\nrules:\n  - configuration: Checkout:Guests\n    {verb}: true\n---\n# Misspelled rule\n");
            folder.Write($"{name}/docs/adr/0002-unknown-status.md", "---\nstatus: acepted\n---\n# Unknown status\n");
            folder.WriteProgram($"{name}/{name}.csproj",
                $"<PropertyGroup><TreatWarningsAsErrors>false</TreatWarningsAsErrors>{properties}</PropertyGroup>");
        }
    }
}
