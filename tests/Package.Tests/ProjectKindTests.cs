namespace Package.Tests;

/// <summary>The kinds of projects that use decisions, besides the web application of the README.</summary>
public sealed class ProjectKindTests(ProjectKinds projects) : IClassFixture<ProjectKinds>
{
    [Theory]
    [InlineData("Console")]
    [InlineData("ConsoleWithHosting11")]
    [InlineData("ConsoleOnNet8")]
    public async Task A_console_host_starts_where_its_decisions_are_kept(string project)
    {
        var start = await projects.Run(project);

        Assert.Equal(0, start.Succeeded().Code);
        Assert.Contains("Started.", start.Output);
    }

    [Theory]
    [InlineData("Console")]
    [InlineData("ConsoleWithHosting11")]
    [InlineData("ConsoleOnNet8")]
    public async Task A_console_host_that_breaks_a_decision_ends_with_exit_code_78_and_the_report(string project)
    {
        var start = await projects.Run(project, "--Checkout:Guests=true");

        Assert.Equal(78, start.Code);
        Assert.StartsWith("ADR-0001 rejects this configuration: No guest checkout (accepted 2026-11-23)", start.Error);
        Assert.DoesNotContain("Started.", start.Output);
    }

    [Fact]
    public async Task A_console_host_for_NET_8_runs_on_NET_8() =>
        Assert.StartsWith(".NET 8.0.", (await projects.Run("ConsoleOnNet8")).Succeeded().Output);

    [Fact]
    public async Task A_program_runs_what_is_compiled_ahead_for_its_system()
    {
        Assert.SkipUnless(Machine.IsLinuxX64, "Only a package that is made on Linux x64 holds it.");

        Assert.Contains("/runtimes/linux-x64/lib/net10.0/DecisionPolicies", (await projects.Run("ConsoleWithHosting11")).Succeeded().Output);
    }

    [Fact]
    public async Task Records_two_folders_above_are_linked_from_the_root_of_the_repository()
    {
        var start = await projects.Run("Console", "--Checkout:Guests=true");

        Assert.Contains("  Read      product/docs/adr/0001-no-guest-checkout.md\n", start.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_library_publishes_its_decisions_to_a_project_that_only_refers_to_it()
    {
        var list = await projects.Run("User");

        Assert.Equal("ADR-0007: Use one queue <library/docs/adr/0007-use-one-queue.md>\n", list.Succeeded().Output.ReplaceLineEndings("\n"));
    }
}

/// <summary>Projects of some kinds.</summary>
public sealed class ProjectKinds(PackedPackage package) : IAsyncLifetime
{
    private BuiltConsumers _built = null!;

    /// <summary>Runs the program of a project that has been built without a fault.</summary>
    public Task<Outcome> Run(string project, params IEnumerable<string> arguments)
    {
        Assert.Empty(_built.FaultsOf(project));
        return _built.Run(project, arguments);
    }

    public async ValueTask InitializeAsync() => _built = await package.Built;

    public ValueTask DisposeAsync() => default;

    internal static void Write(Consumers folder)
    {
        folder.Write("repository/.git/HEAD", "ref: refs/heads/main\n");

        folder.Write("repository/product/docs/adr/0001-no-guest-checkout.md", RecordText.NoGuestCheckout);
        folder.WriteProgram("repository/product/src/Console/Console.csproj", ConsoleHost.Package, ConsoleHost.Program);
        folder.WriteProgram(
            "repository/product/src/ConsoleWithHosting11/ConsoleWithHosting11.csproj",
            ConsoleHost.Hosting("11.0.0"),
            ConsoleHost.Program.Replace(
                "using Shop;", "using Shop;\n\nConsole.WriteLine(typeof(DecisionPolicy).Assembly.Location);", StringComparison.Ordinal));
        // It brings its runtime, which no SDK has, and is written in the C# of its .NET, as is what is generated into it.
        folder.WriteProgram("repository/product/src/ConsoleOnNet8/ConsoleOnNet8.csproj", """
            <PropertyGroup>
              <TargetFramework>net8.0</TargetFramework>
              <SelfContained>true</SelfContained>
              <AppendRuntimeIdentifierToOutputPath>false</AppendRuntimeIdentifierToOutputPath>
            </PropertyGroup>
            """ + ConsoleHost.Hosting("8.0.1"), ConsoleHost.Program.Replace("using Shop;", """
            using Shop;

            Console.WriteLine(System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription);
            """, StringComparison.Ordinal));
        folder.Write("repository/product/src/ConsoleOnNet8/CheckoutOptions.cs", """
            using DecisionPolicies;

            [Governed("Checkout")]
            public sealed class CheckoutOptions
            {
                public bool Guests { get; set; }
            }
            """);

        folder.Write("repository/library/docs/adr/0007-use-one-queue.md", RecordText.Accepted("Use one queue"));
        // With documentation and more analysis on, what is generated gives no warning either.
        folder.WriteProject("repository/library/Library.csproj", """
            <PropertyGroup>
              <RootNamespace>Library</RootNamespace>
              <DecisionsVisibility>public</DecisionsVisibility>
              <GenerateDocumentationFile>true</GenerateDocumentationFile>
              <EnableNETAnalyzers>true</EnableNETAnalyzers>
              <AnalysisMode>Recommended</AnalysisMode>
              <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            </PropertyGroup>
            """);
        folder.Write("repository/user/User.csproj", """
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
        folder.Write("repository/user/Program.cs", """
            using Library;

            System.Console.WriteLine($"{Decisions.UseOneQueue} <{Decisions.Links.UseOneQueue}>");
            """);
    }
}
