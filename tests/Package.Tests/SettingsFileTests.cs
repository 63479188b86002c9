namespace Package.Tests;

/// <summary>What a plain build makes of the settings files of a web project that has nothing but the package and a record.</summary>
public sealed class SettingsFileTests(EditedSettings edits) : IClassFixture<EditedSettings>
{
    [Fact]
    public void Settings_that_break_a_record_fail_the_build_at_the_value()
    {
        Assert.NotEqual(0, edits.Broken.Code);
        Assert.Contains(
            "/appsettings.Production.json(3,15): error DP4001: ADR-0001 rejects Checkout:Guests = true, which must not be true. Orders without an account cannot be returned. Read docs/adr/0001-no-guest-checkout.md",
            edits.Broken.Output);
    }

    [Fact]
    public void Each_file_is_told_of_once() => Assert.Equal(
        1, edits.Broken.Output[..edits.Broken.Output.IndexOf("Build FAILED", StringComparison.Ordinal)].Split("DP4001").Length - 1);

    [Fact]
    public void Mended_settings_build() => Assert.Equal(0, edits.Mended.Code);

    [Fact]
    public void An_edit_of_the_settings_alone_is_noticed_by_the_next_build()
    {
        Assert.NotEqual(0, edits.BrokenAgain.Code);
        Assert.Contains("/appsettings.json(1,23): error DP4001: ", edits.BrokenAgain.Output);
    }

    [Fact]
    public void Files_of_a_test_project_are_left_alone() => Assert.Equal(0, edits.AsTestProject.Code);

    [Fact]
    public void Another_file_is_judged_where_the_project_marks_it()
    {
        Assert.Contains("/deploy/live.json(1,23): error DP4001: ", edits.WithOtherFiles.Output);
        Assert.DoesNotContain("/deploy/lab.json", edits.WithOtherFiles.Output);
    }

    [Fact]
    public void A_file_that_the_project_removes_is_left_alone() => Assert.DoesNotContain("/appsettings.json", edits.WithOtherFiles.Output);

    // The web SDK has these files as content already.
    [Fact]
    public void Each_file_is_published_as_it_would_be_without_the_package() => Assert.Equal(
        ["appsettings.Production.json", "appsettings.json", "deploy/lab.json", "deploy/live.json"],
        edits.Published.Order(StringComparer.Ordinal));
}

/// <summary>One web project, whose settings are edited and built step by step.</summary>
public sealed class EditedSettings(PackedPackage package) : IAsyncLifetime
{
    private const string Guests = "{ \"Checkout:Guests\" : true }";
    private const string NoGuests = "{ \"Checkout:Guests\" : false }";

    private readonly Consumers _folder = new(package, "settings");

    public Outcome Broken { get; private set; } = null!;

    public Outcome Mended { get; private set; } = null!;

    public Outcome BrokenAgain { get; private set; } = null!;

    public Outcome AsTestProject { get; private set; } = null!;

    public Outcome WithOtherFiles { get; private set; } = null!;

    public IReadOnlyList<string> Published { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _folder.Write("docs/adr/0001-no-guest-checkout.md", RecordText.NoGuestCheckout);
        _folder.Write("Program.cs", """
            using DecisionPolicies;
            using Shop;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddDecisionPolicies(Decisions.All);
            return await builder.Build().RunWithDecisionsAsync();
            """);
        WriteProject("");
        _folder.Write("appsettings.json", NoGuests);
        _folder.Write("appsettings.Production.json", "{\n  \"Checkout\": { // for the summer\n    \"Guests\": true,\n  }\n}");
        Broken = await _folder.Dotnet("build");

        _folder.Write("appsettings.Production.json", "{}");
        Mended = await _folder.Dotnet("build");

        _folder.Write("appsettings.json", Guests);
        BrokenAgain = await _folder.Dotnet("build");
        AsTestProject = await _folder.Dotnet("build", "-p:IsTestProject=true");

        _folder.Write("deploy/live.json", Guests);
        _folder.Write("deploy/lab.json", Guests);
        WriteProject("""
            <AdditionalFiles Include="deploy/live.json" DecisionSettings="live" DecisionEnvironment="Live" />
            <AdditionalFiles Remove="appsettings.json" />
            """);
        WithOtherFiles = await _folder.Dotnet("build");

        (await _folder.Dotnet("publish", "--output", "published", "-p:RunAnalyzers=false")).Succeeded();
        Published = [.. Directory.EnumerateFiles(_folder.PathOf("published"), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder.PathOf("published"), file))
            .Where(file => !Path.GetFileName(file).StartsWith("Edited.", StringComparison.Ordinal))];
    }

    public ValueTask DisposeAsync() => default;

    private void WriteProject(string items) => _folder.Write("Edited.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <RootNamespace>Shop</RootNamespace>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="DecisionPolicies" Version="{package.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """);
}
