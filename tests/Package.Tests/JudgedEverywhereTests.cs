namespace Package.Tests;

/// <summary>Wherever a project has code and settings, the build judges them at their own lines: Razor, files that look generated, WebAssembly.</summary>
public sealed class JudgedEverywhereTests(JudgedEverywhere projects) : IClassFixture<JudgedEverywhere>
{
    [Theory]
    [InlineData("Blazor", "/Components/Pages/Weather.razor(47,56): error DP3101: ADR-0001 rejects System.DateTime.Now. ")]
    [InlineData("Blazor", "/Components/Pages/Counter.razor(1,7): error DP3104: ADR-0001 rejects GET,POST /counter. ")]
    [InlineData("Mvc", "/Views/Home/Index.cshtml(2,14): error DP3101: ADR-0001 rejects System.DateTime.Now. ")]
    [InlineData("Mvc", "/Views/Home/Index.cshtml(3,18): error DP3102: ADR-0001 rejects \"forbidden_text\". ")]
    [InlineData("Mvc", "/Pages/Counter.cshtml(1,1): error DP3104: ADR-0001 rejects /Counter. ")]
    [InlineData("Mvc", "/Properties/launchSettings.json(4,53): error DP4001: ADR-0001 rejects Checkout:Guests = true, ")]
    [InlineData("Commented", "/Program.cs(2,42): error DP3101: ADR-0001 rejects System.DateTime.Now. ")]
    [InlineData("Commented", "/Orders.g.cs(3,72): error DP3101: ADR-0001 rejects System.DateTime.Now. ")]
    [InlineData("Wasm", "/wwwroot/appsettings.json(1,27): error DP4001: ADR-0001 rejects Checkout:Guests = true, ")]
    public void What_breaks_a_decision_is_an_error_at_its_own_line(string project, string message)
    {
        Assert.Single(projects.Built.FaultsOf(project), line => line.Contains(message, StringComparison.Ordinal));
        Assert.False(projects.Built.HasBuilt(project));
    }

    [Fact]
    public void Nothing_is_reported_in_what_the_build_generates() =>
        Assert.DoesNotContain(JudgedEverywhere.Names.SelectMany(projects.Built.FaultsOf), line => line.Contains("/obj/", StringComparison.Ordinal));

    [Fact]
    public async Task An_OpenAPI_document_is_generated_although_the_build_machine_lacks_a_required_setting()
    {
        var (build, document) = await projects.Generate([]);

        build.Succeeded();
        Assert.Contains("\"/orders\"", document);
    }

    [Fact]
    public async Task It_is_not_where_the_build_machine_has_a_forbidden_setting()
    {
        var (build, _) = await projects.Generate(new() { ["Checkout__Guests"] = "true" });

        Assert.NotEqual(0, build.Code);
        Assert.Contains("ADR-0001 rejects this configuration: No guest checkout (accepted 2026-11-23)", build.Output);
        Assert.Contains("set by environment variable Checkout__Guests", build.Output);
    }
}

/// <summary>Projects of every kind in which code is somewhere else than in a plain C# file.</summary>
public sealed class JudgedEverywhere(PackedPackage package) : IAsyncLifetime
{
    private const string Clock = "namespace Shop\n{\n    internal static class Orders { static object At => System.DateTime.Now; }\n}\n";

    private Consumers _api = null!;

    /// <summary>The names of the projects.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Blazor", "Mvc", "Commented", "Wasm"];

