using System.IO.Compression;

namespace Package.Tests;

/// <summary>Which projects the package judges, by how they refer to it, and what it says to those that it cannot serve.</summary>
public sealed class ReferenceTests(References projects) : IClassFixture<References>
{
    private const string Judged = "/Code.cs(1,72): error DP3101: ADR-0001 rejects System.Collections.Queue. ";

    [Theory]
    [InlineData("ByProject")]
    [InlineData("ByPackage")]
    public void A_project_that_gets_the_package_through_another_is_not_judged(string project)
    {
        Assert.Empty(projects.Built.FaultsOf(project));
        Assert.True(projects.Built.HasBuilt(project));
    }

    [Fact]
    public void It_is_judged_if_it_asks_for_that() => Assert.Contains(Judged, Assert.Single(projects.Built.FaultsOf("Asking")));

    [Fact]
    public async Task A_global_package_reference_is_a_reference()
    {
        Assert.Empty(projects.Built.FaultsOf("Global"));
        Assert.Contains("ADR-0001: No queue ", (await projects.Built.Run("Global")).Succeeded().Output);
    }

    [Fact]
    public async Task Each_of_two_projects_with_one_namespace_means_its_own_class()
    {
        // Its own records are nearer than those of the repository, which have rules.
        Assert.Contains("warning DP0006: Records above those in ", Assert.Single(projects.Built.FaultsOf("SameNamespace")));
        Assert.StartsWith("ADR-0002: Its own ", (await projects.Built.Run("SameNamespace")).Succeeded().Output);
    }

    [Fact]
    public void A_framework_without_the_library_is_one_error_that_names_the_property()
    {
        var fault = Assert.Single(projects.Built.FaultsOf("Standard"));

        Assert.Contains(
            "error DP0003: Generated code needs the library DecisionPolicies, which no reference of this project provides for netstandard2.0. ", fault);
        Assert.Contains("set the property DecisionsVisibility to none", fault);
    }

    [Fact]
    public void With_that_property_a_project_for_such_a_framework_is_judged() =>
        Assert.Contains(Judged, Assert.Single(projects.Built.FaultsOf("StandardJudged")));

    [Fact]
    public void An_old_language_version_is_one_error_that_names_the_property() => Assert.Contains(
        "error DP0004: Generated code needs C# 9.0, and the property LangVersion is '8.0'. ", Assert.Single(projects.Built.FaultsOf("OldLanguage")));

    // The project treats warnings as errors.
    [Fact]
    public void Another_language_gets_a_warning_that_nothing_is_judged_and_what_is()
    {
        var fault = Assert.Single(projects.Built.FaultsOf("FSharp"));

        Assert.Contains("warning DP0005: The build judges only C# projects, so it does not judge this one. ", fault);
        Assert.Contains("'decisions check' judges configuration files", fault);
        Assert.True(projects.Built.HasBuilt("FSharp"));
    }
}

/// <summary>Projects that refer to the package in several ways. Code in most of them breaks a decision.</summary>
public sealed class References(PackedPackage package) : IAsyncLifetime
{
    private const string Breach = "namespace Shop { public class Code { object o = new System.Collections.Queue(); } }";
    private const string None = "<DecisionsVisibility>none</DecisionsVisibility>";

    public BuiltConsumers Built { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Built = await package.Built;

    public ValueTask DisposeAsync() => default;

    internal static void Write(Consumers folder, PackedPackage package)
    {
        var own = $"<PackageReference Include=\"DecisionPolicies\" Version=\"{package.Version}\" />";
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        folder.Write("docs/adr/0001-no-queue.md", "---\nstatus: accepted\nrules:\n  - symbol: T:System.Collections.Queue\n---\n# No queue\n");

        Project("Given", "net10.0", own + "<InternalsVisibleTo Include=\"SameNamespace\" />", code: "");
        Project("ByProject", "net10.0", "<ProjectReference Include=\"../Given/Given.csproj\" />");
        Project("Asking", "net10.0", "<ProjectReference Include=\"../Given/Given.csproj\" />", "<DecisionsEnabled>true</DecisionsEnabled>" + None);
        WritePackage(folder, package);
        Project("ByPackage", "net10.0", "<PackageReference Include=\"Packed\" Version=\"1.0.0\" />");
        Project("Standard", "netstandard2.0", own);
        Project("StandardJudged", "netstandard2.0", own, None);
        Project("OldLanguage", "net10.0", own, "<LangVersion>8.0</LangVersion>");
        Project("FSharp", "net10.0", own + "<Compile Include=\"Code.fs\" />", extension: "fs", code: "module Code\n\nlet answer = 42\n");

        Project("Global", "net10.0", "", "<OutputType>Exe</OutputType>", code: Consumers.ListDecisions);
        folder.Write("Global/Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="DecisionPolicies" Version="{package.Version}" /></ItemGroup>
            </Project>
            """);

        Project(
            "SameNamespace", "net10.0", own + "<ProjectReference Include=\"../Given/Given.csproj\" />", "<OutputType>Exe</OutputType>",
            code: Consumers.ListDecisions);
        folder.Write("SameNamespace/docs/adr/0002-its-own.md", RecordText.Accepted("Its own"));

        void Project(string name, string framework, string items, string properties = "", string extension = "cs", string code = Breach)
        {
            folder.Write($"{name}/{name}.{extension}proj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>{framework}</TargetFramework>
                    <RootNamespace>Shop</RootNamespace>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    {properties}
                  </PropertyGroup>
                  <ItemGroup>{items}</ItemGroup>
                </Project>
                """);
            folder.Write($"{name}/Code.{extension}", code);
        }
    }

    // A library that uses the package, with the dependency that 'dotnet pack' writes.
    private static void WritePackage(Consumers folder, PackedPackage package)
    {
        folder.Write("ByPackage/nuget.config", "<configuration><packageSources><add key=\"Packed\" value=\"../feed\" /></packageSources></configuration>");
        folder.Write("feed/.keep", "");
        using var zip = ZipFile.Open(folder.PathOf("feed/Packed.1.0.0.nupkg"), ZipArchiveMode.Create);
        zip.CreateEntry("lib/net10.0/_._");
        using var nuspec = new StreamWriter(zip.CreateEntry("Packed.nuspec").Open());
        nuspec.Write($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>Packed</id>
                <version>1.0.0</version>
                <authors>Somebody</authors>
                <description>A library.</description>
                <dependencies>
                  <group targetFramework="net10.0">
                    <dependency id="DecisionPolicies" version="{package.Version}" exclude="Build,Analyzers" />
                  </group>
                </dependencies>
              </metadata>
            </package>
            """);
    }
}
