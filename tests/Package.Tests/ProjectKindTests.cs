namespace Package.Tests;

/// <summary>The kinds of projects that use decisions, besides the web application of the README.</summary>
public sealed class ProjectKindTests(ProjectKinds projects) : IClassFixture<ProjectKinds>
{
    [Fact]
    public async Task A_console_host_starts_where_its_decisions_are_kept()
    {
        var start = await projects.Folder.Run(ProjectKinds.Console);

        Assert.Equal(0, start.Succeeded().Code);
        Assert.Contains("Started.", start.Output);
    }

    [Fact]
    public async Task A_console_host_that_breaks_a_decision_ends_with_exit_code_78_and_the_report()
    {
        var start = await projects.Folder.Run(ProjectKinds.Console, "--Checkout:Guests=true");

        Assert.Equal(78, start.Code);
        Assert.StartsWith("ADR-0001 rejects this configuration: No guest checkout (accepted 2026-11-23)", start.Error);
        Assert.DoesNotContain("Started.", start.Output);
    }

    [Fact]
    public async Task Records_two_folders_above_are_linked_from_the_root_of_the_repository()
    {
        var start = await projects.Folder.Run(ProjectKinds.Console, "--Checkout:Guests=true");

        Assert.Contains("  Read      product/docs/adr/0001-no-guest-checkout.md\n", start.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_library_publishes_its_decisions_to_a_project_that_only_refers_to_it()
    {
        var list = await projects.Folder.Run(ProjectKinds.UserOfLibrary);

        Assert.Equal("ADR-0007: Use one queue <library/docs/adr/0007-use-one-queue.md>\n", list.Succeeded().Output.ReplaceLineEndings("\n"));
    }
}

/// <summary>Projects of some kinds, built once with one command.</summary>
public sealed class ProjectKinds(PackedPackage package) : IAsyncLifetime
{
    public const string Console = "repository/product/src/Console/Console.csproj";
    public const string UserOfLibrary = "repository/user/User.csproj";

    internal Consumers Folder { get; } = new(package, "kinds");

    public async ValueTask InitializeAsync()
    {
        Folder.Write("repository/.git/HEAD", "ref: refs/heads/main\n");

        Folder.Write("repository/product/docs/adr/0001-no-guest-checkout.md", RecordText.NoGuestCheckout);
        Folder.WriteProgram(Console, ConsoleHost.Package, ConsoleHost.Program);

        Folder.Write("repository/library/docs/adr/0007-use-one-queue.md", RecordText.Accepted("Use one queue"));
        // With documentation and more analysis on, what is generated gives no warning either.
        Folder.WriteProject("repository/library/Library.csproj", """
            <PropertyGroup>
              <RootNamespace>Library</RootNamespace>
              <DecisionsVisibility>public</DecisionsVisibility>
              <GenerateDocumentationFile>true</GenerateDocumentationFile>
              <AnalysisMode>Recommended</AnalysisMode>
              <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            </PropertyGroup>
            """);
        Folder.Write(UserOfLibrary, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../library/Library.csproj" />
              </ItemGroup>
            </Project>
            """);
        Folder.Write("repository/user/Program.cs", """
            using Library;

            System.Console.WriteLine($"{Decisions.UseOneQueue} <{Decisions.Links.UseOneQueue}>");
            """);

        Folder.WriteSolution();
        (await Folder.Dotnet("build")).Succeeded();
    }

    public ValueTask DisposeAsync() => default;
}
