namespace Package.Tests;

/// <summary>What a plain build makes of the settings files of a web project that has nothing but the package and a record.</summary>
public sealed class SettingsFileTests(EditedSettings edits) : IClassFixture<EditedSettings>
{
    private const string Broken = "/appsettings.Production.json(3,15): error DP4001: ADR-0001 rejects Checkout:Guests = true, which must not be true. "
        + "Orders without an account cannot be returned. Read docs/adr/0001-no-guest-checkout.md";

    [Fact]
    public void Settings_that_break_a_record_fail_the_build_at_the_value_once()
    {
        Assert.Contains(Broken, Assert.Single(edits.Built.FaultsOf("Settings"), line => line.Contains("DP4001")));
        Assert.False(edits.Built.HasBuilt("Settings"));
    }

    [Fact]
    public void Corrected_settings_build() => Assert.Equal(0, edits.Corrected.Code);

    [Fact]
    public void An_edit_of_the_settings_alone_is_noticed_by_the_next_build()
    {
        Assert.NotEqual(0, edits.BrokenAgain.Code);
        Assert.Contains("/appsettings.json(1,23): error DP4001: ", edits.BrokenAgain.Output);
    }

    [Fact]
    public void Files_of_a_test_project_are_left_alone() => Assert.True(edits.Built.HasBuilt("TestSettings"));

    [Fact]
    public void Another_file_is_judged_where_the_project_marks_it()
    {
        Assert.Contains(edits.Built.FaultsOf("OtherSettings"), line => line.Contains("/deploy/live.json(1,23): error DP4001: "));
        Assert.DoesNotContain(edits.Built.FaultsOf("OtherSettings"), line => line.Contains("/deploy/lab.json"));
    }

    [Fact]
    public void A_file_that_the_project_removes_is_left_alone() =>
        Assert.DoesNotContain(edits.Built.FaultsOf("OtherSettings"), line => line.Contains("/appsettings.json"));

    // The web SDK has these files as content already.
    [Fact]
    public void Each_file_is_published_as_it_would_be_without_the_package() => Assert.Equal(
        ["appsettings.Production.json", "appsettings.json", "deploy/lab.json", "deploy/live.json"],
        edits.Published.Order(StringComparer.Ordinal));
}

/// <summary>Web projects with settings. Those of the first are edited and built again.</summary>
public sealed class EditedSettings(PackedPackage package) : IAsyncLifetime
{
    private const string Guests = "{ \"Checkout:Guests\" : true }";
    private const string NoGuests = "{ \"Checkout:Guests\" : false }";

    private readonly Consumers _folder = new(package, "built/settings");

    public BuiltConsumers Built { get; private set; } = null!;

    public Outcome Corrected { get; private set; } = null!;

    public Outcome BrokenAgain { get; private set; } = null!;

    public IReadOnlyList<string> Published { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Built = await package.Built;

        _folder.Write("Settings/appsettings.Production.json", "{}");
        Corrected = await _folder.Dotnet("build", "Settings");

        _folder.Write("Settings/appsettings.json", Guests);
        BrokenAgain = await _folder.Dotnet("build", "Settings");

        (await _folder.Dotnet("publish", "OtherSettings", "--output", "published", "-p:RunAnalyzers=false")).Succeeded();
        Published = [.. Directory.EnumerateFiles(_folder.PathOf("published"), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder.PathOf("published"), file))
            .Where(file => !Path.GetFileName(file).StartsWith("OtherSettings.", StringComparison.Ordinal))];
    }

    public ValueTask DisposeAsync() => default;

    internal static void Write(Consumers folder)
    {
        folder.Write("docs/adr/0001-no-guest-checkout.md", RecordText.NoGuestCheckout);

        Project("Settings", NoGuests, "{\n  \"Checkout\": { // for the summer\n    \"Guests\": true,\n  }\n}");
        Project("TestSettings", Guests, "{}", "<IsTestProject>true</IsTestProject>");
        Project("OtherSettings", Guests, "{}", items: """
            <AdditionalFiles Include="deploy/live.json" DecisionSettings="live" DecisionEnvironment="Live" />
            <AdditionalFiles Remove="appsettings.json" />
            """);
        folder.Write("OtherSettings/deploy/live.json", Guests);
        folder.Write("OtherSettings/deploy/lab.json", Guests);

        void Project(string name, string settings, string production, string properties = "", string items = "")
        {
            folder.WriteWebProject($"{name}/{name}.csproj", properties, items);
            folder.Write($"{name}/Program.cs", """
                using DecisionPolicies;
                using Shop;

                var builder = WebApplication.CreateBuilder(args);
                builder.AddDecisionPolicies(Decisions.All);
                return await builder.Build().RunWithDecisionsAsync();
                """);
            folder.Write($"{name}/appsettings.json", settings);
            folder.Write($"{name}/appsettings.Production.json", production);
        }
    }
}
