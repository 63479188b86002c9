namespace Package.Tests;

/// <summary>What the packages make of the code and the endpoints of a new web project.</summary>
public sealed class WebApplicationTests(JudgedApplication application) : IClassFixture<JudgedApplication>
{
    [Theory]
    [InlineData("/Program.cs(11,32): error DP3101: ADR-0001 rejects System.Collections.Queue: No second queue. Two were never in step. Instead: Give the one more workers. Read docs/adr/0001-no-second-queue.md")]
    [InlineData("/Program.cs(12,28): error DP3102: ADR-0001 rejects \"second_queue\": ")]
    [InlineData("/Program.cs(13,43): error DP3103: ADR-0001 rejects System.Threading.Channels.Channel.CreateUnbounded<T> of the package System.Threading.Channels: ")]
    [InlineData("CSC : error DP3103: ADR-0001 rejects the package YamlDotNet: ")]
    [InlineData("/Program.cs(14,37): error DP3104: ADR-0001 rejects POST /queues/enqueue: ")]
    [InlineData("/Program.cs(15,32): warning DP3105: ADR-0001 rejects System.Collections.Stack, and a waiver allows it until 2027-01-31: The old one drains. ")]
    public void Code_that_breaks_a_record_is_told_at_its_place(string told) => Assert.Contains(told, application.Broken.Output);

    [Fact]
    public void It_fails_the_build() => Assert.NotEqual(0, application.Broken.Code);

    [Theory]
    [InlineData("DP3101", "a pragma")]
    [InlineData("DP3102", "a global configuration")]
    [InlineData("DP3103", "NoWarn")]
    public void It_is_not_told_where_the_project_suppresses_it(string id, string by) =>
        Assert.False(application.Suppressed.Output.Contains(id, StringComparison.Ordinal), $"{by} has not suppressed {id}: {application.Suppressed}");

    [Fact]
    public void An_editor_configuration_sets_its_severity()
    {
        Assert.Equal(0, application.Suppressed.Code);
        Assert.Contains("/Program.cs(14,37): warning DP3104: ", application.Suppressed.Output);
    }

    [Fact]
    public async Task An_endpoint_that_no_constant_names_stops_the_start_with_exit_code_78_and_the_report()
    {
        var start = await application.Start("/enqueue");

        Assert.Equal(78, start.Code);
        Assert.Equal("""
            ADR-0001 rejects this endpoint: No second queue (accepted 2026-11-26)

              POST /enqueue
                handled by a lambda in Program
                must not serve POST **/enqueue

              Because   Two were never in step.
              Instead   Give the one more workers.
              Read      docs/adr/0001-no-second-queue.md
              Change    Supersede the record.


            """.ReplaceLineEndings("\n"), start.Error.ReplaceLineEndings("\n"));
        Assert.DoesNotContain("Started.", start.Output);
    }

    [Fact]
    public async Task Another_endpoint_does_not() => Assert.Contains("Started.", (await application.Start("/orders")).Succeeded().Output);
}

/// <summary>A web project that has nothing but the package for web applications and a record, which its code breaks.</summary>
public sealed class JudgedApplication(PackedPackage package) : IAsyncLifetime
{
    // It ends by itself once it has started.
    private const string Program = """
        using DecisionPolicies;
        using Shop;

        var builder = WebApplication.CreateBuilder(args);
        builder.AddDecisionPolicies(Decisions.All);
        var app = builder.Build();
        app.MapPost(app.Configuration["Path"]!, () => "done");
        app.Lifetime.ApplicationStarted.Register(() => { Console.WriteLine("Started."); app.Lifetime.StopApplication(); });
        if (args is ["never"])
        {
            _ = new System.Collections.Queue();
            Console.WriteLine("the second_queue");
            _ = System.Threading.Channels.Channel.CreateUnbounded<int>();
            app.MapGroup("/queues").MapPost("/enqueue", () => 1);
            _ = new System.Collections.Stack();
        }
        return await app.RunWithDecisionsAsync();
        """;

    private readonly Consumers _folder = new(package, "web");

    public Outcome Broken { get; private set; } = null!;

    /// <summary>Built again, after each diagnostic has been suppressed or lowered in a way of its own.</summary>
    public Outcome Suppressed { get; private set; } = null!;

    /// <summary>Starts the application with an endpoint at this path.</summary>
    public Task<Outcome> Start(string path) => _folder.Run("Web.csproj", "--urls", "http://127.0.0.1:0", "--Path", path);

    public async ValueTask InitializeAsync()
    {
        _folder.Write("docs/adr/0001-no-second-queue.md", """
            ---
            status: accepted
            date: 2026-11-26
            because: Two were never in step.
            instead:
              - Give the one more workers.
            rules:
              - symbol: T:System.Collections.Queue
              - symbol: T:System.Collections.Stack
              - literal: second_queue
              - package: System.Threading.Channels
              - package: YamlDotNet
              - endpoint: POST **/enqueue
            waivers:
              - { rule: "T:System.Collections.Stack", until: 2027-01-31, because: The old one drains. }
            ---
            # No second queue
            """);
        _folder.Write("Web.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RootNamespace>Shop</RootNamespace>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DecisionPolicies.AspNetCore" Version="{package.Version}" />
                <PackageReference Include="YamlDotNet" Version="18.1.0" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write("Program.cs", Program);
        const string shown = "is_global = true\ndotnet_diagnostic.DP3105.severity = warning\n";
        _folder.Write(".globalconfig", shown);
        Broken = await _folder.Dotnet("build");

        _folder.Write("Program.cs", Program.Replace("\n\n", "\n#pragma warning disable DP3101\n", StringComparison.Ordinal));
        _folder.Write(".globalconfig", shown + "dotnet_diagnostic.DP3102.severity = none\n");
        _folder.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.DP3104.severity = warning\n");
        Suppressed = await _folder.Dotnet("build", "-p:NoWarn=DP3103");
    }

    public ValueTask DisposeAsync() => default;
}