    /// <summary>What became of them.</summary>
    public BuiltConsumers Built { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Built = await package.Built;
        _api = new(package, "openapi");
        _api.Write(".git/HEAD", "ref: refs/heads/main\n");
        _api.Write("docs/adr/0001-no-guest-checkout.md", RecordText.NoGuestCheckout.Replace(
            "    forbid: true\n", "    forbid: true\n  - configuration: Checkout:Currency\n    require: { present: true }\n", StringComparison.Ordinal));
        _api.WriteWebProject("Api/Api.csproj", "", """
            <PackageReference Include="Microsoft.AspNetCore.OpenApi" Version="10.0.15" />
            <PackageReference Include="Microsoft.Extensions.ApiDescription.Server" Version="10.0.15" PrivateAssets="all" />
            """, "DecisionPolicies.AspNetCore");
        _api.Write("Api/Program.cs", """
            using DecisionPolicies;
            using Shop;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddDecisionPolicies(Decisions.All);
            builder.Services.AddOpenApi();
            var app = builder.Build();
            app.MapOpenApi();
            app.MapGet("/orders", () => 1);
            return await app.RunWithDecisionsAsync();
            """);
    }

    public ValueTask DisposeAsync() => default;

    /// <summary>Builds a project that generates an OpenAPI document while it is built.</summary>
    /// <param name="variables">Environment variables of the build machine.</param>
    internal async Task<(Outcome Build, string Document)> Generate(Dictionary<string, string> variables)
    {
        var build = await _api.Dotnet(variables, "build", "Api/Api.csproj", "--no-incremental");
        var document = _api.PathOf("Api/obj/Api.json");
        return (build, File.Exists(document) ? await File.ReadAllTextAsync(document) : "");
    }

    internal static async Task Write(Consumers folder)
    {
        folder.Write("docs/adr/0001-no-local-clock.md", """
            ---
            status: accepted
            rules:
              - symbol: P:System.DateTime.Now
              - literal: forbidden_text
              - endpoint: "GET **/counter"
              - configuration: Checkout:Guests
                forbid: true
            ---
            # No local clock
            """);

        // The template as it is: its page Weather asks for the local time.
        (await folder.Dotnet("new", "blazor", "--name", "Blazor", "--output", "Blazor", "--no-restore")).Succeeded();
        folder.AddPackage("Blazor/Blazor.csproj");

        folder.WriteWebProject("Mvc/Mvc.csproj", "", "");
        folder.Write("Mvc/Program.cs", """
            using DecisionPolicies;
            using Shop;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddDecisionPolicies(Decisions.All);
            builder.Services.AddControllersWithViews();
            builder.Services.AddRazorPages();
            var app = builder.Build();
            app.MapDefaultControllerRoute();
            app.MapRazorPages();
            return await app.RunWithDecisionsAsync();
            """);
        folder.Write("Mvc/Views/Home/Index.cshtml", "<h1>Orders</h1>\n<p>@DateTime.Now and forbidden_text</p>\n<p>@Html.Encode(\"forbidden_text\")</p>\n");
        folder.Write("Mvc/Pages/Counter.cshtml", "@page\n<p>1</p>\n");
        folder.Write("Mvc/Properties/launchSettings.json", """
            {
              "profiles": {
                "Mvc": {
                  "environmentVariables": { "Checkout__Guests": "true" }
                }
              }
            }
            """);

        folder.WriteProgram("Commented/Commented.csproj", "", "// <auto-generated/>\nSystem.Console.WriteLine(System.DateTime.Now);\n");
        folder.Write("Commented/Orders.g.cs", Clock);

        folder.Write("Wasm/Wasm.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.BlazorWebAssembly">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RootNamespace>Shop</RootNamespace>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.AspNetCore.Components.WebAssembly" Version="10.0.15" />
              </ItemGroup>
            </Project>
            """);
        folder.AddPackage("Wasm/Wasm.csproj");
        folder.Write("Wasm/Program.cs", """
            using DecisionPolicies;
            using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
            using Shop;

            var builder = WebAssemblyHostBuilder.CreateDefault(args);
            builder.Services.AddDecisionPolicies(Decisions.All);
            var host = builder.Build();
            host.Services.ValidateDecisions();
            await host.RunAsync();
            """);
        folder.Write("Wasm/wwwroot/appsettings.json", "{ \"Checkout\": { \"Guests\": true } }\n");
    }
}
